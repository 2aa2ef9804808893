/* A tree of known size: 200 MB shared by all, and 8 children with 20 MB each, all there at once. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MB (1024 * 1024)
#define CHILDREN 8

static char *take(size_t megabytes, int kind) {
  char *memory = mmap(NULL, megabytes * MB, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) exit(1);
  memset(memory, 1, megabytes * MB);
  return memory;
}

int main(void) {
  int ready[2], go[2];
  char byte = 0;
  if (pipe(ready) != 0 || pipe(go) != 0) return 1;
  char *shared = take(200, MAP_SHARED);
  for (int child = 0; child < CHILDREN; child++)
    if (fork() == 0) {
      char *own = take(20, MAP_PRIVATE);
      /* Read too, so that each child has the shared part in its own page tables. */
      volatile long sum = own[0];
      for (long at = 0; at < 200L * MB; at += 4096) sum += shared[at];
      close(go[1]);
      if (write(ready[1], &byte, 1) != 1) return 1;
      return read(go[0], &byte, 1) == 0 ? 0 : 1;
    }
  for (int child = 0; child < CHILDREN; child++)
    if (read(ready[0], &byte, 1) != 1) return 1;
  close(go[0]);
  close(go[1]);
  for (int child = 0; child < CHILDREN; child++) wait(NULL);
  if (write(1, "{\"steelyard\":1,\"answer\":{}}\n", 28) != 28) return 1;
  return 0;
}
