import type { SessionMeasure } from '../store/schema.ts';
import { estimateOf } from './contestant.ts';
import { medianOf } from './interval.ts';
import { isLow } from './service.ts';
import { hasFailed, type Setting, type Subject } from './subject.ts';
import type { Comparison, Verdict } from './types.ts';

/** A start without the launcher adds 1–3 ms, so times below this aren't decided from it. */
const SHORTEST_WITHOUT_LAUNCHER_NS = 50e6;

/** Why a contestant can't be compared by a measure with any other one: a sentence for each reason that holds. */
export interface Bars {
  readonly once: string | undefined;
  readonly absent: string | undefined;
  readonly unknown: string | undefined;
  readonly tooShort: string | undefined;
}

export function barsOf(subject: Subject, measure: SessionMeasure, setting: Setting): Bars {
  const { contestant, attempted } = subject;
  return {
    once: contestant.once ? `${contestant.id} is run once and shown, not compared` : undefined,
    absent: attempted === 0 ? whyAbsent(subject) : undefined,
    unknown: whyUnknown(subject, measure, setting),
    tooShort: whyTooShort(subject, measure, setting),
  };
}

/** Why two contestants can't be compared by a measure, whatever their values; `undefined` if they can. */
export function whyUndecided(a: Bars, b: Bars, { serviceTrouble }: Setting): string | undefined {
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
export function whyNotFavourable(subject: Subject, setting: Setting): string | undefined {
  if (hasFailed(subject)) return finishedOf(subject);
  const { concurrency, contestant } = subject;
  if (isLow(concurrency) && !setting.saturated) {
    return `${contestant.id} had at most ${concurrency?.median ?? 0} requests in flight at once, fewer than 95% of the workers`;
  }
  return undefined;
}

/** Withholds a verdict that favours a contestant that can't be favoured. Less is better in every measure. */
export function barFavourable(
  comparison: Comparison,
  a: string | undefined,
  b: string | undefined,
): Comparison {
  const { kind } = comparison.verdict;
  const reason = kind === 'less' ? a : kind === 'more' ? b : undefined;
  if (reason === undefined) return comparison;
  const verdict: Verdict = { kind: 'not decided', reason };
  return { ...comparison, verdict };
}

function finishedOf({ contestant, finished, attempted }: Subject): string {
  return `${contestant.id} finished ${finished} of ${attempted} runs`;
}

function whyAbsent({ contestant, records }: Subject): string {
  const reason = records.find((record) => record.reason !== undefined)?.reason;
  return reason === undefined
    ? `${contestant.id} was not run`
    : `${contestant.id} was not run: ${reason}`;
}

function whyUnknown(
  subject: Subject,
  measure: SessionMeasure,
  setting: Setting,
): string | undefined {
  if (estimateOf(subject, measure, setting) !== undefined) return undefined;
  const { contestant, finished, attempted } = subject;
  return finished === 0
    ? finishedOf(subject)
    : `${contestant.id} has no ${measure.id} in ${attempted} runs`;
}

function whyTooShort(
  { runs }: Subject,
  measure: SessionMeasure,
  setting: Setting,
): string | undefined {
  const fromOutside = measure.unit === 'ns' && measure.source.from !== 'program';
  if (setting.method === 'launcher' || !fromOutside) return undefined;
  const wallsNs = runs.flatMap(({ finished, record }) =>
    finished && record.wallNs !== undefined ? [record.wallNs] : [],
  );
  const isShort = wallsNs.length > 0 && medianOf(wallsNs) < SHORTEST_WITHOUT_LAUNCHER_NS;
  return isShort ? 'started without the launcher: times under 50 ms are not decided' : undefined;
}
