import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { launch, type LaunchRequest } from '../../src/measure/launch.ts';
import { signalName } from '../../src/measure/launcher-answer.ts';
import { prepareLauncher } from '../../src/measure/launcher.ts';
import { askLauncher, endLauncher } from '../../src/measure/resident.ts';
import {
  invocationOf,
  isRunning,
  makeWorld,
  temporaryFile,
  temporaryFolder,
} from './make-world.ts';
import { xxh64 } from './xxh64.ts';

/** A request for a line of shell. */
function shell(line: string, further: Partial<LaunchRequest> = {}): LaunchRequest {
  return {
    command: ['/bin/sh', '-c', line],
    cwd: '/',
    environment: { PATH: '/usr/bin:/bin' },
    timeoutMs: 20_000,
    cores: [],
    join: [],
    writes: [],
    ...further,
  };
}

describe.each(['cc', 'no-such-compiler'])('with the compiler %s', (compiler) => {
  let world: World;
  let remove: () => void;
  beforeAll(async () => {
    ({ world, remove } = await makeWorld(compiler));
  });
  afterAll(() => {
    remove();
  });

  test('the method is named', () => {
    expect(world.launcher.method).toBe(compiler === 'cc' ? 'launcher' : 'spawn');
  });

  test('output and error are kept, standard input is empty', async () => {
    const request = shell('cat; echo out; echo err >&2');
    const launched = await launch(world.launcher, request);
    expect(launched.end).toEqual({ kind: 'exited', exitCode: 0 });
    expect(launched.stdout).toMatchObject({ bytes: 4, kept: 'out\n' });
    expect(launched.stderr).toMatchObject({ bytes: 4, kept: 'err\n' });
  });

  test('an exit code and a signal are told apart', async () => {
    expect((await launch(world.launcher, shell('exit 137'))).end).toEqual({
      kind: 'exited',
      exitCode: 137,
    });
    expect((await launch(world.launcher, shell('kill -KILL $$'))).end).toEqual({
      kind: 'signalled',
      signal: 'SIGKILL',
    });
  });

  test('the timeout ends the whole group', async () => {
    const launched = await launch(
      world.launcher,
      shell('sleep 1000 & sleep 1000', { timeoutMs: 100 }),
    );
    expect(launched).toMatchObject({
      timedOut: true,
      end: { kind: 'signalled', signal: 'SIGTERM' },
    });
  });

  test('a program that is not there has no result, and is no exception', async () => {
    const launched = await launch(world.launcher, shell('', { command: ['/no/such/program'] }));
    expect(launched.end).toMatchObject({ kind: 'no-result' });
    expect(launched.wallNs).toBeUndefined();
  });

  test('an invocation is measured', async () => {
    const record = await invoke(invocationOf('right.sh'), world);
    expect(record.outcome).toBe('measured');
    expect(record.wallNs).toBeGreaterThan(0);
    if (compiler === 'cc') expect(record.peakProcessBytes).toBeGreaterThan(0);
    else expect(Object.keys(record)).not.toContain('peakProcessBytes');
  });

  test('an abort rejects with an AbortError', async () => {
    const stop = new AbortController();
    const running = launch(world.launcher, shell('sleep 1000'), {
      signal: stop.signal,
      onStart: () => {
        stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the launcher', () => {
  test('is compiled once and then found by the hash of its source', async () => {
    const [cache, scratch] = [temporaryFolder(), temporaryFolder()];
    const said: string[] = [];
    const say = (line: string): void => {
      said.push(line);
    };
    const first = await prepareLauncher({ cache, scratch, say });
    const second = await prepareLauncher({ cache, scratch, say });
    expect(second).toEqual(first);
    expect(said).toEqual(['compiled the launcher']);
    expect(readdirSync(cache)).toHaveLength(2);
  });

  test('without a compiler is not used, and the reason says what to do', async () => {
    const launcher = await prepareLauncher({
      cache: temporaryFolder(),
      scratch: temporaryFolder(),
      say: () => undefined,
      compiler: 'no-such-compiler',
    });
    expect(launcher).toMatchObject({ method: 'spawn' });
    expect(launcher).toHaveProperty('reason', expect.stringContaining('Install one') as string);
  });

  test('gives the program all descriptors that it may have, and says how many', async () => {
    const { world, remove } = await makeWorld();
    const request = shell('ulimit -Sn; ulimit -Hn');
    const launched = await launch(world.launcher, request);
    const [soft, hard] = launched.stdout!.kept.split('\n');
    expect(soft).toBe(hard === 'unlimited' ? soft : hard);
    if (hard !== 'unlimited') expect(launched.descriptors).toBe(Number(hard));
    remove();
  });

  test.runIf(process.platform === 'linux')(
    'lets the program run on the given cores only',
    async () => {
      const { world, remove } = await makeWorld();
      const core = world.affinity[0] ?? 0;
      const request = shell('grep Cpus_allowed_list /proc/self/status', { cores: [core] });
      const launched = await launch(world.launcher, request);
      expect(launched.cores).toEqual([core]);
      expect(launched.stdout!.kept).toMatch(new RegExp(`\\t${String(core)}\n$`));
      remove();
    },
  );

  test('that can not join a cgroup says so and starts nothing', async () => {
    const { world, remove } = await makeWorld();
    const request = shell('echo started', { join: [join(temporaryFolder(), 'no-such-file')] });
    const launched = await launch(world.launcher, request);
    expect(launched.end).toMatchObject({
      kind: 'no-result',
      error: "can't join the cgroup: No such file or directory",
    });
    expect(launched.stdout!.bytes).toBe(0);
    remove();
  });
});

const isLinux = process.platform === 'linux';

describe('what a program writes', () => {
  let world: World;
  let remove: () => void;
  beforeAll(async () => {
    ({ world, remove } = await makeWorld());
  });
  afterAll(() => remove());

  // The first two are known values of XXH64 with seed 0; the last is worked out in the test below.
  test.each([
    ['', 'ef46db3751d8e999'],
    ['abc', '44bc2cf5ad770999'],
  ])('"%s" has the checksum %s', async (text, xxh64) => {
    const launched = await launch(world.launcher, shell(`printf '${text}'`));
    expect(launched.stdout).toEqual({ bytes: text.length, kept: text, xxh64 });
  });

  test('has the checksum that another implementation works out, whatever its length', async () => {
    for (const length of [1, 4, 7, 8, 31, 32, 33, 63, 64, 100, 5000]) {
      const text = Array.from({ length }, (_, at) =>
        String.fromCharCode(97 + ((at * 7) % 26)),
      ).join('');
      const launched = await launch(world.launcher, shell(`printf '${text}'`));
      expect([length, launched.stdout!.xxh64]).toEqual([length, xxh64(Buffer.from(text))]);
    }
  });

  test('is kept to its last megabyte, and counted and checked whole', async () => {
    const line = 'head -c 3000000 /dev/zero; echo; echo end';
    const { stdout } = await launch(world.launcher, shell(line));
    const whole = Buffer.concat([Buffer.alloc(3_000_000), Buffer.from('\nend\n')]);
    expect(stdout!.bytes).toBe(whole.length);
    expect(stdout!.kept === whole.subarray(-(2 ** 20)).toString()).toBe(true);
    expect(stdout!.xxh64).toBe(xxh64(whole));
  });

  test('goes through pipes like any other: to open one anew takes nothing away', async () => {
    const line = 'echo one; echo two > /dev/stdout; echo three';
    expect((await launch(world.launcher, shell(line))).stdout!.kept).toBe('one\ntwo\nthree\n');
  });

  test('does not hold up the end: who keeps a stream open is ended', async () => {
    const line = '(sleep 1000 &) ; setsid sleep 1000 & echo $!';
    const launched = await launch(world.launcher, shell(line));
    expect(launched.end).toEqual({ kind: 'exited', exitCode: 0 });
    if (isLinux) expect(isRunning(Number(launched.stdout!.kept))).toBe(false);
  });
});

describe('a launcher that can not run', () => {
  const prepare = async (cache: string): Promise<[string, string]> => {
    const said: string[] = [];
    const launcher = await prepareLauncher({
      cache,
      scratch: temporaryFolder(),
      say: (line) => said.push(line),
    });
    return [launcher.method, said.join('\n')];
  };
  const fileIn = (cache: string): string => join(cache, readdirSync(cache).sort()[0]!);

  test.each([
    ['lost its right to run', (file: string) => chmodSync(file, 0o644)],
    ['is of another machine', (file: string) => writeFileSync(file, '\x7fELF of another machine')],
    ['is empty', (file: string) => writeFileSync(file, '')],
    ['was changed, and runs', (file: string) => appendFileSync(file, 'x')],
    ['ends at once', (file: string) => writeFileSync(file, '#!/bin/sh\n')],
  ])('because it %s is made anew', async (_, spoil) => {
    const cache = temporaryFolder();
    await prepare(cache);
    const whole = readFileSync(fileIn(cache));
    await endLauncher(fileIn(cache));
    spoil(fileIn(cache));
    expect(await prepare(cache)).toEqual(['launcher', 'compiled the launcher']);
    expect(readFileSync(fileIn(cache)).equals(whole)).toBe(true);
  });

  const canMount = isLinux && spawnSync('unshare', ['--mount', 'true']).status === 0;
  test.skipIf(!canMount)('in its cache is made in the temporary folder', () => {
    const cache = temporaryFolder();
    const script =
      `import { prepareLauncher } from ${JSON.stringify(join(import.meta.dirname, '../../src/measure/launcher.ts'))};` +
      `const { method, path } = await prepareLauncher({ cache: '${cache}', scratch: '${temporaryFolder()}', say: console.log }); console.log(method, path.startsWith('${cache}'));`;
    const inside = `mount -t tmpfs -o noexec none ${cache} && exec "$0" --input-type=module -e "$1"`;
    const { stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', inside, process.execPath, script],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('compiled the launcher\nlauncher false\n');
  });

  test('and is killed on the way gives no result, and nothing of the program is left', async () => {
    const { world, remove } = await makeWorld();
    if (world.launcher.method === 'spawn') throw new Error('a compiler is needed');
    let stopwatch = '';
    const said = temporaryFile('said');
    const line = `setsid sleep 1000 & echo $!; echo > ${said}; wait`;
    const running = launch(world.launcher, shell(line), {
      onStart: (pid) => {
        void (async () => {
          const children = `/proc/${pid}/task/${pid}/children`;
          while (stopwatch === '' || !existsSync(said)) {
            stopwatch = readFileSync(children, 'utf8').trim();
            await setTimeout(50);
          }
          process.kill(Number(stopwatch), 'SIGKILL');
        })();
      },
    });
    if (isLinux) {
      const launched = await running;
      expect(launched.end).toMatchObject({
        kind: 'no-result',
        error: 'its stopwatch was killed',
      });
      expect(isRunning(Number(launched.stdout!.kept))).toBe(false);
    }
    remove();
  });

  test.runIf(isLinux)(
    'and is stopped on the way is ended from outside, with its program',
    async () => {
      const { world, remove } = await makeWorld();
      if (world.launcher.method === 'spawn') throw new Error('a compiler is needed');
      const said = temporaryFile('said');
      const words: [string, string][] = [
        ['timeout', '10000'],
        ['env', 'PATH=/usr/bin:/bin'],
        ...['/bin/sh', '-c', `echo $$ > ${said}; sleep 1000`].map((arg): [string, string] => [
          'arg',
          arg,
        ]),
      ];
      const answer = await askLauncher(world.launcher.path, words, () => false, {
        limitMs: 1000,
        onStart: (pid) => {
          void (async () => {
            while (!existsSync(said) || readFileSync(said, 'utf8') === '') await setTimeout(10);
            process.kill(-pid, 'SIGSTOP');
          })();
        },
      });
      expect(answer).toEqual({ lack: 'it was held up, and had to be ended' });
      expect(isRunning(Number(readFileSync(said, 'utf8')))).toBe(false);
      remove();
    },
  );

  test('a timeout sends SIGTERM first: a program may end in good order', async () => {
    const { world, remove } = await makeWorld();
    const line = 'trap "echo bye; exit 5" TERM; sleep 1000 & wait';
    // Long enough for a slow machine's shell to have come to its trap.
    const launched = await launch(world.launcher, shell(line, { timeoutMs: 2000 }));
    expect(launched).toMatchObject({ timedOut: true, end: { kind: 'exited', exitCode: 5 } });
    expect(launched.stdout!.kept).toBe('bye\n');
    remove();
  });
});

test('signals are named as the system names them', () => {
  expect(signalName(9)).toBe('SIGKILL');
  expect(signalName(99)).toBe('signal 99');
});
