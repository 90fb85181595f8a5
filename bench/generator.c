/*
 * A closed loop of requests on a raw Ethernet socket: keeps a number of them outstanding, and sends the next
 * one when an answer arrives. Prints one line: requests answered, seconds, p50 and p99 in microseconds.
 *
 * usage: generator INTERFACE arp|nd OWN_MAC RESPONDER_MAC TARGET_ADDRESS OUTSTANDING SECONDS
 *
 * Requests are unicast to the responder, so that a bridge shows them to nobody else. With one outstanding, its
 * round trip is measured; with many, the rate. An answer that does not come within 100 ms counts as lost, and
 * its place is taken by a new request.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { FRAME = 128, MAX_SAMPLES = 4 * 1000 * 1000, TIMEOUT_MS = 100 };

static uint8_t request[FRAME];
static size_t request_length;
static uint8_t own_mac[6], responder_mac[6];
static int is_arp;
static uint32_t samples[MAX_SAMPLES];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void parse_mac(const char *text, uint8_t *mac) {
  unsigned b[6];
  if (sscanf(text, "%x:%x:%x:%x:%x:%x", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5]) != 6) {
    fprintf(stderr, "not a MAC: %s\n", text);
    exit(2);
  }
  for (int i = 0; i < 6; i++) mac[i] = (uint8_t)b[i];
}

/* RFC 826; the asker has 10.9.0.250. */
static void build_arp(const char *target) {
  static const uint8_t head[] = {0x08, 0x06, 0, 1, 0x08, 0, 6, 4, 0, 1};
  static const uint8_t asker[] = {10, 9, 0, 250};
  memcpy(request + 12, head, sizeof head);
  memcpy(request + 22, own_mac, 6);
  memcpy(request + 28, asker, 4);
  if (inet_pton(AF_INET, target, request + 38) != 1) fail(target);
  request_length = 42;
}

/* RFC 8200 section 8.1: sum over the pseudo header and the message. */
static uint16_t icmpv6_checksum(const uint8_t *ipv6, size_t length) {
  uint32_t sum = (uint32_t)length + 58;
  for (size_t i = 8; i < 40; i += 2) sum += (uint32_t)(ipv6[i] << 8 | ipv6[i + 1]);
  for (size_t i = 40; i < 40 + length; i += 2) sum += (uint32_t)(ipv6[i] << 8 | ipv6[i + 1]);
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return (uint16_t)~sum;
}

/* RFC 4861 section 4.3, to the solicited-node group; the asker has fd00:9::250. */
static void build_nd(const char *target) {
  uint8_t *ipv6 = request + 14, *message = ipv6 + 40, address[16];
  if (inet_pton(AF_INET6, target, address) != 1) fail(target);
  request[12] = 0x86, request[13] = 0xdd;
  ipv6[0] = 0x60, ipv6[5] = 32, ipv6[6] = 58, ipv6[7] = 255;
  if (inet_pton(AF_INET6, "fd00:9::250", ipv6 + 8) != 1) fail("source");
  if (inet_pton(AF_INET6, "ff02::1:ff00:0", ipv6 + 24) != 1) fail("group");
  memcpy(ipv6 + 37, address + 13, 3);
  message[0] = 135;
  memcpy(message + 8, address, 16);
  message[24] = 1, message[25] = 1;
  memcpy(message + 26, own_mac, 6);
  uint16_t sum = icmpv6_checksum(ipv6, 32);
  message[2] = (uint8_t)(sum >> 8), message[3] = (uint8_t)sum;
  request_length = 14 + 40 + 32;
}

static int open_socket(const char *interface, uint16_t protocol) {
  int fd = socket(AF_PACKET, SOCK_RAW, htons(protocol));
  if (fd < 0) fail("socket");
  struct sockaddr_ll address = {.sll_family = AF_PACKET,
                                .sll_protocol = htons(protocol),
                                .sll_ifindex = (int)if_nametoindex(interface)};
  if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  return fd;
}

static int is_answer(const uint8_t *frame, ssize_t length) {
  if (length < 42 || memcmp(frame, own_mac, 6) != 0) return 0;
  if (memcmp(frame + 6, responder_mac, 6) != 0) return 0;
  return is_arp ? frame[21] == 2 : frame[54] == 136;
}

static void ask(int fd) {
  while (send(fd, request, request_length, 0) < 0)
    if (errno != ENOBUFS && errno != EAGAIN) fail("send");
}

/*
 * True if an answer came in time. For the latency it spins, so that waking the generator up is no part of what
 * is measured; for the rate it sleeps while there is nothing, and leaves the processor to who answers.
 */
static int await_answer(int fd, int spins) {
  uint8_t frame[2048];
  uint64_t until = now_ns() + TIMEOUT_MS * 1000000ull;
  for (;;) {
    ssize_t length = recv(fd, frame, sizeof frame, MSG_DONTWAIT);
    if (length >= 0 && is_answer(frame, length)) return 1;
    if (length < 0 && errno != EAGAIN) fail("recv");
    if (length < 0) {
      if (now_ns() > until) return 0;
      if (spins) continue;
      struct pollfd one = {.fd = fd, .events = POLLIN};
      poll(&one, 1, 1);
    }
  }
}

static int compare(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 8) {
    fprintf(stderr, "usage: %s INTERFACE arp|nd OWN_MAC RESPONDER_MAC TARGET OUTSTANDING SECONDS\n", argv[0]);
    return 2;
  }
  is_arp = strcmp(argv[2], "arp") == 0;
  parse_mac(argv[3], own_mac);
  parse_mac(argv[4], responder_mac);
  memcpy(request, responder_mac, 6);
  memcpy(request + 6, own_mac, 6);
  if (is_arp) build_arp(argv[5]);
  else build_nd(argv[5]);
  int outstanding = atoi(argv[6]);
  double seconds = atof(argv[7]);
  int fd = open_socket(argv[1], is_arp ? ETH_P_ARP : ETH_P_IPV6);

  uint64_t start = now_ns(), end = start + (uint64_t)(seconds * 1e9);
  size_t answered = 0, lost = 0;
  for (int i = 0; i < outstanding; i++) ask(fd);
  uint64_t sent = now_ns();
  while (now_ns() < end) {
    if (await_answer(fd, outstanding == 1)) {
      if (answered < MAX_SAMPLES) samples[answered] = (uint32_t)(now_ns() - sent);
      answered++;
    } else {
      lost++;
    }
    sent = now_ns();
    ask(fd);
  }
  double elapsed = (double)(now_ns() - start) / 1e9;
  size_t count = answered < MAX_SAMPLES ? answered : MAX_SAMPLES;
  qsort(samples, count, sizeof *samples, compare);
  double p50 = count ? samples[count / 2] / 1000.0 : 0, p99 = count ? samples[count * 99 / 100] / 1000.0 : 0;
  printf("{\"answered\":%zu,\"lost\":%zu,\"seconds\":%.3f,\"p50\":%.2f,\"p99\":%.2f}\n", answered, lost, elapsed, p50, p99);
  return 0;
}
