import type { ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { MeasureOutcome } from '../../src/session/measure.ts';
import { stepName } from '../../src/plan/schedule.ts';
import { benchTest } from './bench-test.ts';
import { end, processesThatName, type Bench, type Ended } from './bench.ts';
import { Gate } from './gate.ts';

const wait = ['measure', '--profile', 'smoke', '--only', 'wait'];
const planned = ['shell-wait', 'shell-wait-too']
  .flatMap((id) => [0, 1, 2, 3, 4].map((round) => `wait/short ${id} ${round}`))
  .toSorted();

const recordsIn = (bench: Bench): string =>
  readFileSync(join(bench.sessions()[0]!.folder, 'records.jsonl'), 'utf8');

/** Invocations that are done when the waiting is interrupted. */
const DONE = 3;

/** Starts the waiting, and holds it when some of it is done and some is not. */
async function startHeld(
  bench: Bench,
): Promise<{ child: ChildProcess; ended: Promise<Ended>; gate: Gate }> {
  const gate = new Gate(DONE);
  bench.edit('runtimes/shell/wait.sh', 'for argument', `${gate.line}for argument`);
  const child = bench.start(wait);
  const ended = end(child);
  await gate.reached();
  return { child, ended, gate };
}

/** Interrupts the waiting in the middle. */
async function interrupt(bench: Bench, signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
  const { child, ended, gate } = await startHeld(bench);
  child.kill(signal);
  const interrupted = await ended;
  gate.open();
  return interrupted;
}

/** Runs the same command, and expects that it ends with every planned record, each once. */
async function goOn(bench: Bench): Promise<MeasureOutcome> {
  const { exitCode, stdout } = await bench.run([...wait, '--json']);
  expect(exitCode).toBe(0);
  expect(bench.sessions()).toHaveLength(1);
  const [{ session, records }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
  expect(session.finishedAt).toBeDefined();
  expect(records.map(stepName).toSorted()).toEqual(planned);
  return JSON.parse(stdout) as MeasureOutcome;
}

describe.concurrent('an interruption in the middle', () => {
  benchTest(
    'ends with 130, keeps what is finished, and the same command goes on from there',
    async ({ own: bench }) => {
      const { exitCode, stderr } = await interrupt(bench);
      expect(exitCode).toBe(130);
      expect(stderr).toContain(`Interrupted. ${DONE} finished invocations are kept in`);
      const kept = recordsIn(bench);
      const outcome = await goOn(bench);
      expect(recordsIn(bench).startsWith(kept)).toBe(true);
      expect(outcome.invocations).toBe(planned.length - DONE);
      expect(bench.sessions()[0]!.session.resumedAt).toHaveLength(1);
    },
  );

  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    benchTest(`is the same by ${signal}`, async ({ own: bench }) => {
      expect((await interrupt(bench, signal)).exitCode).toBe(130);
      expect(bench.sessions()[0]!.session.finishedAt).toBeUndefined();
      expect(readdirSync(join(bench.folder, 'tmp'))).toEqual([]);
    });

  benchTest.skipIf(!existsSync('/proc/self/environ'))(
    'leaves nothing running, and no scratch and no lock',
    async ({ own: bench }) => {
      bench.edit('scenarios/hang.ts', 'timeoutS: 1 }', 'timeoutS: 600 }');
      const child = bench.start(['measure', '--profile', 'smoke', '--only', 'hang']);
      const ended = end(child);
      await expect.poll(() => processesThatName(bench.folder).join('\n')).toContain('sleep 600');
      child.kill('SIGINT');
      expect((await ended).exitCode).toBe(130);
      expect(processesThatName(bench.folder)).toEqual([]);
      expect(readdirSync(join(bench.folder, 'tmp'))).toEqual([]);
    },
  );

  benchTest('is not gone on with when a program was edited since', async ({ own: bench }) => {
    await interrupt(bench);
    bench.edit('runtimes/shell/wait.sh', 'for argument', '# Edited.\nfor argument');
    const ended = await bench.run([...wait, '--plan', '--json']);
    const { session, invocations } = (JSON.parse(ended.stdout) as MeasureOutcome).plan!;
    expect([session, invocations]).toEqual([undefined, planned.length]);
  });

  benchTest('is not gone on with under another seed, nor with --fresh', async ({ own: bench }) => {
    await interrupt(bench);
    for (const flags of [['--seed', 'another'], ['--fresh']]) {
      const ended = await bench.run([...wait, '--plan', '--json', ...flags]);
      expect((JSON.parse(ended.stdout) as MeasureOutcome).plan!.session).toBeUndefined();
    }
  });
});

describe.concurrent('a crash', () => {
  benchTest(
    'that tore the last line costs that invocation, which is made again',
    async ({ own: bench }) => {
      await interrupt(bench);
      appendFileSync(
        join(bench.sessions()[0]!.folder, 'records.jsonl'),
        '{"case":"wait/short","contestant":"she',
      );
      await goOn(bench);
    },
  );

  benchTest('that left its lock behind does not keep the next run out', async ({ own: bench }) => {
    const { child, ended, gate } = await startHeld(bench);
    child.kill('SIGKILL');
    // What it had started is on its own now, and keeps the pipes open.
    gate.open();
    await ended;
    expect(readdirSync(join(bench.folder, 'tmp'))).not.toEqual([]);
    await goOn(bench);
    // What it left behind is cleared by the next run.
    expect(readdirSync(join(bench.folder, 'tmp'))).toEqual([]);
  });

  benchTest(
    'that broke another line stops the next run with 2, which names the line',
    async ({ own: bench }) => {
      await interrupt(bench);
      const file = join(bench.sessions()[0]!.folder, 'records.jsonl');
      writeFileSync(file, recordsIn(bench).replace('{"case"', '{"ca'));
      const { exitCode, stderr } = await bench.run(wait);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`${file}, line 1, is no`);
    },
  );
});

describe.concurrent('a second measuring run', () => {
  benchTest(
    'ends with 3 while the first goes on, and does not disturb it',
    async ({ own: bench }) => {
      bench.edit('scenarios/hang.ts', 'timeoutS: 1 }', 'timeoutS: 600 }');
      const first = bench.start(['measure', '--profile', 'smoke', '--only', 'hang']);
      const firstEnded = end(first);
      await expect.poll(() => bench.sessions().length).toBe(1);
      const second = await bench.run(['measure', '--profile', 'smoke', '--only', 'count']);
      expect(second.exitCode).toBe(3);
      expect(second.stderr).toMatch(
        new RegExp(`Another measuring run \\(process ${first.pid}, since `),
      );
      expect(first.exitCode).toBeNull();
      expect(bench.sessions()).toHaveLength(1);
      first.kill('SIGINT');
      expect((await firstEnded).exitCode).toBe(130);
    },
  );
});

describe.concurrent('a budget', () => {
  benchTest(
    'starts nothing after its end, keeps what is finished, and the same command goes on',
    async ({ own: bench }) => {
      const cut = await bench.run([...wait, '--budget', '0.5s', '--json']);
      expect(cut.exitCode).toBe(0);
      expect(cut.stderr).toContain('The budget ran out first');
      const outcome = JSON.parse(cut.stdout) as MeasureOutcome;
      expect(outcome.state).toBe('cut');
      expect(outcome.invocations).toBeLessThan(planned.length);
      await goOn(bench);
    },
  );
});

describe.concurrent('a program that is edited while it is measured', () => {
  benchTest(
    'stops the session with 2, which names the file, and no record mixes the two',
    async ({ own: bench }) => {
      const { ended, gate } = await startHeld(bench);
      bench.edit('runtimes/shell/wait.sh', 'for argument', '# Edited.\nfor argument');
      gate.open();
      const { exitCode, stderr } = await ended;
      expect(exitCode).toBe(2);
      expect(stderr).toContain(
        `${join(bench.runners, 'runtimes/shell/wait.sh')} was edited while it was measured`,
      );
      expect(bench.sessions()[0]!.session.finishedAt).toBeUndefined();
    },
  );
});
