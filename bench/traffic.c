/*
 * Traffic of clients, and the servers behind them, to see what an interruption costs.
 *
 * usage: traffic serve NAME PORT [ADDRESS...]
 *          answers every datagram of a client with NAME, and every byte of a TCP connection, on any address of the host
 *          or on those given; to others, and to HTTP, it says in words who it is and who asked
 *        traffic udp INTERVAL_US SECONDS PORT ADDRESS...
 *          sends a datagram each INTERVAL_US to the next address in turn
 *        traffic tcp INTERVAL_US SECONDS PORT ADDRESS COUNT
 *          opens COUNT connections and sends a byte on each, each INTERVAL_US
 *
 * A client writes the line "ready" when every address (connection) has been answered once. It ends after SECONDS or
 * on SIGTERM, waits for what is still under way, and prints one JSON object. Times are milliseconds of
 * CLOCK_MONOTONIC; answers count from when the kernel received them, not from when this program got to run.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { MAX_ADDRESSES = 4096, MAX_CONNECTIONS = 256, NAME = 32, STRAGGLERS_MS = 150, STUCK_MS = 500, SECOND = 1000000000 };

typedef struct {
  uint32_t sequence;
  uint32_t address;
  char name[NAME];
} datagram;

typedef struct {
  struct sockaddr_in6 to;
  const char *text;
  uint64_t sent, received, first, last, gap_from, gap;
  char name[NAME];
} target;

static target targets[MAX_ADDRESSES];
static volatile sig_atomic_t ending;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t clock_ns(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

static uint64_t now_ns(void) { return clock_ns(CLOCK_MONOTONIC); }

static double ms(uint64_t ns) { return (double)ns / 1e6; }

static void on_signal(int number) {
  (void)number;
  ending = 1;
}

/* IPv4 as mapped addresses (RFC 4291 section 2.5.5.2): one socket serves both families. */
static struct sockaddr_in6 parse_address(const char *text, int port) {
  struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
  char mapped[INET6_ADDRSTRLEN + 8];
  snprintf(mapped, sizeof mapped, "%s%s", strchr(text, ':') ? "" : "::ffff:", text);
  if (inet_pton(AF_INET6, mapped, &address.sin6_addr) != 1) {
    fprintf(stderr, "not an address: %s\n", text);
    exit(2);
  }
  return address;
}

static void set(int fd, int level, int option) {
  if (setsockopt(fd, level, option, &(int){1}, sizeof(int)) < 0) fail("setsockopt");
}

static struct sockaddr_in6 any_address(int port) {
  return (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
}

static int open_udp(struct sockaddr_in6 at) {
  int fd = socket(AF_INET6, SOCK_DGRAM, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) < 0) fail("bind");
  int bytes = 4 << 20;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  return fd;
}

/* ---- the server ---- */

static int say_who(char *text, size_t size, const char *name, const struct sockaddr_in6 *from) {
  char address[INET6_ADDRSTRLEN];
  inet_ntop(AF_INET6, &from->sin6_addr, address, sizeof address);
  return snprintf(text, size, "%s answers %s\n", name, strncmp(address, "::ffff:", 7) ? address : address + 7);
}

/* The control data of what arrived tells which of our addresses was asked; sent back, it is the source. */
static void answer_datagram(int fd, const char *name) {
  union {
    datagram data;
    char text[256];
  } here;
  char control[128];
  struct sockaddr_in6 from;
  struct iovec part = {&here, sizeof here};
  struct msghdr message = {.msg_name = &from, .msg_namelen = sizeof from, .msg_iov = &part, .msg_iovlen = 1,
                           .msg_control = control, .msg_controllen = sizeof control};
  ssize_t length = recvmsg(fd, &message, 0);
  if (length < 0) return;
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  if (head == NULL || head->cmsg_type != IPV6_PKTINFO) return;
  /* By whatever interface the route says: it came to an address of another one. */
  ((struct in6_pktinfo *)CMSG_DATA(head))->ipi6_ifindex = 0;
  if (length == sizeof here.data) {
    memset(here.data.name, 0, NAME);
    strncpy(here.data.name, name, NAME - 1);
    part.iov_len = sizeof here.data;
  } else part.iov_len = (size_t)say_who(here.text, sizeof here.text, name, &from);
  sendmsg(fd, &message, 0);
}

static void answer_http(int fd, const char *name) {
  struct sockaddr_in6 from;
  char body[256], answer[512];
  if (getpeername(fd, (struct sockaddr *)&from, &(socklen_t){sizeof from}) < 0) return;
  int size = say_who(body, sizeof body, name, &from);
  int length = snprintf(answer, sizeof answer, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s", size, body);
  send(fd, answer, (size_t)length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static void answer_connection(int fd, const char *name) {
  char bytes[4096];
  ssize_t length = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
  if (length > 4 && strncmp(bytes, "GET ", 4) == 0) answer_http(fd, name);
  else if (length > 0) send(fd, bytes, (size_t)length, MSG_NOSIGNAL | MSG_DONTWAIT);
  else if (length == 0 || errno != EAGAIN) close(fd);
}

enum { DATAGRAMS, LISTENER, CONNECTION };

static void watch(int events, int kind, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.u64 = (uint64_t)kind << 32 | (uint32_t)fd};
  if (epoll_ctl(events, EPOLL_CTL_ADD, fd, &event) < 0) fail("epoll_ctl");
}

static void serve_at(int events, struct sockaddr_in6 at) {
  int udp = open_udp(at), tcp = socket(AF_INET6, SOCK_STREAM, 0);
  set(udp, IPPROTO_IPV6, IPV6_RECVPKTINFO);
  set(tcp, SOL_SOCKET, SO_REUSEADDR);
  if (bind(tcp, (struct sockaddr *)&at, sizeof at) < 0 || listen(tcp, 512) < 0) fail("listen");
  watch(events, DATAGRAMS, udp);
  watch(events, LISTENER, tcp);
}

_Noreturn static void answer_all(int events, const char *name) {
  for (;;) {
    struct epoll_event event;
    if (epoll_wait(events, &event, 1, -1) < 1) continue;
    int fd = (int)(uint32_t)event.data.u64, kind = (int)(event.data.u64 >> 32);
    if (kind == DATAGRAMS) answer_datagram(fd, name);
    else if (kind == CONNECTION) answer_connection(fd, name);
    else watch(events, CONNECTION, accept(fd, NULL, NULL));
  }
}

_Noreturn static void serve(const char *name, int port, char **addresses, int count) {
  int events = epoll_create1(0);
  if (count == 0) serve_at(events, any_address(port));
  for (int i = 0; i < count; i++) serve_at(events, parse_address(addresses[i], port));
  puts("ready");
  fflush(stdout);
  answer_all(events, name);
}

/* ---- the client of datagrams ---- */

static uint64_t realtime_offset;

static uint64_t received_at(struct msghdr *message) {
  for (struct cmsghdr *head = CMSG_FIRSTHDR(message); head != NULL; head = CMSG_NXTHDR(message, head))
    if (head->cmsg_level == SOL_SOCKET && head->cmsg_type == SO_TIMESTAMPNS) {
      struct timespec t;
      memcpy(&t, CMSG_DATA(head), sizeof t);
      return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec - realtime_offset;
    }
  return now_ns();
}

static void note_answer(target *one, const datagram *data, uint64_t at) {
  if (one->received++ == 0) one->first = at;
  else if (at > one->last && at - one->last > one->gap) one->gap = at - one->last, one->gap_from = one->last;
  if (at > one->last) one->last = at;
  memcpy(one->name, data->name, NAME);
}

/* How many addresses were answered for the first time. */
static size_t take_answers(int fd, size_t count, target *total) {
  size_t fresh = 0;
  for (;;) {
    datagram data;
    char control[128];
    struct iovec part = {&data, sizeof data};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(fd, &message, MSG_DONTWAIT);
    if (length < 0 && errno == EAGAIN) return fresh;
    if (length != sizeof data || data.address >= count) continue;
    uint64_t at = received_at(&message);
    fresh += targets[data.address].received == 0;
    note_answer(&targets[data.address], &data, at);
    note_answer(total, &data, at);
  }
}

/* Errors are part of what is measured: a neighbour that cannot be found, a queue that is full. */
static void send_next(int fd, size_t at, target *total) {
  datagram data = {.sequence = (uint32_t)total->sent, .address = (uint32_t)at};
  total->sent++, targets[at].sent++;
  sendto(fd, &data, sizeof data, MSG_DONTWAIT, (struct sockaddr *)&targets[at].to, sizeof targets[at].to);
}

static void print_target(const target *one) {
  printf("{\"address\":\"%s\",\"sent\":%lu,\"received\":%lu,\"lost\":%lu,\"gap\":%.3f,\"gapFrom\":%.3f,\"name\":\"%s\"", one->text,
         one->sent, one->received, one->sent - one->received, ms(one->gap), ms(one->gap_from), one->name);
}

static void wait_until(int fd, uint64_t time) {
  uint64_t now = now_ns();
  if (now >= time) return;
  struct timespec left = {.tv_sec = (time_t)((time - now) / SECOND), .tv_nsec = (long)((time - now) % SECOND)};
  struct pollfd one = {.fd = fd, .events = POLLIN};
  ppoll(&one, 1, &left, NULL);
}

static int ask(uint64_t interval, uint64_t end, size_t count) {
  int fd = open_udp(any_address(0)), announced = 0;
  set(fd, SOL_SOCKET, SO_TIMESTAMPNS);
  realtime_offset = clock_ns(CLOCK_REALTIME) - now_ns();
  target total = {.text = "all"};
  size_t answered = 0;
  for (uint64_t next = now_ns(); now_ns() < end && !ending;) {
    for (; next <= now_ns(); next += interval) send_next(fd, total.sent % count, &total);
    wait_until(fd, next);
    answered += take_answers(fd, count, &total);
    if (answered == count && !announced++) puts("ready"), fflush(stdout);
  }
  uint64_t last = now_ns() + STRAGGLERS_MS * 1000000ull;
  while (now_ns() < last) wait_until(fd, last), take_answers(fd, count, &total);
  print_target(&total);
  printf(",\"addresses\":[");
  for (size_t i = 0; i < count; i++) printf(i ? "," : ""), print_target(&targets[i]), printf("}");
  printf("]}\n");
  return 0;
}

/* ---- the client of connections ---- */

typedef struct {
  int fd, broken;
  uint64_t sent, received, moved;
} connection;

static connection connections[MAX_CONNECTIONS];

static void open_connection(connection *one, const struct sockaddr_in6 *to) {
  one->fd = socket(AF_INET6, SOCK_STREAM, 0);
  if (one->fd < 0 || connect(one->fd, (const struct sockaddr *)to, sizeof *to) < 0) fail("connect");
  set(one->fd, IPPROTO_TCP, TCP_NODELAY);
  one->moved = now_ns();
}

/* A byte goes when the one before it is back; an error ends the connection: it was reset, or timed out. */
static void drive(connection *one) {
  char bytes[64];
  if (one->broken) return;
  ssize_t length = recv(one->fd, bytes, sizeof bytes, MSG_DONTWAIT);
  if (length > 0) one->received += (uint64_t)length, one->moved = now_ns();
  if (length == 0 || (length < 0 && errno != EAGAIN)) one->broken = 1;
  if (!one->broken && one->received == one->sent && send(one->fd, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT) == 1) one->sent++;
}

static int connect_all(uint64_t interval, uint64_t end, const char *address, int port, size_t count) {
  struct sockaddr_in6 to = parse_address(address, port);
  for (size_t i = 0; i < count; i++) open_connection(&connections[i], &to);
  puts("ready");
  fflush(stdout);
  for (uint64_t next = now_ns(); next < end && !ending; next += interval) {
    struct timespec time = {.tv_sec = (time_t)(next / SECOND), .tv_nsec = (long)(next % SECOND)};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
    for (size_t i = 0; i < count; i++) drive(&connections[i]);
  }
  size_t reset = 0, stuck = 0;
  uint64_t bytes = 0;
  for (size_t i = 0; i < count; i++) {
    bytes += connections[i].received;
    reset += connections[i].broken != 0;
    stuck += !connections[i].broken && now_ns() - connections[i].moved > STUCK_MS * 1000000ull;
  }
  printf("{\"address\":\"%s\",\"connections\":%zu,\"reset\":%zu,\"stuck\":%zu,\"bytes\":%lu}\n", address, count, reset, stuck, bytes);
  return 0;
}

static int usage(const char *program) {
  fprintf(stderr, "usage: %s serve NAME PORT [ADDRESS...]\n       %s udp INTERVAL_US SECONDS PORT ADDRESS...\n       %s tcp INTERVAL_US SECONDS PORT ADDRESS COUNT\n",
          program, program, program);
  return 2;
}

int main(int argc, char **argv) {
  signal(SIGTERM, on_signal);
  if (argc >= 4 && strcmp(argv[1], "serve") == 0) {
    signal(SIGTERM, SIG_DFL);
    serve(argv[2], atoi(argv[3]), argv + 4, argc - 4);
  }
  if (argc < 6) return usage(argv[0]);
  uint64_t interval = strtoull(argv[2], NULL, 10) * 1000, end = now_ns() + (uint64_t)(atof(argv[3]) * 1e9);
  int port = atoi(argv[4]);
  if (strcmp(argv[1], "tcp") == 0 && argc == 7 && atoi(argv[6]) <= MAX_CONNECTIONS)
    return connect_all(interval, end, argv[5], port, (size_t)atoi(argv[6]));
  if (strcmp(argv[1], "udp") != 0 || argc - 5 > MAX_ADDRESSES) return usage(argv[0]);
  for (int i = 5; i < argc; i++) targets[i - 5].to = parse_address(argv[i], port), targets[i - 5].text = argv[i];
  return ask(interval, end, (size_t)(argc - 5));
}
