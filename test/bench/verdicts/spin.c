/* spin COUNT: uses CPU time in proportion to COUNT, and nothing else. Ends early when its parent is gone. */
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* Some hundredths of a second: the parent is asked for between two such pieces. */
static const uint64_t PIECE = 1 << 24;

int main(int argc, char **argv) {
  uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
  pid_t parent = getppid();
  volatile uint64_t state = 1;
  for (uint64_t done = 0; done < count && getppid() == parent;) {
    uint64_t end = count - done > PIECE ? done + PIECE : count;
    for (; done < end; done++) state = state * 6364136223846793005u + 1442695040888963407u;
  }
  return state == 0;
}
