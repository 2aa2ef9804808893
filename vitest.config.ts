import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Tests of pure functions: they share a process, since nothing of one can reach another. */
const pure = ['analyse', 'claims', 'plan', 'present', 'store', 'styles'].map(
  (module) => `test/${module}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    globalSetup: 'test/one-run.ts',
    sequence: { sequencer: LongestFirst },
    // They end what hangs. However slow or busy the machine is, nothing that works is to reach them.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 200_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure },
      },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
});
