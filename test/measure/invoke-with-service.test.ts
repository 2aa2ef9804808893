import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import {
  fileOfRun,
  fixture,
  invocationOf,
  isRunning,
  makeWorld,
  nothingExpected,
  temporaryFile,
} from './make-world.ts';

let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

describe('a service', () => {
  const service = (name: string, parameters = {}) => ({
    service: {
      command: fixture(`services/${name}`),
      parameters,
      environment: { PATH: '/usr/bin:/bin' },
    },
  });

  test('gives the program its parameters and variables, and the record its report', async () => {
    const record = await invoke(
      invocationOf('says-its-world.sh', { ...nothingExpected, ...service('echo-service.mjs') }),
      world,
    );
    expect(record.stderr).toContain('arguments: --server=here');
    expect(record.stderr).toContain('env: FROM_SERVICE=yes');
    expect(record).toMatchObject({ outcome: 'measured', service: { requests: 1, longestNs: 6 } });
  });

  test('that found something wrong makes a right answer wrong', async () => {
    const problem = 'worker 3 request 2 came twice';
    const record = await invoke(
      invocationOf('right.sh', service('echo-service.mjs', { problem })),
      world,
    );
    expect(record).toMatchObject({ outcome: 'wrong-answer', reason: problem });
  });

  test('that found something wrong does not hide how the program failed', async () => {
    const record = await invoke(
      invocationOf('exits-3.sh', service('echo-service.mjs', { problem: 'x' })),
      world,
    );
    expect(record).toMatchObject({
      outcome: 'failed',
      reason: 'exit code 3',
      service: { requests: 1 },
    });
  });

  test('tells of a program that was ended at its timeout too', async () => {
    const record = await invoke(
      invocationOf('forever.sh', { ...service('echo-service.mjs'), timeoutMs: 300 }),
      world,
    );
    expect(record).toMatchObject({ outcome: 'timed-out', service: { requests: 1 } });
  });

  test('that can not start is why nothing was attempted', async () => {
    const record = await invoke(invocationOf('right.sh', service('crashes-early.mjs')), world);
    expect(record).toMatchObject({
      outcome: 'not-attempted',
      reason: 'the service ended before its ready line: the port is taken',
    });
    expect(record.wallNs).toBeUndefined();
  });

  test('that ends with an error is told by it, not by the trace around it', async () => {
    const file = temporaryFile('throws.mjs');
    writeFileSync(file, "\nthrow new RangeError('no such port');");
    const thrown = service('crashes-early.mjs').service;
    const own = { service: { ...thrown, command: [process.execPath, file] as const } };
    const record = await invoke(invocationOf('right.sh', own), world);
    expect(record.reason).toBe(
      'the service ended before its ready line: RangeError: no such port (throws.mjs:2)',
    );
  });

  test('that crashes is named, and nothing is known of the program', async () => {
    const record = await invoke(invocationOf('right.sh', service('crashes-later.mjs')), world);
    expect(record).toMatchObject({
      outcome: 'no-result',
      reason: 'the service ended before its report: lost my mind',
    });
  });

  test('that will not go is ended, on an abort too', async () => {
    const stop = new AbortController();
    // The program notes the service's number, so that the test can ask for it.
    const command: [string, ...string[]] = [
      '/bin/sh',
      '-c',
      'echo $SERVICE_PID > $TMPDIR/pid; sleep 1000',
    ];
    const running = invoke(
      invocationOf('right.sh', { command, ...service('will-not-go.mjs') }),
      world,
      stop.signal,
    );
    const pid = (): string => readFileSync(fileOfRun(world, 'pid') ?? '/dev/null', 'utf8');
    await expect.poll(pid).toMatch(/\d+\n/);
    const itsNumber = Number(pid());
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(isRunning(itsNumber)).toBe(false);
  });
});
