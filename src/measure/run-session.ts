import { estimateSeconds } from '../plan/eta.ts';
import { stepName, type Step } from '../plan/schedule.ts';
import { Problem } from '../scenario/problem.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { MeasuredInvocation } from './invocation.ts';
import { invoke } from './invoke.ts';
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
  const seconds = left.map((step) => secondsOf(run, step));
  let secondsLeft = seconds.reduce((sum, each) => sum + each, 0);
  const failures = new Map<string, string>();
  for (const record of run.records) noteFailure(failures, record, run);
  for (const [index, step] of left.entries()) {
    if (limits.stopAt !== undefined && performance.now() >= limits.stopAt) return 'cut';
    limits.signal.throwIfAborted();
    progress.at(momentOf(run, step, run.steps.length - left.length + index, secondsLeft));
    const record = await makeStep(run, step, world, failures, limits.signal, progress);
    noteFailure(failures, record, run);
    secondsLeft -= seconds[index] ?? 0;
  }
  return 'finished';
}

/** The step's record, appended; those without a result before it are too. */
async function makeStep(
  run: SessionRun,
  step: Step,
  world: World,
  failures: ReadonlyMap<string, string>,
  signal: AbortSignal,
  progress: Progress,
): Promise<InvocationRecord> {
  for (let tries = 1; ; tries += 1) {
    const at = new Date().toISOString();
    const measured = await attempt(run, step, world, failures, signal);
    const record: InvocationRecord = { ...step, at, ...measured };
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
  failures: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Attempted> {
  const planned = known(run.cases.get(step.case), step.case);
  const unavailable = planned.unavailable.get(step.contestant);
  if (unavailable !== undefined) return { outcome: 'unavailable', reason: unavailable };
  const earlier = failures.get(stretchName(step));
  if (earlier !== undefined) return { outcome: 'not-attempted', reason: earlier };
  const obstacle = whyNotAttempted(planned, step.contestant, world);
  if (obstacle !== undefined) return { outcome: 'not-attempted', reason: obstacle };
  await run.checkUnchanged(step);
  return invoke(invocationOf(run, planned, step), world, signal);
}

/** A contestant that fails in the first round of a block is not attempted again in that block. */
function noteFailure(
  failures: Map<string, string>,
  record: InvocationRecord,
  run: SessionRun,
): void {
  const failed = !['measured', 'not-attempted', 'unavailable', 'no-result'].includes(
    record.outcome,
  );
  if (!failed || record.round === 0 || !isFirstOfBlock(record, run)) return;
  failures.set(
    stretchName(record),
    `did not finish in this block's first round: ${record.reason ?? record.outcome}`,
  );
}

function isFirstOfBlock(record: InvocationRecord, run: SessionRun): boolean {
  return !run.steps.some(
    (step) =>
      step.case === record.case &&
      step.block === record.block &&
      step.round < record.round &&
      step.round > 0,
  );
}

function stretchName(step: Pick<Step, 'case' | 'contestant' | 'block'>): string {
  return `${step.case} ${step.contestant} ${step.block}`;
}

function secondsOf(run: SessionRun, step: Step): number {
  const isUnavailable = run.cases.get(step.case)?.unavailable.has(step.contestant) ?? false;
  return estimateSeconds([step], run.session.cases, run.typicalSeconds, () => isUnavailable);
}

function momentOf(run: SessionRun, step: Step, done: number, secondsLeft: number) {
  const entry = run.session.cases.find(({ id }) => id === step.case);
  return {
    case: step.case,
    contestant: step.contestant,
    round: step.round,
    rounds: Math.max(step.round, entry?.rounds ?? 0),
    done,
    total: run.steps.length,
    secondsLeft,
  };
}
