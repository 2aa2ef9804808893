/*
 * The plainest stopwatch: "plain-stopwatch RUNS PROGRAM [ARGUMENT …]" runs the program so often, one
 * after the other, and prints the wall time of each in nanoseconds, a line each.
 */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  for (long run = 0; run < atol(argv[1]); run++) {
    pid_t child;
    int status;
    long long started = now_ns();
    if (posix_spawn(&child, argv[2], NULL, NULL, argv + 2, environ) != 0) return 1;
    if (waitpid(child, &status, 0) != child || status != 0) return 1;
    printf("%lld\n", now_ns() - started);
  }
  return 0;
}
