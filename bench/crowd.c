/*
 * Plays a crowd of nodes on one interface: answers ARP, neighbour solicitations and echo requests of both families
 * for 10.9.16.0 and up, and fd00:9::1:0 and up, each with a MAC of its own (02:01:00:00:00:00 and up).
 *
 * usage: crowd INTERFACE COUNT
 */
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { FRAME = 2048, ETHERNET = 14, IPV6 = 40 };

static const uint8_t ipv4_first[4] = {10, 9, 16, 0};
static const uint8_t ipv6_prefix[14] = {0xfd, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
static const uint8_t mac_prefix[4] = {2, 1, 0, 0};
static int count;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int member(int index) { return index >= 0 && index < count ? index : -1; }

static int member_of_ipv4(const uint8_t *address) {
  if (memcmp(address, ipv4_first, 2) != 0) return -1;
  return member((address[2] - ipv4_first[2]) * 256 + address[3]);
}

static int member_of_ipv6(const uint8_t *address) {
  return memcmp(address, ipv6_prefix, 14) == 0 ? member(address[14] * 256 + address[15]) : -1;
}

static void write_mac(uint8_t *to, int index) {
  memcpy(to, mac_prefix, 4);
  to[4] = (uint8_t)(index >> 8), to[5] = (uint8_t)index;
}

static void swap(uint8_t *a, uint8_t *b, size_t length) {
  uint8_t kept[16];
  memcpy(kept, a, length), memcpy(a, b, length), memcpy(b, kept, length);
}

static void to_sender(uint8_t *frame, int index) {
  memcpy(frame, frame + 6, 6);
  write_mac(frame + 6, index);
}

/* RFC 1624: a checksum follows one changed field, here the type in the upper half of the first word. */
static void change_type(uint8_t *message, uint8_t type) {
  uint32_t sum = (uint32_t)(uint16_t)~(message[2] << 8 | message[3]) + (uint16_t)~(message[0] << 8) + (uint32_t)(type << 8);
  sum = (sum & 0xffff) + (sum >> 16), sum = (sum & 0xffff) + (sum >> 16);
  message[0] = type, message[2] = (uint8_t)(~sum >> 8), message[3] = (uint8_t)~sum;
}

/* RFC 8200 section 8.1: sum over the pseudo header and the message. */
static void write_checksum(uint8_t *ipv6, size_t length) {
  uint8_t *message = ipv6 + IPV6;
  message[2] = message[3] = 0;
  uint32_t sum = (uint32_t)length + 58;
  for (size_t i = 8; i < IPV6 + length; i += 2) sum += (uint32_t)(ipv6[i] << 8 | ipv6[i + 1]);
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  message[2] = (uint8_t)(~sum >> 8), message[3] = (uint8_t)~sum;
}

/* Each of these turns a request into its answer, in place; its length, or 0 if there is none. */

static size_t answer_arp(uint8_t *frame) {
  uint8_t *arp = frame + ETHERNET;
  int index = member_of_ipv4(arp + 24);
  if (arp[7] != 1 || index < 0) return 0;
  arp[7] = 2;
  memcpy(arp + 18, arp + 8, 6);
  swap(arp + 14, arp + 24, 4);
  write_mac(arp + 8, index);
  to_sender(frame, index);
  return 42;
}

static size_t answer_ipv4(uint8_t *frame, size_t length) {
  uint8_t *ip = frame + ETHERNET, *message = ip + (ip[0] & 15) * 4;
  int index = member_of_ipv4(ip + 16);
  if (index < 0 || ip[9] != 1 || message[0] != 8) return 0;
  swap(ip + 12, ip + 16, 4);
  change_type(message, 0);
  to_sender(frame, index);
  return length;
}

static size_t answer_solicitation(uint8_t *frame) {
  uint8_t *ip = frame + ETHERNET, *message = ip + IPV6;
  int index = member_of_ipv6(message + 8);
  if (index < 0) return 0;
  memcpy(ip + 24, ip + 8, 16);
  memcpy(ip + 8, message + 8, 16);
  ip[4] = 0, ip[5] = 32;
  message[0] = 136, message[4] = 0x60;
  message[24] = 2, message[25] = 1;
  write_mac(message + 26, index);
  write_checksum(ip, 32);
  to_sender(frame, index);
  return ETHERNET + IPV6 + 32;
}

static size_t answer_ipv6(uint8_t *frame, size_t length) {
  uint8_t *ip = frame + ETHERNET, *message = ip + IPV6;
  int index = member_of_ipv6(ip + 24);
  if (ip[6] != 58) return 0;
  if (message[0] == 135) return answer_solicitation(frame);
  if (message[0] != 128 || index < 0) return 0;
  swap(ip + 8, ip + 24, 16);
  change_type(message, 129);
  to_sender(frame, index);
  return length;
}

static size_t answer(uint8_t *frame, size_t length) {
  if (length < 42) return 0;
  switch (frame[12] << 8 | frame[13]) {
    case ETH_P_ARP: return answer_arp(frame);
    case ETH_P_IP: return answer_ipv4(frame, length);
    case ETH_P_IPV6: return answer_ipv6(frame, length);
    default: return 0;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s INTERFACE COUNT\n", argv[0]);
    return 2;
  }
  count = atoi(argv[2]);
  int fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)), index = (int)if_nametoindex(argv[1]), bytes = 8 << 20;
  struct sockaddr_ll address = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = index};
  struct packet_mreq all = {.mr_ifindex = index, .mr_type = PACKET_MR_PROMISC};
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all) < 0) fail("promiscuous");
  if (setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &(int){1}, sizeof(int)) < 0) fail("ignore outgoing");
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  puts("ready");
  fflush(stdout);
  for (;;) {
    uint8_t frame[FRAME] = {0};
    ssize_t length = recv(fd, frame, sizeof frame, 0);
    size_t reply = length > 0 ? answer(frame, (size_t)length) : 0;
    if (reply > 0) send(fd, frame, reply, 0);
  }
}
