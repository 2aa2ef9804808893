import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/measure/answer.ts';
import { expectedAnswer } from '../../src/scenario/expected.ts';
import { loadScenarios } from '../../src/scenario/load.ts';
import { runPython, runners } from './run-program.ts';

/** Programs that need a package or a server are tested elsewhere, or measured only. */
const withoutServer = (await loadScenarios(runners)).filter((each) => each.service === undefined);

const runs = withoutServer.flatMap((scenario) =>
  scenario.cases
    .filter((each) => each.rounds.smoke !== undefined)
    .flatMap((each) =>
      scenario.contestants
        .filter(({ runtime, needs }) => runtime === 'python' && needs.length === 0)
        .map(({ program }) => ({ program, scenario, parameters: each.parameters })),
    ),
);

describe('the Python programs of the standard library', () => {
  it('are all there', () => {
    expect(runs.map((run) => run.program)).toEqual([
      'cpu_processes.py',
      'cpu_threads.py',
      'cpu_asyncio.py',
      'memory_threads.py',
      'memory_asyncio.py',
      'memory_processes.py',
      'spawn_threads.py',
      'spawn_asyncio.py',
      'spawn_processes.py',
      'hello.py',
    ]);
  });

  it.each(runs)('$program gives the right answer and the declared measures', async (run) => {
    const ended = await runPython(run.program, run.parameters);
    expect(ended.exitCode, ended.stderr).toBe(0);
    const measures = run.scenario.measures
      .filter((measure) => measure.source.from === 'program')
      .map(({ id, unit }) => ({ id, unit }));
    const answer = expectedAnswer(run.scenario.answer, run.parameters);
    expect(checkAnswer(ended.stdout, { answer, measures })).toMatchObject({ right: true });
  });
});

/**
 * The program as measured, with one statement that fails put in front of each
 * worker's first. Programs that raise nothing of their own are tested so.
 */
const broken: string[] = [];
function breakWorker(program: string, firstStatement: string, failure: string): string {
  const source = readFileSync(join(runners, 'runtimes', 'python', program), 'utf8');
  const changed = source.replace(firstStatement, `${failure}; ${firstStatement}`);
  if (changed === source) throw new Error(`${program} no longer holds "${firstStatement}"`);
  const file = join(tmpdir(), `steelyard-${String(process.pid)}-${program}`);
  writeFileSync(file, changed);
  broken.push(file);
  return file;
}
afterAll(() => {
  for (const file of broken) rmSync(file, { force: true });
});

describe('a Python program whose worker fails', () => {
  it.each(['cpu_processes.py', 'cpu_threads.py', 'cpu_asyncio.py'])(
    '%s ends with an exit code and a message',
    async (program) => {
      const ended = await runPython(breakWorker(program, 'total = 0', 'raise OSError("broken")'), {
        workers: 2,
        steps: 10,
      });
      expect(ended.exitCode).toBe(1);
      expect(ended.stderr).toContain('broken');
      expect(ended.stdout).toBe('');
    },
  );

  it.each([
    ['spawn_threads.py', 'started.append('],
    ['spawn_asyncio.py', 'return time.perf_counter_ns()'],
    ['spawn_processes.py', 'started[worker] ='],
    ['memory_processes.py', 'running.release()'],
  ])('%s ends with an exit code and a message', async (program, firstStatement) => {
    const file = breakWorker(program, firstStatement, 'raise OSError("broken")');
    const ended = await runPython(file, { workers: 2, holdMs: 10 });
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('broken');
    expect(ended.stdout).toBe('');
  });

  it('memory_processes.py does not wait for a worker that was killed', async () => {
    const kill = '__import__("os").kill(__import__("os").getpid(), 9)';
    const file = breakWorker('memory_processes.py', 'running.release()', kill);
    const ended = await runPython(file, { workers: 2, holdMs: 10 });
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('the first with -9');
  });
});
