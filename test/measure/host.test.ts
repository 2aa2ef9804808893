import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHost, findOnPath } from '../../src/measure/host.ts';
import { runCommand } from '../../src/measure/run.ts';
import { isRunning, temporaryFolder } from './make-world.ts';

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
    expect(output.stderr).toContain('not finished after 0.1 s, and ended');
  });

  test.each([
    ['in its group', 'sleep 1000 & echo $!'],
    ['that left its group', 'setsid sleep 1000 & sleep 0.1; pgrep -n -x sleep'],
  ])('ends when it has ended, with a child %s that keeps its output open', async (_, line) => {
    const output = await runCommand('/bin/sh', ['-c', line]);
    expect(output.exitCode).toBe(0);
    const child = Number(output.stdout);
    expect(child).toBeGreaterThan(0);
    // Killed, and taken down by the system a moment later.
    if (process.platform === 'linux') await expect.poll(() => isRunning(child)).toBe(false);
  });

  test('may leave a helper running, whoever holds its output', async () => {
    const line = 'sleep 1000 & echo $!';
    const output = await runCommand('/bin/sh', ['-c', line], { leavesHelpers: true });
    expect(output).toMatchObject({ exitCode: 0, stderr: '' });
    expect(isRunning(Number(output.stdout))).toBe(true);
    process.kill(Number(output.stdout), 'SIGKILL');
  });

  test('is ended by an abort, with what it started', async () => {
    const stop = new AbortController();
    const running = runCommand('/bin/sh', ['-c', 'sleep 1000 & sleep 1000'], {
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 50);
    expect(await running).toMatchObject({ exitCode: undefined, stderr: 'interrupted' });
  });

  test('may be given a timeout of any length', async () => {
    const output = await runCommand('/bin/sleep', ['0.05'], { timeoutS: 30 * 86_400 });
    expect(output.exitCode).toBe(0);
  });
});

test('the host hashes files, finds commands, has its cache folder made, and knows what was looked at', async () => {
  const root = temporaryFolder();
  const cache = join(root, 'a', 'cache');
  const { host, files, packages } = createHost({
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
  host.watch(join(root, 'bin'));
  expect(files).toMatchObject([{ path: join(cache, 'file') }]);
  expect(packages).toMatchObject([{ path: join(root, 'bin') }]);
});
