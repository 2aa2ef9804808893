import type { Outcome } from '../store/record-schema.ts';
import type { SessionMeasure } from '../store/schema.ts';
import { differingBlocks } from './differing-blocks.ts';
import { toEstimate } from './estimate.ts';
import { flagsOf } from './flags.ts';
import { medianInterval } from './interval.ts';
import { censoredFrom, observe } from './observations.ts';
import { progressOf } from './progress.ts';
import { roundTo12 } from './round.ts';
import type { Setting, Subject } from './subject.ts';
import type { ContestantResult, Estimate } from './types.ts';

/** Medians are given with this coverage, comparisons with more. */
export const ESTIMATE_LEVEL = 0.95;

/** What the runs of one contestant in one case say, by itself. */
export function contestantResult(
  subject: Subject,
  setting: Setting,
  measures: readonly SessionMeasure[],
): ContestantResult {
  const { contestant, concurrency } = subject;
  const progress = progressOf(subject.records, setting.aCase);
  return {
    id: contestant.id,
    ...(contestant.controlOf === undefined ? {} : { controlOf: contestant.controlOf }),
    tuned: contestant.tuned,
    once: contestant.once,
    outcomes: countOutcomes(subject),
    attempted: subject.attempted,
    finished: subject.finished,
    reasons: reasonsOf(subject),
    ...(progress === undefined ? {} : { progress }),
    estimates: estimatesOf(subject, setting, measures),
    ...(concurrency === undefined ? {} : { concurrency: roundTo12(concurrency.median) }),
    flags: flagsOf(subject.runs, setting.aCase, concurrency),
  };
}

/**
 * Median and 95% interval of a measure; `undefined` where nothing is known of it: no run
 * finished with a value, and none was stopped at a known time.
 */
export function estimateOf(
  subject: Subject,
  measure: SessionMeasure,
  setting: Setting,
): Estimate | undefined {
  const observations = observe(subject.runs, measure, setting.aCase);
  const values = observations.map(({ value }) => value);
  const finished = values.filter(Number.isFinite);
  const stoppedAt = censoredFrom(subject.runs, measure, setting.aCase);
  if (finished.length === 0 && stoppedAt === undefined) return undefined;

  const finite = observations.filter(({ value }) => Number.isFinite(value));
  // A quotient moves with its parts, and says less.
  const byBlock =
    measure.source.from === 'quotient' ? undefined : differingBlocks(finite, setting.aCase.blocks);
  const identical = values.length > 1 && values.every((value) => value === finished[0]);
  return {
    ...toEstimate(medianInterval(values, ESTIMATE_LEVEL)),
    ...(identical ? { identical: true as const } : {}),
    ...(stoppedAt === undefined ? {} : { censoredFrom: roundTo12(stoppedAt) }),
    ...(byBlock === undefined ? {} : { byBlock: byBlock.map(roundTo12) }),
  };
}

function estimatesOf(
  subject: Subject,
  setting: Setting,
  measures: readonly SessionMeasure[],
): Record<string, Estimate> {
  const estimates: Record<string, Estimate> = {};
  for (const measure of measures) {
    const estimate = estimateOf(subject, measure, setting);
    if (estimate !== undefined) estimates[measure.id] = estimate;
  }
  return estimates;
}

export function countOutcomes(subject: Subject): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of subject.records) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function reasonsOf(subject: Subject): string[] {
  const reasons = subject.records.flatMap(({ outcome, reason }) =>
    outcome === 'measured' || reason === undefined ? [] : [reason],
  );
  return [...new Set(reasons)];
}
