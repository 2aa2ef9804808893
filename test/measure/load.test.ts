import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cpuMsIn, cpuMsOf, cpuMsOfTree, restMsIn } from '../../src/measure/cpu-time.ts';
import { meanMhzIn, stealMsIn, watchLoad } from '../../src/measure/load.ts';

test('steal time is the eighth column of the cpu line, in ticks of 10 ms', () => {
  expect(stealMsIn('cpu  1 2 3 4 5 6 7 80 9 10\ncpu0 1 2 3 4 5 6 7 8 9 10\n')).toBe(800);
  expect(stealMsIn('')).toBeUndefined();
});

test('the frequency is the mean of the cores', () => {
  expect(meanMhzIn('cpu MHz\t\t: 2000.000\nother\ncpu MHz\t\t: 3001.000\n')).toBe(2501);
  expect(meanMhzIn('BogoMIPS : 50')).toBeUndefined();
});

test('cores rest while they are idle, wait for a disk, or are taken away', () => {
  const stat =
    'cpu  9 9 9 9 9 9 9 9\ncpu0 99 99 99 1 2 99 99 4 99 99\ncpu10 99 99 99 8 0 99 99 0 0 0\n';
  expect(restMsIn(stat, [0])).toBe(70);
  expect(restMsIn(stat, [0, 10])).toBe(150);
  expect(restMsIn(stat, [1])).toBeUndefined();
  expect(restMsIn('', [])).toBe(0);
});

test('a process has CPU time of its own and of ended children, whatever it is called', () => {
  const stat = '12 (a) b (c) S 1 1 1 0 -1 4194304 1 2 3 4 50 60 700 800 20 0 1 0';
  expect(cpuMsIn(stat)).toEqual({ own: 1100, ended: 15_000 });
});

/** Keeps a core busy until the test is over. */
function startSpinner(): number {
  const spinner = spawn('/bin/sh', ['-c', 'sh -c "while :; do :; done"; true'], { detached: true });
  onTestFinished(() => void process.kill(-spinner.pid!, 'SIGKILL'));
  return spinner.pid!;
}

describe.runIf(process.platform === 'linux')('on this machine', () => {
  const cores = Array.from({ length: availableParallelism() }, (_, core) => core);

  test('a program that others run is foreign, and one that is ours is not', async () => {
    const pid = startSpinner();
    const [asForeign, asOurs] = [watchLoad(cores, {}), watchLoad(cores, { service: pid })];
    while (cpuMsOfTree(pid) < 600) await sleep(20);
    const [foreign, ours] = [asForeign(0), asOurs(0)];
    expect(foreign.foreignCpuMs! - ours.foreignCpuMs!).toBeGreaterThan(500);
    expect(foreign.coresMs).toBeGreaterThan(600);
    expect(cpuMsOf(pid)).toBeLessThan(cpuMsOfTree(pid));
  });

  test('what the program took is not foreign; without its time nothing is known', async () => {
    const [with600, without] = [watchLoad(cores, {}), watchLoad(cores, {})];
    const some = watchLoad(cores, {});
    await sleep(50);
    expect(some(0).foreignCpuMs! - with600(600e6).foreignCpuMs!).toBeCloseTo(600, -2);
    expect(without(undefined)).not.toHaveProperty('foreignCpuMs');
  });

  test('without cores that are known there is no foreign time', () => {
    expect(watchLoad([], {})(0)).not.toHaveProperty('foreignCpuMs');
  });
});
