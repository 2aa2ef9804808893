/*
 * A request on a stream: its length in decimal digits, a newline, then so many bytes. These are texts
 * that end with a zero byte, a name and a value by turns:
 *
 *   timeout 5000  folder /tmp/run  cores 0,1  join /sys/fs/cgroup/x/cgroup.procs  writes /tmp/run/home
 *   env A=b  arg /bin/sh  arg -c
 */
#include "launcher.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST (64 << 20)

static int read_all(int file, char *to, size_t length) {
  while (length > 0) {
    ssize_t got = read(file, to, length);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return 0;
    to += got;
    length -= (size_t)got;
  }
  return 1;
}

static size_t read_length(int file) {
  size_t length = 0;
  for (char digit; read_all(file, &digit, 1);) {
    if (digit == '\n') return length;
    if (digit < '0' || digit > '9' || length > LONGEST) return 0;
    length = length * 10 + (size_t)(digit - '0');
  }
  return 0;
}

/* Appends to a list that has room for all values there can be. */
static void append(char **list, char *value) {
  while (*list) list++;
  *list = value;
}

static void take(struct request *request, const char *name, char *value) {
  if (strcmp(name, "timeout") == 0) request->timeout_ms = atol(value);
  else if (strcmp(name, "folder") == 0) request->folder = value;
  else if (strcmp(name, "cores") == 0) request->cores = value;
  else if (strcmp(name, "join") == 0) append(request->joins, value);
  else if (strcmp(name, "writes") == 0) append(request->writable, value);
  else if (strcmp(name, "env") == 0) append(request->environment, value);
  else if (strcmp(name, "arg") == 0) append(request->program, value);
}

int read_request(int file, struct request *request) {
  size_t length = read_length(file), texts = 0;
  *request = (struct request){.text = malloc(length + 1)};
  if (length == 0 || length > LONGEST || !request->text || !read_all(file, request->text, length)) return 0;
  request->text[length] = '\0';
  for (size_t at = 0; at < length; at++) texts += request->text[at] == '\0';
  request->joins = calloc(texts + 1, sizeof(char *));
  request->writable = calloc(texts + 1, sizeof(char *));
  request->environment = calloc(texts + 1, sizeof(char *));
  request->program = calloc(texts + 1, sizeof(char *));
  if (!request->joins || !request->writable || !request->environment || !request->program) return 0;
  for (char *name = request->text, *value; name < request->text + length; name = value + strlen(value) + 1) {
    value = name + strlen(name) + 1;
    if (value >= request->text + length) break;
    take(request, name, value);
  }
  return request->program[0] != NULL;
}

void free_request(struct request *request) {
  free(request->text);
  free(request->joins);
  free(request->writable);
  free(request->environment);
  free(request->program);
}
