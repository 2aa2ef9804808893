import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../../src/measure/answer.ts';
import { expectedAnswer } from '../../../../src/scenario/expected.ts';
import { takesPart } from '../../../../src/scenario/schema.ts';
import { compareVersions } from '../../../../src/scenario/version.ts';
import { pythonVersion, runPython, runners } from './run-program.ts';
import { scenarios } from './scenarios.ts';

/** Programs that need a package or a server are tested elsewhere, or measured only. */
const withoutServer = scenarios.filter((each) => each.service === undefined);

const runs = withoutServer.flatMap((scenario) =>
  scenario.cases
    .filter((each) => each.rounds.smoke !== undefined)
    .flatMap((each) =>
      scenario.contestants
        .filter((contestant) => contestant.runtime === 'python' && contestant.needs.length === 0)
        .filter((contestant) => takesPart(contestant, each))
        .map(({ program, since = '3' }) => {
          return { program, since, scenario, parameters: each.parameters };
        }),
    ),
);

const version = pythonVersion();

/** Runs where the Python of these tests can run the program, else it is shown as skipped, with the reason in its name. */
function itRuns(since: string, name: string, test: () => Promise<void>): void {
  if (compareVersions(version, since) < 0) it.skip(`${name} (needs Python ${since})`, test);
  else it(name, test);
}

describe('the Python programs of the standard library', () => {
  it('are all there', () => {
    expect(runs.map((run) => run.program)).toEqual([
      'cpu_processes.py',
      'cpu_threads.py',
      'cpu_asyncio.py',
      'cpu_interpreters.py',
      'memory_threads.py',
      'memory_asyncio.py',
      'memory_processes.py',
      'memory_interpreters.py',
      'spawn_threads.py',
      'spawn_asyncio.py',
      'spawn_processes.py',
      'spawn_processes_forkserver.py',
      'spawn_interpreters.py',
      'spawn_asyncio_eager.py',
      'hello.py',
    ]);
  });

  for (const run of runs) {
    itRuns(
      run.since,
      `${run.program} gives the right answer and the declared measures`,
      async () => {
        const ended = await runPython(run.program!, run.parameters);
        expect(ended.exitCode, ended.stderr).toBe(0);
        const measures = run.scenario.measures
          .filter((measure) => measure.source.from === 'program')
          .map(({ id, unit }) => ({ id, unit }));
        const answer = expectedAnswer(run.scenario.answer!, run.parameters);
        expect(checkAnswer(ended.stdout, { answer, measures })).toMatchObject({ right: true });
      },
    );
  }
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

/** A program, and the first statement of its worker. */
const failing: readonly (readonly [program: string, firstStatement: string])[] = [
  ['cpu_processes.py', 'total = 0'],
  ['cpu_threads.py', 'total = 0'],
  ['cpu_asyncio.py', 'total = 0'],
  ['cpu_interpreters.py', 'total = 0'],
  ['spawn_threads.py', 'started.append('],
  ['spawn_asyncio.py', 'return time.perf_counter_ns()'],
  ['spawn_asyncio_eager.py', 'return time.perf_counter_ns()'],
  ['spawn_processes.py', 'started[worker] ='],
  ['spawn_processes_forkserver.py', 'started[worker] ='],
  ['spawn_interpreters.py', 'started.put('],
  ['memory_processes.py', 'running.release()'],
  ['memory_interpreters.py', 'os.write('],
];

describe('a Python program whose worker fails', () => {
  for (const [program, firstStatement] of failing) {
    const since = runs.find((run) => run.program === program)?.since ?? '3';
    itRuns(since, `${program} ends with an exit code and a message`, async () => {
      const file = breakWorker(program, firstStatement, 'raise OSError("broken")');
      const ended = await runPython(file, { workers: 2, steps: 10, holdMs: 10 });
      expect(ended.exitCode).toBe(1);
      expect(ended.stderr).toContain('broken');
      expect(ended.stdout).toBe('');
    });
  }

  it('memory_processes.py does not wait for a worker that was killed', async () => {
    const kill = '__import__("os").kill(__import__("os").getpid(), 9)';
    const file = breakWorker('memory_processes.py', 'running.release()', kill);
    const ended = await runPython(file, { workers: 2, holdMs: 10 });
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('the first with -9');
  });
});
