import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lookForBusy, wordsOfBusy } from '../../src/measure/busy.ts';

const cores = Array.from({ length: availableParallelism() }, (_, core) => core);
const { signal } = new AbortController();

describe.runIf(process.platform === 'linux')('a look at the machine', () => {
  test('finds who is busy, by name and number, and how much', async () => {
    const spinner = spawn('/bin/sh', ['-c', 'while :; do :; done']);
    onTestFinished(() => void spinner.kill('SIGKILL'));
    const { share, processes } = (await lookForBusy(cores, 1000, signal))!;
    const found = processes.find(({ pid }) => pid === spinner.pid)!;
    expect(found.name).toBe('sh');
    // Beside other tests it gets a part of a core only.
    expect(found.ofACore).toBeGreaterThan(0.1);
    expect(share).toBeGreaterThan(0.05);
    expect(processes.map(({ pid }) => pid)).not.toContain(process.pid);
    const shares = processes.map(({ ofACore }) => ofACore);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('ends with an interruption', async () => {
    const looking = lookForBusy(cores, 60_000, AbortSignal.abort());
    await expect(looking).rejects.toMatchObject({ kind: 'interrupted' });
  });

  test('tells nothing of cores that aren’t known', async () => {
    expect(await lookForBusy([], 1, signal)).toBeUndefined();
    expect(await lookForBusy([9999], 1, signal)).toBeUndefined();
  });
});

test('the busiest are named, with their share of a core', () => {
  const processes = [1, 2, 3, 4].map((pid) => ({ pid, name: `p${pid}`, ofACore: 1 / pid }));
  expect(wordsOfBusy(processes)).toBe(
    'p1 (process 1) 100%, p2 (process 2) 50%, p3 (process 3) 33% of a core',
  );
  expect(wordsOfBusy([])).toContain('have ended');
});
