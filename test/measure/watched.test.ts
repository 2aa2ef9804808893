import { cpSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256File, stateOf, Watch } from '../../src/measure/watched.ts';
import type { Watched } from '../../src/scenario/runtime.ts';
import { temporaryFolder } from './make-world.ts';

let folder = '';
let file = '';
let watched: Watched;
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'binary');
  writeFileSync(file, 'one');
  watched = { path: file, sha256: await sha256File(file), state: stateOf(file) };
});

describe('a watched file', () => {
  test('is unchanged until another content stands there, in place or by renaming', async () => {
    const watch = new Watch();
    expect(await watch.findChanged([watched])).toBeUndefined();
    writeFileSync(join(folder, 'new'), 'two');
    renameSync(join(folder, 'new'), file);
    expect(await watch.findChanged([watched])).toBe(file);
    writeFileSync(file, 'one');
    expect(await watch.findChanged([watched])).toBeUndefined();
    // Of another size: many kernels' clocks for files tick too slowly for two writes in a row.
    writeFileSync(file, 'three');
    expect(await watch.findChanged([watched])).toBe(file);
  });

  test('may be touched and replaced by the same bytes', async () => {
    const watch = new Watch();
    utimesSync(file, 1, 1);
    cpSync(file, join(folder, 'copy'));
    renameSync(join(folder, 'copy'), file);
    expect(await watch.findChanged([watched])).toBeUndefined();
  });

  test('of the same size and time is still another one', async () => {
    writeFileSync(join(folder, 'new'), 'two');
    utimesSync(join(folder, 'new'), 1, 1);
    utimesSync(file, 1, 1);
    renameSync(join(folder, 'new'), file);
    expect(await new Watch().findChanged([watched])).toBe(file);
  });

  test('that is gone has changed', async () => {
    rmSync(file);
    expect(await new Watch().findChanged([watched])).toBe(file);
  });
});

test('a watched folder changes with any file below it, but for what is excepted', async () => {
  const packages = join(folder, 'packages');
  mkdirSync(join(packages, 'a', '__pycache__'), { recursive: true });
  writeFileSync(join(packages, 'a', 'x.py'), '1');
  const except = ['__pycache__'];
  const whole: Watched = { path: packages, state: stateOf(packages, except), except };
  const watch = new Watch();
  writeFileSync(join(packages, 'a', '__pycache__', 'x.pyc'), '1');
  expect(await watch.findChanged([whole])).toBeUndefined();
  writeFileSync(join(packages, 'a', 'x.py'), '22');
  expect(await watch.findChanged([whole])).toBe(packages);
});
