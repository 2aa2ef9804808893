import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { launch, signalName, type LaunchRequest } from '../../src/measure/launch.ts';
import { prepareLauncher } from '../../src/measure/launcher.ts';
import { invocationOf, makeWorld, temporaryFile, temporaryFolder } from './make-world.ts';

/** A request for a line of shell, with files of its own. */
function shell(line: string, further: Partial<LaunchRequest> = {}): LaunchRequest {
  return {
    command: ['/bin/sh', '-c', line],
    cwd: '/',
    environment: { PATH: '/usr/bin:/bin' },
    timeoutMs: 20_000,
    stdout: temporaryFile('stdout'),
    stderr: temporaryFile('stderr'),
    cores: [],
    join: [],
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

  test('output and error go to files, standard input is empty', async () => {
    const request = shell('cat; echo out; echo err >&2');
    const launched = await launch(world.launcher, request);
    expect(launched.end).toEqual({ kind: 'exited', exitCode: 0 });
    expect(readFileSync(request.stdout, 'utf8')).toBe('out\n');
    expect(readFileSync(request.stderr, 'utf8')).toBe('err\n');
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
      end: { kind: 'signalled', signal: 'SIGKILL' },
    });
  });

  test('a program that is not there is an end, not an exception', async () => {
    const launched = await launch(world.launcher, shell('', { command: ['/no/such/program'] }));
    expect(launched.end).toMatchObject({ kind: 'not-started' });
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
    const cache = temporaryFolder();
    const said: string[] = [];
    const say = (line: string): void => {
      said.push(line);
    };
    const first = await prepareLauncher({ cache, say });
    const second = await prepareLauncher({ cache, say });
    expect(second).toEqual(first);
    expect(said).toEqual(['compiled the launcher']);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('without a compiler is not used, and the reason says what to do', async () => {
    const launcher = await prepareLauncher({
      cache: temporaryFolder(),
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
    const [soft, hard] = readFileSync(request.stdout, 'utf8').split('\n');
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
      expect((await launch(world.launcher, request)).cores).toEqual([core]);
      expect(readFileSync(request.stdout, 'utf8')).toMatch(new RegExp(`\\t${String(core)}\n$`));
      remove();
    },
  );

  test('that can not join a cgroup says so and starts nothing', async () => {
    const { world, remove } = await makeWorld();
    const request = shell('echo started', { join: [join(temporaryFolder(), 'no-such-file')] });
    const launched = await launch(world.launcher, request);
    expect(launched.end).toMatchObject({
      kind: 'not-started',
      error: "can't join the cgroup: No such file or directory",
    });
    expect(readFileSync(request.stdout, 'utf8')).toBe('');
    remove();
  });
});

test('signals are named as the system names them', () => {
  expect(signalName(9)).toBe('SIGKILL');
  expect(signalName(99)).toBe('signal 99');
});
