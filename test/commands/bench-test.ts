import { test } from 'vitest';
import { Bench } from './bench.ts';

/** A test with a bench of its own, which is removed afterwards. */
export const benchTest = test.extend<{ own: Bench }>({
  // Vitest reads the fixtures that are needed from the pattern, so it must be there though it is empty.
  own: async ({}, use) => {
    const bench = new Bench();
    await use(bench);
    bench.remove();
  },
});
