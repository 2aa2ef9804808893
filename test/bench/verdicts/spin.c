/* spin COUNT: uses CPU time in proportion to COUNT, and nothing else. */
#include <stdint.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
  volatile uint64_t state = 1;
  for (uint64_t i = 0; i < count; i++) state = state * 6364136223846793005u + 1442695040888963407u;
  return state == 0;
}
