/* Works for the given number of milliseconds since its start, as its own clock says. */
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv) {
  struct timespec start, now;
  long wanted_ns = (argc > 1 ? atol(argv[1]) : 1) * 1000000L;
  clock_gettime(CLOCK_MONOTONIC, &start);
  do clock_gettime(CLOCK_MONOTONIC, &now);
  while ((now.tv_sec - start.tv_sec) * 1000000000L + now.tv_nsec - start.tv_nsec < wanted_ns);
  return 0;
}
