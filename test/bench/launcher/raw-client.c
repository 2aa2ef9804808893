/*
 * Opens many connections, makes requests on each one after the other, and prints a line for each:
 * which request of its connection it was, and how long it took in microseconds.
 *
 *   raw-client <port on 127.0.0.1> <path> <workers> <requests>
 *
 * In C, so that on few cores it does not stand in the server's way.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct worker {
  int request;
  int heard;
  double sent_us;
  char text[512];
};

static double now_us(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void ask(struct worker *worker, const char *path, int number, int socket) {
  char text[128];
  worker->request++;
  worker->heard = 0;
  int length = snprintf(text, sizeof text, "GET %s/w/%d/%d HTTP/1.1\r\nHost: a\r\n\r\n", path, number, worker->request);
  worker->sent_us = now_us();
  if (write(socket, text, length) != length) fail("write");
}

static int open_connection(int port) {
  struct sockaddr_in address = {0};
  int on = 1;
  int connection = socket(AF_INET, SOCK_STREAM, 0);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connection < 0) fail("socket");
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connection;
}

/* Reads what there is; returns 1 when the answer is complete. */
static int hear(struct worker *worker, int socket) {
  ssize_t length = read(socket, worker->text + worker->heard, sizeof worker->text - 1 - worker->heard);
  if (length <= 0) fail("read");
  worker->heard += length;
  worker->text[worker->heard] = '\0';
  return strstr(worker->text, "\r\n\r\nok") != NULL;
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  const char *path = argv[2];
  int port = atoi(argv[1]), workers = atoi(argv[3]), requests = atoi(argv[4]);
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  struct worker *all = calloc(workers, sizeof *all);
  struct pollfd *sockets = calloc(workers, sizeof *sockets);
  for (int i = 0; i < workers; i++) {
    sockets[i].fd = open_connection(port);
    sockets[i].events = POLLIN;
    ask(&all[i], path, i + 1, sockets[i].fd);
  }
  int done = 0;
  while (done < workers * requests) {
    if (poll(sockets, workers, -1) < 0) fail("poll");
    for (int i = 0; i < workers; i++) {
      if (sockets[i].revents == 0 || !hear(&all[i], sockets[i].fd)) continue;
      printf("%d %.0f\n", all[i].request, now_us() - all[i].sent_us);
      done++;
      if (all[i].request < requests) ask(&all[i], path, i + 1, sockets[i].fd);
      else sockets[i].fd = -1; /* stays open until the end; poll passes over it */
    }
  }
  return 0;
}
