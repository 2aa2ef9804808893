import { estimateSeconds } from '../plan/eta.ts';
import { stepName, type Step } from '../plan/schedule.ts';
import type { InvocationRecord } from '../store/schema.ts';
import type { MeasuredInvocation } from './invocation.ts';
import { invoke } from './invoke.ts';
import type { Progress } from './progress.ts';
import { known, type Limits, type SessionRun } from './session-run.ts';
import { invocationOf, whyNotAttempted } from './step-invocation.ts';
import type { World } from './world.ts';

/**
 * Makes the invocations that are left, one after the other.
 *
 * @returns `finished`, or `cut` when the budget ran out first
 * @throws the signal's reason when it is aborted: what is finished has been appended
 */
export async function runSession(
  run: SessionRun,
  world: World,
  limits: Limits,
  progress: Progress,
): Promise<'finished' | 'cut'> {
  const done = new Set(run.records.map(stepName));
  const left = run.steps.filter((step) => !done.has(stepName(step)));
  const failures = new Map<string, string>();
  for (const record of run.records) noteFailure(failures, record, run);
  for (const [index, step] of left.entries()) {
    if (limits.stopAt !== undefined && Date.now() >= limits.stopAt) return 'cut';
    limits.signal.throwIfAborted();
    showStep(run, left, index, progress);
    const at = new Date().toISOString();
    const measured = await attempt(run, step, world, failures, limits.signal);
    const record: InvocationRecord = { ...step, at, ...measured };
    run.append(record);
    noteFailure(failures, record, run);
    if (isNews(record)) progress.note(newsOf(record));
  }
  return 'finished';
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
  const obstacle = whyNotAttempted(planned, step, world);
  if (obstacle !== undefined) return { outcome: 'not-attempted', reason: obstacle };
  run.checkSources(step);
  return invoke(invocationOf(run, planned, step), world, signal);
}

/** A contestant that fails in the first round of a block is not attempted again in that block. */
function noteFailure(
  failures: Map<string, string>,
  record: InvocationRecord,
  run: SessionRun,
): void {
  const failed = !['measured', 'not-attempted', 'unavailable'].includes(record.outcome);
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

function showStep(run: SessionRun, left: readonly Step[], index: number, progress: Progress): void {
  const step = known(left[index], 'step');
  const entries = run.session.cases;
  const isUnavailable = (each: Step): boolean =>
    run.cases.get(each.case)?.unavailable.has(each.contestant) ?? false;
  progress.at({
    case: step.case,
    contestant: step.contestant,
    round: step.round,
    rounds: Math.max(step.round, entries.find((entry) => entry.id === step.case)?.rounds ?? 0),
    done: run.steps.length - left.length + index,
    total: run.steps.length,
    secondsLeft: estimateSeconds(left.slice(index), entries, run.typicalSeconds, isUnavailable),
  });
}

function isNews(record: InvocationRecord): boolean {
  return (
    record.outcome !== 'measured' &&
    record.outcome !== 'unavailable' &&
    record.outcome !== 'not-attempted'
  );
}

function newsOf(record: InvocationRecord): string {
  const round = record.round === 0 ? 'the warm-up' : `round ${record.round}`;
  return `${record.contestant} in ${record.case}: ${record.outcome} in ${round}. ${record.reason ?? ''}`.trim();
}
