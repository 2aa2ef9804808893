import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { cgroupPlaces } from '../../src/measure/cgroup-places.ts';
import { canCap } from '../../src/measure/tree-memory.ts';
import { fileOfRun, invocationOf, makeWorld, programOf, temporaryFile } from './make-world.ts';

const MB = 2 ** 20;
let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

/** Where no cgroup can be made there is no cap, and the world says so instead. */
function expectNoCap(): void {
  expect(world.tree).toHaveProperty('reason');
  expect(canCap(world.tree)).toBe(false);
}

describe('a memory cap', () => {
  test('ends a program that takes more, as out-of-memory', async () => {
    if (!canCap(world.tree)) return expectNoCap();
    const record = await invoke(
      invocationOf('takes-memory.mjs', {
        parameters: { mb: 300 },
        memoryCapBytes: 100 * MB,
        expected: { blocks: 300 },
        programMeasures: [],
      }),
      world,
    );
    expect(record).toMatchObject({
      outcome: 'out-of-memory',
      reason: 'memory reached 100 MiB of a cap of 100 MiB, 1 process killed',
    });
    expect(record.peakTreeBytes).toBeLessThanOrEqual(100 * MB);
  });

  test('ends a program that hangs because its worker was killed, long before the timeout', async () => {
    if (!canCap(world.tree)) return expectNoCap();
    const record = await invoke(
      invocationOf('hangs-without-worker.mjs', {
        program: programOf('hangs-without-worker.mjs', 'takes-memory.mjs'),
        parameters: { mb: 300 },
        memoryCapBytes: 120 * MB,
        timeoutMs: 300_000,
      }),
      world,
    );
    expect(record).toMatchObject({ outcome: 'out-of-memory', signal: 'SIGKILL' });
  });

  test('leaves a program alone that stays below it', async () => {
    const record = await invoke(
      invocationOf('takes-memory.mjs', {
        parameters: { mb: 20 },
        memoryCapBytes: 400 * MB,
        expected: { blocks: 20 },
        programMeasures: [],
      }),
      world,
    );
    expect(record.outcome).toBe('measured');
    if (canCap(world.tree)) expect(record.peakTreeBytes).toBeGreaterThan(20 * MB);
    else expectNoCap();
  });
});

describe('without a cgroup', () => {
  const sampled = (release: string) =>
    invocationOf('takes-memory.mjs', {
      parameters: { mb: 60, release },
      expected: { blocks: 60 },
      programMeasures: [],
      samplePss: true,
    });

  test('an invocation of its own samples the memory of the tree, and records no times', async () => {
    const release = temporaryFile('release');
    const invoking = invoke(sampled(release), {
      ...world,
      tree: { kind: 'pss', reason: 'for this test' },
    });
    // The sampler is of this process: what holds the one up holds up the other.
    await expect.poll(() => fileOfRun(world, 'taken') !== undefined).toBe(true);
    for (let turn = 0; turn < 30; turn += 1) await setTimeout(10);
    writeFileSync(release, '');
    const record = await invoking;
    expect(record.outcome).toBe('measured');
    expect(record.wallNs).toBeUndefined();
    expect(record.cpuNs).toBeUndefined();
    expect(record.peakProcessBytes).toBeGreaterThan(60 * MB);
    // Elsewhere there is no proportional set size, and nothing is made up.
    if (process.platform === 'linux') expect(record.peakTreeBytes).toBeGreaterThan(60 * MB);
    else expect(record.peakTreeBytes).toBeUndefined();
  });

  test('a program that is over after a few looks has no peak, and its record says why', async () => {
    const brief = { ...invocationOf('right.sh'), samplePss: true };
    const record = await invoke(brief, {
      ...world,
      tree: { kind: 'pss', reason: 'for this test' },
    });
    expect(record.outcome).toBe('measured');
    expect(record).not.toHaveProperty('peakTreeBytes');
    expect(record.noPeakTree).toMatch(/^it ended after [0-4] looks at its memory, too few/);
  });

  test('a timed invocation is not sampled', async () => {
    const release = temporaryFile('release');
    writeFileSync(release, '');
    const timed = { ...sampled(release), samplePss: false };
    const record = await invoke(timed, {
      ...world,
      tree: { kind: 'pss', reason: 'for this test' },
    });
    expect(record.peakTreeBytes).toBeUndefined();
    expect(record.wallNs).toBeGreaterThan(0);
  });
});

describe('the places where a cgroup may be made', () => {
  test('are this process’ own group and its ancestors, nearest first', () => {
    const mountinfo = '30 24 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate';
    expect(cgroupPlaces(mountinfo, '0::/user.slice/run-1.scope\n')).toEqual([
      { version: 'cgroup-v2', folder: '/sys/fs/cgroup/user.slice/run-1.scope' },
      { version: 'cgroup-v2', folder: '/sys/fs/cgroup/user.slice' },
      { version: 'cgroup-v2', folder: '/sys/fs/cgroup' },
    ]);
  });

  test('are found in the memory hierarchy of version 1, and in no other', () => {
    const mountinfo = [
      '31 30 0:27 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu',
      '32 30 0:28 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory',
    ].join('\n');
    expect(cgroupPlaces(mountinfo, '2:cpu:/other\n1:memory:/mine\n')).toEqual([
      { version: 'cgroup-v1', folder: '/sys/fs/cgroup/memory/mine' },
      { version: 'cgroup-v1', folder: '/sys/fs/cgroup/memory' },
    ]);
  });

  test('follow the part of the hierarchy that a container has mounted', () => {
    const mountinfo = '32 30 0:28 /docker/abc /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory';
    expect(cgroupPlaces(mountinfo, '1:memory:/docker/abc/inner\n')).toEqual([
      { version: 'cgroup-v1', folder: '/sys/fs/cgroup/memory/inner' },
      { version: 'cgroup-v1', folder: '/sys/fs/cgroup/memory' },
    ]);
  });

  test('are none where nothing is mounted', () => {
    expect(cgroupPlaces('', '')).toEqual([]);
  });
});
