import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearLeftoverFolders, clearLeftovers } from '../../src/measure/leftovers.ts';
import { runName } from '../../src/measure/run-name.ts';
import { makeScratch, SCRATCH_SIGN } from '../../src/measure/scratch.ts';
import type { World } from '../../src/measure/world.ts';
import { makeWorld, temporaryFolder } from './make-world.ts';

const DEAD = 'steelyard-run-2-0123abcd';
const scratchFile = fileURLToPath(new URL('../../src/measure/scratch.ts', import.meta.url));
let temporary = '';
let before: string | undefined;
beforeEach(() => {
  before = process.env['TMPDIR'];
  temporary = temporaryFolder();
  process.env['TMPDIR'] = temporary;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
});

const nowhere = { tree: { kind: 'none', reason: '' } } as World;

test('a scratch folder whose owner has ended is removed, whatever process has its number now', async () => {
  const named = `steelyard-run-${process.pid}-0123abcd`;
  for (const name of [DEAD, named]) {
    mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, name, SCRATCH_SIGN), '');
  }
  await clearLeftovers(nowhere);
  expect(readdirSync(temporary)).toEqual([]);
});

test('what is not Steelyard’s stays, and so does what a living run has', async () => {
  mkdirSync(join(temporary, DEAD));
  for (const name of ['steelyard-notes', 'thesis']) mkdirSync(join(temporary, name));
  const script = `import { makeScratch } from ${JSON.stringify(scratchFile)}; console.log(await makeScratch()); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  const there = readdirSync(temporary);
  expect(there).toHaveLength(4);
  await clearLeftovers(nowhere);
  expect(readdirSync(temporary)).toEqual(there);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await clearLeftovers(nowhere);
  expect(readdirSync(temporary).toSorted()).toEqual([DEAD, 'steelyard-notes', 'thesis'].toSorted());
});

test('a cgroup whose owner has ended is removed with what is in it, one of a living run is not', async () => {
  const { world, remove } = await makeWorld();
  if ('folder' in world.tree) {
    const own = join(world.tree.folder, `${await runName()}-ffffffff`);
    const left = join(world.tree.folder, `${DEAD}-00000000`);
    for (const folder of [own, left]) mkdirSync(folder);
    const orphan = spawn('/bin/sleep', ['1000'], { stdio: 'ignore' });
    writeFileSync(join(left, 'cgroup.procs'), String(orphan.pid));
    const ended = once(orphan, 'exit');
    await clearLeftovers(world);
    await ended;
    const names = readdirSync(world.tree.folder);
    expect(names).not.toContain(`${DEAD}-00000000`);
    expect(names).toContain(`${await runName()}-ffffffff`);
    const { endCgroup } = await import('../../src/measure/cgroup.ts');
    await endCgroup(own);
  } else expect(world.tree.reason).not.toBe('');
  remove();
});

test('in a scope, the groups that killed runs left in theirs are removed too', async () => {
  const own = 'steelyard-1-0123abcd.scope';
  const others = ['steelyard-2-0123abcd.scope', 'editor.scope'];
  for (const scope of [own, ...others])
    for (const group of [`${DEAD}-00000000`, `${await runName()}-00000000`, 'harness'])
      mkdirSync(join(temporary, scope, group), { recursive: true });
  const tree = { kind: 'cgroup-v2', folder: join(temporary, own) } as const;
  await clearLeftovers({ tree } as World);
  const left = (scope: string): string[] => readdirSync(join(temporary, scope));
  for (const scope of [own, 'steelyard-2-0123abcd.scope'])
    expect(left(scope).toSorted()).toEqual(['harness', `${await runName()}-00000000`].toSorted());
  expect(left('editor.scope')).toHaveLength(3);
});

test('folders with a prefix are told by the name of their owner', async () => {
  const names = [`compare-${DEAD}`, `compare-${await runName()}`, 'compare-of-mine'];
  for (const name of names) mkdirSync(join(temporary, name));
  await clearLeftoverFolders(temporary, 'compare-');
  expect(readdirSync(temporary).toSorted()).toEqual(names.slice(1).toSorted());
});

test.each([
  ['relative', 'tmp', 'which is no absolute path. Set TMPDIR'],
  ['missing', '/no/such/folder', "/no/such/folder isn't there. Make it, or set TMPDIR"],
  ['a file', scratchFile, "isn't there"],
])('a temporary folder that is %s is said before anything is measured', async (_, path, words) => {
  process.env['TMPDIR'] = path;
  await expect(makeScratch()).rejects.toThrow(words);
});
