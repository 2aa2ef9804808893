import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHost } from '../../../../src/measure/host.ts';
import { inspectInterpreter } from '../../../../runners/runtimes/python/interpreter.ts';
import python from '../../../../runners/runtimes/python/runtime.ts';
import older from '../../../../runners/runtimes/python-3-14/runtime.ts';
import freeThreaded from '../../../../runners/runtimes/python-free-threaded/runtime.ts';
import { fakeHost, type Script } from '../../../scenario/fake-host.ts';
import { runners } from './run-program.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'steelyard-python-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

interface Build {
  readonly isFreeThreaded?: boolean;
  readonly hasJit?: boolean;
  readonly gil?: 'on' | 'off';
}

/** What an interpreter says of itself; `command` is the one that is asked, any where it is left out. */
function interpreter(
  version: string,
  library: string | null = null,
  { isFreeThreaded = false, hasJit = false, gil = 'on' }: Build = {},
  command = '',
): Script[number] {
  const facts = { implementation: 'CPython', gil };
  const answer = { executable: '/base/python', version, library, isFreeThreaded, hasJit, facts };
  return [
    `${command} -I -c \nimport json, multiprocessing`.trimStart(),
    { stdout: JSON.stringify(answer) },
  ];
}

/** A host on whose PATH stand these commands, each below /path/. */
const onPath =
  (...names: string[]) =>
  (name: string): string | undefined =>
    names.includes(name) ? `/path/${name}` : undefined;

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

describe('choosing among several Pythons', () => {
  const both = onPath('python3', 'python3.14');

  it('takes the newest', async () => {
    const script: Script = [
      interpreter('3.11.2', null, {}, '/path/python3'),
      interpreter('3.14.1', null, {}, '/path/python3.14'),
      ['-c pass', {}],
    ];
    const found = await python.find(fakeHost({ cache, which: both, script }));
    expect(found).toMatchObject({ version: '3.14.1', label: 'CPython 3.14.1' });
  });

  it('takes python3 where the others are as new, and heeds numbers, not letters', async () => {
    const script: Script = [
      interpreter('3.10.2', null, {}, '/path/python3'),
      interpreter('3.9.9', null, {}, '/path/python3.14'),
      ['-c pass', {}],
    ];
    const found = await python.find(fakeHost({ cache, which: both, script }));
    expect(found).toMatchObject({ version: '3.10.2' });
    const equal: Script = [
      ['/path/python3 -I', { ...interpreter('3.14.1')[1] }],
      ['/path/python3.14 -I', { exitCode: 1 }],
      ['-c pass', {}],
    ];
    expect(await python.find(fakeHost({ cache, which: both, script: equal }))).toMatchObject({
      version: '3.14.1',
    });
  });

  it('leaves a build without the global lock to the runtime of its own', async () => {
    const free = { isFreeThreaded: true, gil: 'off' as const };
    const script: Script = [
      interpreter('3.11.2', null, {}, '/path/python3'),
      interpreter('3.15.0', null, free, '/path/python3.14'),
      ['-c pass', {}],
    ];
    const found = await python.find(fakeHost({ cache, which: both, script }));
    expect(found).toMatchObject({ version: '3.11.2' });
    const told = fakeHost({
      env: { STEELYARD_PYTHON: '/mine/python' },
      script: [interpreter('3.15.0', null, free)],
    });
    expect(await python.find(told)).toHaveProperty(
      'reason',
      expect.stringMatching(
        /^What STEELYARD_PYTHON points to is a build without the global lock.*STEELYARD_PYTHON_FREE_THREADED/,
      ),
    );
  });

  it('skips what does not run, such as a shim for a version that is not there', async () => {
    const script: Script = [
      interpreter('3.12.1', null, {}, '/path/python3.14'),
      ['/path/python3 ', { exitCode: 127, stderr: 'command not found' }],
      ['-c pass', {}],
    ];
    const found = await python.find(fakeHost({ cache, which: both, script }));
    expect(found).toMatchObject({ version: '3.12.1' });
  });
});

describe('finding free-threaded Python', () => {
  const free: Build = { isFreeThreaded: true, gil: 'off' };

  it('takes the newest of its names, and names the build', async () => {
    const script: Script = [
      interpreter('3.14.2', null, free, '/path/python3.14t'),
      interpreter('3.15.0rc1', null, free, '/path/python3.15t'),
      ['-c pass', {}],
    ];
    const which = onPath('python3', 'python3.14t', 'python3.15t');
    expect(await freeThreaded.find(fakeHost({ cache, which, script }))).toMatchObject({
      version: '3.15.0rc1',
      label: 'CPython 3.15.0rc1, free-threaded',
      facts: { gil: 'off' },
    });
  });

  it('takes the variable before PATH', async () => {
    const host = fakeHost({
      env: { STEELYARD_PYTHON_FREE_THREADED: '/mine/python' },
      which: onPath('python3.15t'),
    });
    await freeThreaded.find(host);
    expect(host.commands).toEqual([expect.stringMatching(/^\/mine\/python /)]);
  });

  it.each<[string, Build, RegExp]>([
    ['has the global lock', {}, /is a build with the global lock \(GIL\)/],
    [
      'could do without it, but has it on',
      { isFreeThreaded: true, gil: 'on' },
      /but its global lock \(GIL\) is on: see whether PYTHON_GIL/,
    ],
  ])('refuses what %s', async (_, build, reason) => {
    const script = [interpreter('3.15.0', null, build)];
    const host = fakeHost({ which: onPath('python3.15t'), script });
    expect(await freeThreaded.find(host)).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it('names the variable and the page to get it from, where it is nowhere', async () => {
    const found = await freeThreaded.find(fakeHost({ which: onPath('python3') }));
    expect(found).toHaveProperty(
      'reason',
      expect.stringMatching(/STEELYARD_PYTHON_FREE_THREADED.*docs\.python\.org/),
    );
  });

  it('has the programs of Python', () => {
    expect(freeThreaded.programsOf).toBe('python');
  });
});

describe("a build's JIT compiler", () => {
  const featureOf = async (build: Build, answer: number): Promise<unknown> => {
    const script: Script = [
      interpreter('3.15.2', null, build),
      ['sys._jit.is_enabled()', { exitCode: answer }],
      ['-c pass', {}],
    ];
    const found = await python.find(fakeHost({ cache, which: onPath('python3'), script }));
    return found.available ? found.features?.['jit'] : found;
  };

  it('is there where the variable turns it on', async () => {
    expect(await featureOf({ hasJit: true }, 0)).toEqual({ there: true });
  });

  it('is not there where it was not built in, or the variable does nothing', async () => {
    expect(await featureOf({}, 0)).toEqual({
      there: false,
      reason: expect.stringContaining('Python 3.15.2 was built without a JIT compiler') as string,
    });
    expect(await featureOf({ hasJit: true }, 1)).toEqual({
      there: false,
      reason: expect.stringContaining("PYTHON_JIT=1 doesn't turn it on") as string,
    });
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

describe('finding the older Python beside the newest', () => {
  it('takes that version and no other', async () => {
    const which = onPath('python3', 'python3.14', 'python3.15');
    const script: Script = [interpreter('3.14.10', null, {}, '/path/python3.14'), ['-c pass', {}]];
    expect(await older.find(fakeHost({ cache, which, script }))).toMatchObject({
      version: '3.14.10',
      label: 'CPython 3.14.10',
    });
  });

  it.each<[string, string, Build, RegExp]>([
    ['is another version', '3.15.2', {}, /is Python 3\.15\.2, not 3\.14/],
    [
      'has no global lock',
      '3.14.2',
      { isFreeThreaded: true, gil: 'off' },
      /without the global lock/,
    ],
  ])('refuses what %s', async (_, version, build, reason) => {
    const host = fakeHost({
      cache,
      env: { STEELYARD_PYTHON_3_14: '/mine/python' },
      script: [interpreter(version, null, build, '/mine/python')],
    });
    expect(await older.find(host)).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it('says what to do where there is none', async () => {
    expect(await older.find(fakeHost())).toHaveProperty(
      'reason',
      expect.stringMatching(/python3\.14.*STEELYARD_PYTHON_3_14/),
    );
  });
});
