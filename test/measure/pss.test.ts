import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { descendantsOf, pssBytesIn } from '../../src/measure/pss.ts';

test('the proportional set size is the line of that name, and no other that begins like it', () => {
  const rollup = 'Rss:      2000 kB\nPss:      1500 kB\nPss_Dirty: 900 kB\nSwapPss:     3 kB\n';
  expect(pssBytesIn(rollup)).toBe(1500 * 1024);
});

test('what a process takes that has ended is not known', () => {
  expect(pssBytesIn('')).toBeUndefined();
});

test.runIf(process.platform === 'linux')('children of children belong to the tree', async () => {
  const child = spawn('/bin/sh', ['-c', 'sh -c "sleep 1000; :" & wait'], {
    stdio: 'ignore',
    detached: true,
  });
  const pid = child.pid ?? 0;
  await expect.poll(async () => (await descendantsOf(pid)).length).toBe(2);
  process.kill(-pid, 'SIGKILL');
});

test('a process that is not there has no descendants', async () => {
  expect(await descendantsOf(4_190_000)).toEqual([]);
});
