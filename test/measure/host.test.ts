import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHost, findOnPath } from '../../src/measure/host.ts';
import { runCommand } from '../../src/measure/run.ts';
import { temporaryFolder } from './make-world.ts';

function folderWith(root: string, name: string, executable: string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, executable), '#!/bin/sh\n');
  chmodSync(join(folder, executable), 0o755);
  return folder;
}

describe('finding an executable', () => {
  test('takes the first on the path, but none of a node_modules folder', () => {
    const root = temporaryFolder();
    const own = folderWith(root, 'node_modules/.bin', 'tool');
    const first = folderWith(root, 'first', 'tool');
    const second = folderWith(root, 'second', 'tool');
    expect(findOnPath('tool', [own, first, second].join(':'))).toBe(join(first, 'tool'));
    expect(findOnPath('tool', own)).toBeUndefined();
  });

  test('passes over what is not executable, and folders', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'tool'));
    writeFileSync(join(root, 'plain'), '');
    expect(findOnPath('tool', root)).toBeUndefined();
    expect(findOnPath('plain', root)).toBeUndefined();
  });
});

describe('running a command', () => {
  test('gives its exit code and what it said', async () => {
    const output = await runCommand('/bin/sh', ['-c', 'echo out; echo "$GIVEN" >&2; exit 4'], {
      env: { GIVEN: 'err' },
    });
    expect(output).toEqual({ exitCode: 4, stdout: 'out', stderr: 'err' });
  });

  test('that can not be started has no exit code, and says why', async () => {
    const output = await runCommand('/no/such/command', []);
    expect(output.exitCode).toBeUndefined();
    expect(output.stderr).toContain('ENOENT');
  });

  test('that takes too long has no exit code, and says why', async () => {
    const output = await runCommand('/bin/sleep', ['1000'], { timeoutS: 0.1 });
    expect(output.exitCode).toBeUndefined();
    expect(output.stderr).toContain('timed out');
  });
});

test('the host hashes files, finds commands and has its cache folder made', async () => {
  const root = temporaryFolder();
  const cache = join(root, 'a', 'cache');
  const host = createHost({
    root,
    cache,
    say: () => undefined,
    env: { PATH: folderWith(root, 'bin', 'tool') },
  });
  writeFileSync(join(cache, 'file'), 'abc');
  // The test vector of FIPS 180-4.
  expect(await host.sha256(join(cache, 'file'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(host.which('tool')).toBe(join(root, 'bin', 'tool'));
  expect(host.which('no-such-tool')).toBeUndefined();
});
