import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/one-run.ts',
    // They end what hangs. However slow or busy the machine is, nothing that works is to reach them.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 200_000, interval: 20 } },
  },
});
