import { isTime } from '../quantity/units.ts';
import type { SessionMeasure } from '../store/schema.ts';
import { aheadOf } from './ahead.ts';
import { countOutcomes, estimateOf } from './contestant.ts';
import { endInReason } from './end.ts';
import { medianOf } from './interval.ts';
import type { Reason } from './reasons.ts';
import { isLow } from './service.ts';
import { hasFailed, type Setting, type Subject } from './subject.ts';
import type { Comparison, Verdict } from './types.ts';

/** A start without the launcher adds 1–3 ms, so times below this aren't decided from it. */
const SHORTEST_WITHOUT_LAUNCHER_NS = 50e6;

/** Why a contestant can't be compared by a measure with any other one: each reason that holds. */
export interface Bars {
  readonly once: Reason | undefined;
  readonly absent: Reason | undefined;
  readonly unknown: Reason | undefined;
  readonly tooShort: Reason | undefined;
}

export function barsOf(subject: Subject, measure: SessionMeasure, setting: Setting): Bars {
  const { contestant, attempted } = subject;
  return {
    once: contestant.once ? { kind: 'run-once', contestant: contestant.id } : undefined,
    absent: attempted === 0 ? whyAbsent(subject) : undefined,
    unknown: whyUnknown(subject, measure, setting),
    tooShort: whyTooShort(subject, measure, setting),
  };
}

/** Why two contestants can't be compared by a measure, whatever their values; `undefined` if they can. */
export function whyUndecided(a: Bars, b: Bars, { serviceTrouble }: Setting): Reason | undefined {
  return (
    a.once ??
    b.once ??
    a.absent ??
    b.absent ??
    serviceTrouble ??
    a.unknown ??
    b.unknown ??
    a.tooShort ??
    b.tooShort
  );
}

/** Why a contestant can't be shown in a favourable light; `undefined` if it can. */
export function whyNotFavourable(subject: Subject, setting: Setting): Reason | undefined {
  if (hasFailed(subject)) return finishedOf(subject);
  const { concurrency, contestant } = subject;
  if (isLow(concurrency) && !setting.saturated) {
    const inFlight = concurrency?.median ?? 0;
    return { kind: 'low-concurrency', contestant: contestant.id, inFlight };
  }
  return undefined;
}

/** Withholds a verdict that favours a contestant that can't be favoured. */
export function barFavourable(
  comparison: Comparison,
  measure: Pick<SessionMeasure, 'better'>,
  a: Reason | undefined,
  b: Reason | undefined,
): Comparison {
  const ahead = aheadOf(comparison.verdict, measure);
  const reason = ahead && { a, b }[ahead];
  if (reason === undefined) return comparison;
  const verdict: Verdict = { kind: 'not decided', reason };
  return { ...comparison, verdict };
}

function finishedOf(subject: Subject): Reason {
  const { contestant, finished, attempted } = subject;
  const end = endInReason({ outcomes: countOutcomes(subject) });
  return { kind: 'unfinished', contestant: contestant.id, finished, attempted, ...end };
}

function whyAbsent({ contestant, records }: Subject): Reason {
  const because = records.find((record) => record.reason !== undefined)?.reason;
  const absent = { kind: 'not-run', contestant: contestant.id } as const;
  return because === undefined ? absent : { ...absent, because };
}

function whyUnknown(
  subject: Subject,
  measure: SessionMeasure,
  setting: Setting,
): Reason | undefined {
  if (estimateOf(subject, measure, setting) !== undefined) return undefined;
  const { contestant, finished, attempted } = subject;
  return finished === 0
    ? finishedOf(subject)
    : { kind: 'no-value', contestant: contestant.id, measure: measure.id, attempted };
}

function whyTooShort(
  { runs }: Subject,
  measure: SessionMeasure,
  setting: Setting,
): Reason | undefined {
  const fromOutside =
    isTime(measure.unit) && measure.source.from !== 'program' && measure.source.from !== 'check';
  if (setting.method === 'launcher' || !fromOutside) return undefined;
  const wallsNs = runs.flatMap(({ finished, record }) =>
    finished && record.wallNs !== undefined ? [record.wallNs] : [],
  );
  const isShort = wallsNs.length > 0 && medianOf(wallsNs) < SHORTEST_WITHOUT_LAUNCHER_NS;
  return isShort ? { kind: 'without-launcher', leastNs: SHORTEST_WITHOUT_LAUNCHER_NS } : undefined;
}
