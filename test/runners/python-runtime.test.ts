import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHost } from '../../src/measure/host.ts';
import { inspectInterpreter } from '../../runners/runtimes/python/interpreter.ts';
import python from '../../runners/runtimes/python/runtime.ts';
import { fakeHost, type Script } from './fake-host.ts';
import { runners } from './run-program.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'steelyard-python-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

function interpreter(version: string, library: string | null = null): Script[number] {
  const answer = { executable: '/base/python', version, library, facts: { gil: 'on' } };
  return ['-I -c \nimport json, multiprocessing', { stdout: JSON.stringify(answer) }];
}

describe('finding Python', () => {
  it('takes the variable before PATH', async () => {
    const host = fakeHost({
      env: { STEELYARD_PYTHON: '/mine/python' },
      which: () => '/path/python3',
    });
    await python.find(host);
    expect(host.commands[0]).toMatch(/^\/mine\/python /);
  });

  it('names the variable and the page to get it from, where it is nowhere', async () => {
    expect(await python.find(fakeHost())).toHaveProperty(
      'reason',
      expect.stringMatching(/STEELYARD_PYTHON.*python\.org/),
    );
  });

  it('wants 3.10 or newer', async () => {
    const host = fakeHost({ which: () => '/path/python3', script: [interpreter('3.9.18')] });
    expect(await python.find(host)).toHaveProperty(
      'reason',
      expect.stringContaining('is Python 3.9.18; 3.10 or newer is needed'),
    );
  });

  it('hashes the shared library as well, where the interpreter is a stub', async () => {
    const script: Script = [interpreter('3.12.1', '/base/libpython.so'), ['-c pass', {}]];
    const found = await python.find(fakeHost({ cache, which: () => '/path/python3', script }));
    expect(found).toHaveProperty('facts.executableSha256', 'hash-of-/base/python');
    expect(found).toHaveProperty('facts.librarySha256', 'hash-of-/base/libpython.so');
    expect(found).toHaveProperty('binarySha256', expect.stringMatching(/^[0-9a-f]{64}$/));
  });

  it('goes on without the packages when they cannot be had, and says why for each', async () => {
    const script: Script = [
      interpreter('3.12.1'),
      ['-c pass', {}],
      ['pip --version', {}],
      ['pip install', { exitCode: 1, stderr: 'ERROR: No matching distribution found for aiohttp' }],
    ];
    const found = await python.find(fakeHost({ cache, which: () => '/path/python3', script }));
    expect(found).toMatchObject({ available: true, dependencies: {} });
    expect(found).toHaveProperty(
      'missing.requests',
      expect.stringMatching(/No matching distribution found for aiohttp.*Check the network/),
    );
  });

  it('makes the environment without pip where the system has no ensurepip', async () => {
    const script: Script = [
      interpreter('3.12.1'),
      ['-m venv --without-pip', {}],
      ['-m venv', { exitCode: 1, stderr: 'ensurepip is not available' }],
    ];
    const host = fakeHost({ cache, which: () => '/path/python3', script });
    const found = await python.find(host);
    expect(host.commands.filter((line) => line.includes('--without-pip'))).toHaveLength(1);
    expect(found).toHaveProperty('missing.requests', expect.stringContaining('There is no pip'));
  });

  it('installs once: a second search finds the marker', async () => {
    const script: Script = [
      interpreter('3.12.1'),
      ['-m venv', {}],
      ['-c pass', {}],
      ['pip --version', {}],
      ['pip install', {}],
      ['compileall', {}],
      ['importlib.metadata', { stdout: '{"requests": "2.34.2"}' }],
    ];
    const folderOf = (line: string): string => /^.*?(?=\/bin\/python)/.exec(line)?.[0] ?? '';
    const first = fakeHost({
      cache,
      which: () => '/path/python3',
      script,
      onRun: (line) => {
        if (line.includes('pip install')) mkdirSync(folderOf(line), { recursive: true });
      },
    });
    await python.find(first);
    const second = fakeHost({ cache, which: () => '/path/python3', script });
    expect(await python.find(second)).toHaveProperty('dependencies', { requests: '2.34.2' });
    expect(second.commands.filter((line) => line.includes('pip'))).toEqual([]);
  });

  it('sees through a shim to the interpreter that is really there', async () => {
    const { host } = createHost({ root: join(runners, '..'), cache, say: () => undefined });
    const found = await inspectInterpreter(host, 'python3');
    expect(found?.version).toMatch(/^3\.\d+\.\d+/);
    expect(await host.run(found?.executable ?? '', ['-c', 'print(1)'])).toMatchObject({
      stdout: '1',
    });
    const start = readFileSync(found?.executable ?? '')
      .subarray(0, 2)
      .toString('latin1');
    expect(start).not.toBe('#!');
  });
});

describe('the lock', () => {
  const text = readFileSync(join(runners, 'runtimes', 'python', 'requirements.lock'), 'utf8');

  it('pins every package to one version with hashes', () => {
    const pinned = [
      ...text.matchAll(/^([a-z0-9-]+)==[\w.]+ .*\\\n    --hash=sha256:[0-9a-f]{64}/gm),
    ];
    const entries = [...text.matchAll(/^[a-z0-9-]+/gm)];
    expect(pinned.length).toBeGreaterThan(10);
    expect(pinned).toHaveLength(entries.length);
  });

  it('names no place to download from', () => {
    expect(text).not.toMatch(/:\/\/|--index|--find-links|--extra|--trusted/);
  });
});
