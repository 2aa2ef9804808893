import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share processes: to begin one for each takes longer than most of them.
    isolate: false,
    // Two more than cores: tests that measure wait for their programs, and those that draw for each other.
    maxWorkers: availableParallelism() + 2,
    globalSetup: 'test/one-run.ts',
    sequence: { sequencer: LongestFirst },
    // They end what hangs. However slow or busy the machine is, nothing that works is to reach them.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 200_000, interval: 20 } },
  },
});
