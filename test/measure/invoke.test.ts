import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { canCap } from '../../src/measure/tree-memory.ts';
import { invocationOf, isRunning, makeWorld, nothingExpected } from './make-world.ts';

const MB = 2 ** 20;
let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

describe('a program that does what it should', () => {
  test('is measured, with its times, sizes and what it reported', async () => {
    const record = await invoke(invocationOf('right.sh'), world);
    expect(record).toMatchObject({ outcome: 'measured', exitCode: 0, measures: { allDone: 1000 } });
    expect(record.reason).toBeUndefined();
    expect(record.wallNs).toBeGreaterThan(0);
    expect(record.cpuNs).toBeGreaterThan(0);
    expect(record.peakProcessBytes).toBeGreaterThan(0);
    expect(record.peakProcessBytes).toBeLessThan(8 * MB);
  });

  test('has the memory of its whole tree measured where a cgroup can be made, and not elsewhere', async () => {
    const record = await invoke(invocationOf('right.sh'), world);
    if (canCap(world.tree)) expect(record.peakTreeBytes).toBeGreaterThan(0);
    else expect(record.peakTreeBytes).toBeUndefined();
  });

  test('gets its parameters, the usable cores, its folder and nothing but the given environment', async () => {
    const invocation = invocationOf('says-its-world.sh', {
      ...nothingExpected,
      parameters: { workers: 10, delayMs: 5 },
    });
    const { stderr } = await invoke(invocation, world);
    expect(stderr).toContain(
      `arguments: --workers=10 --delayMs=5 --cores=${String(world.usableCores)}\n`,
    );
    expect(stderr).toContain('folder: <program>\n');
    const names = [...(stderr ?? '').matchAll(/^env: (\w+)=/gm)].map((match) => match[1]);
    // The shell itself sets the last three.
    expect(
      names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name ?? '')).toSorted(),
    ).toEqual(['HOME', 'PATH', 'TMPDIR']);
    expect(stderr).not.toContain('standard input has a line');
  });

  test('leaves no process behind, not even in a session of its own', async () => {
    const record = await invoke(invocationOf('leaves-children.sh', nothingExpected), world);
    expect(record.outcome).toBe('measured');
    const left = record.stderr!.split('\n').map(Number);
    expect(left.length).toBeGreaterThanOrEqual(2);
    if (process.platform === 'linux') expect(left.filter(isRunning)).toEqual([]);
  });

  test('leaves no file in the scratch folder', async () => {
    await invoke(invocationOf('right.sh'), world);
    expect(readdirSync(world.scratch).filter((name) => name.startsWith('run-'))).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('has the CPU time of its daemons counted', async () => {
    const record = await invoke(invocationOf('daemon-burns-cpu.mjs', nothingExpected), world);
    expect(record.outcome).toBe('measured');
    expect(record.cpuNs).toBeGreaterThanOrEqual(300e6);
  });
});

describe('a program that goes wrong', () => {
  test.each([
    ['exits-3.sh', 'failed', 'exit code 3'],
    ['kills-itself.sh', 'killed', 'ended by SIGTERM'],
    ['wrong-sum.sh', 'wrong-answer', 'expected sum = 45, found 44'],
    ['extra-measure.sh', 'wrong-answer', 'expected no measure luck, found {"ns":7}'],
    [
      'says-nothing.sh',
      'wrong-answer',
      'expected a last line {"steelyard":1,…}, found an empty output',
    ],
  ])('%s is %s: %s', async (program, outcome, reason) => {
    expect(await invoke(invocationOf(program), world)).toMatchObject({ outcome, reason });
  });

  test('keeps its times and the last words on standard error, without paths of this machine', async () => {
    const record = await invoke(invocationOf('exits-3.sh'), world);
    expect(record.wallNs).toBeGreaterThan(0);
    expect(record).toMatchObject({ exitCode: 3, stderr: 'no such table in <run>/home/tables' });
  });

  test('that reports more than its wall time is wrong', async () => {
    const record = await invoke(invocationOf('measure-over-wall.sh'), world);
    expect(record.outcome).toBe('wrong-answer');
    expect(record.reason).toMatch(
      /^expected allDone ≤ the wall time of \d+ ns, found 3600000000000 ns$/,
    );
    expect(record.measures).toBeUndefined();
  });

  test('that is faster than the work can be is wrong', async () => {
    const record = await invoke(invocationOf('right.sh', { floorNs: 3600e9 }), world);
    expect(record.outcome).toBe('wrong-answer');
    expect(record.reason).toContain('expected a wall time ≥ 3600000000000 ns');
  });

  test('that never ends is stopped at the timeout', async () => {
    const record = await invoke(invocationOf('forever.sh', { timeoutMs: 200 }), world);
    expect(record).toMatchObject({ outcome: 'timed-out', reason: 'not finished after 0.2 s' });
    expect(record.wallNs).toBeGreaterThanOrEqual(200e6);
  });

  test('that ignores SIGTERM is stopped all the same', async () => {
    const record = await invoke(invocationOf('ignores-sigterm.mjs', { timeoutMs: 200 }), world);
    expect(record.outcome).toBe('timed-out');
  });

  test('whose runtime is not there has no result: it was never started', async () => {
    const record = await invoke(invocationOf('right.sh', { command: ['/no/such/program'] }), world);
    expect(record).toMatchObject({
      outcome: 'no-result',
      reason: "can't start the program: No such file or directory",
    });
  });

  test('that shouts has only its last lines kept', async () => {
    const { stderr } = await invoke(invocationOf('shouts.sh', nothingExpected), world);
    expect(stderr).toContain('line 500 of many');
    expect(stderr).not.toContain('line 400 of many');
    expect(stderr?.length).toBeLessThanOrEqual(2001);
  });
});
