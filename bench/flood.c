/*
 * Broadcasts ARP requests at a rate, each for another address of 10.9.64.0/18, in batches of a millisecond.
 * Prints one line: requests sent, seconds.
 *
 * usage: flood INTERFACE OWN_MAC REQUESTS_PER_SECOND SECONDS
 */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int open_socket(const char *interface) {
  /* Protocol 0: it hears nothing. */
  int fd = socket(AF_PACKET, SOCK_RAW, 0);
  if (fd < 0) fail("socket");
  struct sockaddr_ll address = {.sll_family = AF_PACKET, .sll_ifindex = (int)if_nametoindex(interface)};
  if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  return fd;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: %s INTERFACE OWN_MAC REQUESTS_PER_SECOND SECONDS\n", argv[0]);
    return 2;
  }
  /* RFC 826; the asker has 10.9.0.250. */
  uint8_t request[42] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0x08, 0x06,
                         0,    1,    0x08, 0,    6,    4,    0, 1, 0, 0, 0, 0, 0,    0,
                         10,   9,    0,    250,  0,    0,    0, 0, 0, 0, 10, 9};
  unsigned mac[6];
  if (sscanf(argv[2], "%x:%x:%x:%x:%x:%x", &mac[0], &mac[1], &mac[2], &mac[3], &mac[4], &mac[5]) != 6) {
    fprintf(stderr, "not a MAC: %s\n", argv[2]);
    return 2;
  }
  for (int i = 0; i < 6; i++) request[6 + i] = request[22 + i] = (uint8_t)mac[i];
  double rate = atof(argv[3]), seconds = atof(argv[4]);
  int fd = open_socket(argv[1]);

  uint64_t sent = 0;
  double start = now(), elapsed = 0;
  struct timespec millisecond = {.tv_nsec = 1000000};
  while ((elapsed = now() - start) < seconds) {
    while ((double)sent < elapsed * rate) {
      request[40] = (uint8_t)(64 + (sent >> 8) % 64), request[41] = (uint8_t)sent;
      if (send(fd, request, sizeof request, 0) < 0 && errno != ENOBUFS) fail("send");
      sent++;
    }
    nanosleep(&millisecond, NULL);
  }
  printf("{\"sent\":%llu,\"seconds\":%.3f}\n", (unsigned long long)sent, elapsed);
  return 0;
}
