import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countIn, makeCgroup, type CgroupVersion } from '../../src/measure/cgroup.ts';
import type { World } from '../../src/measure/invoke.ts';
import { isRunning, makeWorld } from './make-world.ts';

let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

/** A real place, or none: then the world must say why. */
function place(): { version: CgroupVersion; folder: string } | undefined {
  const { tree } = world;
  if ('folder' in tree) return { version: tree.kind, folder: tree.folder };
  expect(tree.reason).not.toBe('');
  return undefined;
}

describe('a cgroup', () => {
  test('kills what is left in it and is gone after closing', async () => {
    const here = place();
    if (here === undefined) return;
    const group = await makeCgroup(here.version, here.folder);
    const child = spawn('/bin/sh', ['-c', 'sleep 1000'], { stdio: 'ignore' });
    const pid = child.pid ?? 0;
    writeFileSync(group.procs, String(pid));
    expect(readFileSync(group.procs, 'utf8').split('\n')).toContain(String(pid));
    await group.close();
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(() => readFileSync(group.procs)).toThrow('ENOENT');
  });

  test('spares the processes that it is told to spare', async () => {
    const here = place();
    if (here === undefined) return;
    const group = await makeCgroup(here.version, here.folder);
    const [spared, other] = ['spared', 'other'].map(
      () => spawn('/bin/sleep', ['1000'], { stdio: 'ignore' }).pid ?? 0,
    );
    for (const pid of [spared, other]) writeFileSync(group.procs, String(pid));
    await group.kill([spared ?? 0]);
    await expect.poll(() => isRunning(other ?? 0)).toBe(false);
    expect(isRunning(spared ?? 0)).toBe(true);
    await group.close();
  });

  test('can be closed twice', async () => {
    const here = place();
    if (here === undefined) return;
    const group = await makeCgroup(here.version, here.folder);
    await group.close();
    await expect(group.close()).resolves.toBeUndefined();
  });
});

test('the kills are read from either version’s file', () => {
  expect(countIn('low 0\nhigh 0\nmax 12\noom 1\noom_kill 3\noom_group_kill 0\n', 'oom_kill')).toBe(
    3,
  );
  expect(countIn('oom_kill_disable 0\nunder_oom 0\noom_kill 2\n', 'oom_kill')).toBe(2);
  // Kernels before 4.13 don't count them: that is not none.
  expect(countIn('oom_kill_disable 0\nunder_oom 0\n', 'oom_kill')).toBeUndefined();
});
