/* Reads what a program writes, outside of its cgroup, and keeps the end of it. */
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define RING (1 << 20)

static uint64_t kept_bytes(const struct output *output) {
  return output->bytes < RING ? output->bytes : RING;
}

int output_open(struct output *output) {
  int ends[2];
  *output = (struct output){.file = -1};
  output->kept = mmap(NULL, RING, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
  checksum_begin(&output->sum);
  if (output->kept == MAP_FAILED || pipe(ends) != 0) return -1;
  /* Only this end: the program gets a pipe like any other. */
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  output->file = ends[0];
  return ends[1];
}

int output_take(struct output *output) {
  size_t at = output->bytes % RING;
  ssize_t length = read(output->file, output->kept + at, RING - at);
  if (length < 0) return errno == EINTR;
  if (length == 0) {
    close(output->file);
    output->file = -1;
    return 0;
  }
  checksum_add(&output->sum, output->kept + at, (size_t)length);
  output->bytes += (uint64_t)length;
  return 1;
}

void output_describe(const struct output *output, int file) {
  dprintf(file, "{\"bytes\":%" PRIu64 ",\"kept\":%" PRIu64 ",\"xxh64\":\"%016" PRIx64 "\"}",
          output->bytes, kept_bytes(output), checksum_end(&output->sum));
}

static int write_all(const unsigned char *bytes, size_t length, int file) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return 0;
    bytes += written;
    length -= (size_t)written;
  }
  return 1;
}

int output_write(const struct output *output, int file) {
  size_t kept = (size_t)kept_bytes(output);
  size_t oldest = (size_t)((output->bytes - kept) % RING);
  size_t first = kept < RING - oldest ? kept : RING - oldest;
  return write_all(output->kept + oldest, first, file) &&
         write_all(output->kept, kept - first, file);
}

void output_close(struct output *output) {
  if (output->file >= 0) close(output->file);
  munmap(output->kept, RING);
}
