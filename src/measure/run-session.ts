import { estimateSeconds, TimeLeft } from '../plan/eta.ts';
import { roundNumber } from '../plan/round-number.ts';
import { countSweeps, stepName, sweepOfRound, type Step } from '../plan/schedule.ts';
import { Problem } from '../scenario/problem.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { MeasuredInvocation } from './invocation.ts';
import { invoke } from './invoke.ts';
import { Agreements } from './agreements.ts';
import { Failures } from './failures.ts';
import { isNews, newsOf } from './news.ts';
import type { Progress } from './progress.ts';
import { known, type Limits, type SessionRun } from './session-run.ts';
import { invocationOf, whyNotAttempted } from './step-invocation.ts';
import type { World } from './world.ts';

/** How often a step without a result is made before the measuring stops. */
const MOST_TRIES = 2;

/**
 * Makes the invocations that are left, one after the other. One without a result is made again.
 *
 * @returns `finished`, or `cut` when the budget ran out first
 * @throws the signal's reason when it is aborted, a Problem (blocked) when the harness, the service or
 *   the machine fails again: what is finished has been appended
 */
export async function runSession(
  run: SessionRun,
  world: World,
  limits: Limits,
  progress: Progress,
): Promise<'finished' | 'cut'> {
  const done = new Set(run.records.filter(hasResult).map(stepName));
  const left = run.steps.filter((step) => !done.has(stepName(step)));
  const timeLeft = new TimeLeft((step) => secondsOf(run, step));
  const failures = new Failures();
  const agreements = new Agreements();
  for (const record of run.records) {
    failures.note(record);
    agreements.note(record);
  }
  for (const [index, step] of left.entries()) {
    if (limits.stopAt !== undefined && performance.now() >= limits.stopAt) return 'cut';
    limits.signal.throwIfAborted();
    const secondsLeft = timeLeft.of(left.slice(index));
    progress.at(momentOf(run, step, run.steps.length - left.length + index, secondsLeft));
    const beganMs = performance.now();
    const record = await makeStep(
      run,
      step,
      world,
      { failures, agreements },
      limits.signal,
      progress,
    );
    failures.note(record);
    timeLeft.note(step, (performance.now() - beganMs) / 1000);
  }
  return 'finished';
}

/** What earlier invocations of the session showed. */
interface Memory {
  readonly failures: Failures;
  readonly agreements: Agreements;
}

/** The step's record, appended; those without a result before it are too. */
async function makeStep(
  run: SessionRun,
  step: Step,
  world: World,
  { failures, agreements }: Memory,
  signal: AbortSignal,
  progress: Progress,
): Promise<InvocationRecord> {
  for (let tries = 1; ; tries += 1) {
    const at = new Date().toISOString();
    const measured = await attempt(run, step, world, failures, signal);
    const number = roundNumber(run.session.seed, step);
    const made: InvocationRecord = { ...step, roundNumber: number, at, ...measured };
    agreements.note(made);
    const reason = agreements.whyNot(made);
    const record: InvocationRecord =
      reason === undefined ? made : { ...made, outcome: 'wrong-answer', reason };
    run.append(record);
    if (isNews(record)) progress.note(newsOf(record));
    if (hasResult(record)) return record;
    if (tries < MOST_TRIES) continue;
    throw new Problem(
      'blocked',
      `Measuring can't go on, and that is not ${step.contestant}'s fault: ${record.reason}. ` +
        'What is finished is kept; when it is mended, the same command goes on from there.',
    );
  }
}

function hasResult({ outcome }: InvocationRecord): boolean {
  return outcome !== 'no-result';
}

type Attempted = Omit<MeasuredInvocation, 'at'>;

async function attempt(
  run: SessionRun,
  step: Step,
  world: World,
  failures: Failures,
  signal: AbortSignal,
): Promise<Attempted> {
  const planned = known(run.cases.get(step.case), step.case);
  const unavailable = planned.unavailable.get(step.contestant);
  if (unavailable !== undefined) return { outcome: 'unavailable', reason: unavailable };
  const earlier = failures.whyGivenUp(step);
  if (earlier !== undefined) return { outcome: 'not-attempted', reason: earlier };
  const obstacle = whyNotAttempted(planned, step.contestant, world);
  if (obstacle !== undefined) return { outcome: 'not-attempted', reason: obstacle };
  await run.checkUnchanged(step);
  return invoke(invocationOf(run, planned, step), world, signal);
}

function secondsOf(run: SessionRun, step: Step): number {
  const isUnavailable = run.cases.get(step.case)?.unavailable.has(step.contestant) ?? false;
  return estimateSeconds([step], run.session.cases, run.typicalSeconds, () => isUnavailable);
}

function momentOf(run: SessionRun, step: Step, done: number, secondsLeft: number) {
  const entry = run.session.cases.find(({ id }) => id === step.case);
  const rounds = Math.max(step.round, entry?.rounds ?? 0);
  const sweeps = countSweeps(run.session.cases);
  return {
    case: step.case,
    contestant: step.contestant,
    sweep: step.round === 0 ? 0 : sweepOfRound(step.round, rounds, sweeps),
    sweeps,
    done,
    total: run.steps.length,
    secondsLeft,
  };
}
