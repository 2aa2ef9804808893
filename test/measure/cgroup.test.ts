import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countIn,
  makeCgroup,
  removeLeftovers,
  type CgroupVersion,
} from '../../src/measure/cgroup.ts';
import type { World } from '../../src/measure/invoke.ts';
import { isRunning, makeWorld, temporaryFolder } from './make-world.ts';

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

describe('leftovers of a killed harness', () => {
  test('are removed, those of a running one are not', async () => {
    // An ordinary folder serves: all that is looked at is the name and the list of processes.
    const parent = place()?.folder ?? temporaryFolder();
    const noSuchProcess = 4_190_000;
    const left = join(parent, `steelyard-${String(noSuchProcess)}-abc`);
    const inUse = join(parent, `steelyard-${String(process.pid)}-abc`);
    mkdirSync(left);
    mkdirSync(inUse);
    await removeLeftovers(parent);
    const names = readdirSync(parent);
    rmdirSync(inUse);
    expect(names).not.toContain(`steelyard-${String(noSuchProcess)}-abc`);
    expect(names).toContain(`steelyard-${String(process.pid)}-abc`);
  });
});

test('the kills at the cap are read from either version’s file', () => {
  expect(countIn('low 0\nhigh 0\nmax 12\noom 1\noom_kill 3\noom_group_kill 0\n', 'oom_kill')).toBe(
    3,
  );
  expect(countIn('oom_kill_disable 0\nunder_oom 0\noom_kill 2\n', 'oom_kill')).toBe(2);
  expect(countIn('oom_kill_disable 0\nunder_oom 0\n', 'oom_kill')).toBe(0);
});
