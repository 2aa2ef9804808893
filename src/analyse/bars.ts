import type { SessionMeasure } from '../store/schema.ts';
import { estimateOf } from './contestant.ts';
import { medianOf } from './interval.ts';
import { isLow } from './service.ts';
import { hasFailed, type Setting, type Subject } from './subject.ts';
import type { Comparison, Verdict } from './types.ts';

/** A start without the launcher adds 1–3 ms, so times below this aren't decided from it. */
const SHORTEST_WITHOUT_LAUNCHER_NS = 50e6;

/** Why two contestants can't be compared by a measure, whatever their values; `undefined` if they can. */
export function whyUndecided(
  a: Subject,
  b: Subject,
  measure: SessionMeasure,
  setting: Setting,
): string | undefined {
  const both = [a, b];
  const once = both.find((subject) => subject.contestant.once);
  if (once !== undefined) return `${once.contestant.id} is run once and shown, not compared`;

  const absent = both.find((subject) => subject.attempted === 0);
  if (absent !== undefined) return whyAbsent(absent);
  if (setting.serviceTrouble !== undefined) return setting.serviceTrouble;

  const unknown = both.find((subject) => estimateOf(subject, measure, setting) === undefined);
  if (unknown !== undefined) {
    const { contestant, finished, attempted } = unknown;
    return finished === 0
      ? finishedOf(unknown)
      : `${contestant.id} has no ${measure.id} in ${attempted} runs`;
  }
  return whyTooShort(both, measure, setting);
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

function whyTooShort(
  subjects: readonly Subject[],
  measure: SessionMeasure,
  setting: Setting,
): string | undefined {
  const fromOutside = measure.unit === 'ns' && measure.source.from !== 'program';
  if (setting.method === 'launcher' || !fromOutside) return undefined;
  const isShort = subjects.some((subject) => {
    const wallsNs = subject.runs.flatMap(({ finished, record }) =>
      finished && record.wallNs !== undefined ? [record.wallNs] : [],
    );
    return wallsNs.length > 0 && medianOf(wallsNs) < SHORTEST_WITHOUT_LAUNCHER_NS;
  });
  return isShort ? 'started without the launcher: times under 50 ms are not decided' : undefined;
}
