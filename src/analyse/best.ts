import type { Measure } from '../quantity/measure.ts';
import { aheadOf, byBetter } from './ahead.ts';
import { endInReason } from './end.ts';
import type { Reason } from './reasons.ts';
import type { CaseResult, Comparison, ContestantResult, Verdict } from './types.ts';
import { invert } from './verdict.ts';

/** The measure that contestants are ranked by. */
export type Ranked = Pick<Measure, 'id' | 'better'>;

/** Which contestants are ahead of all others by a measure, or why that can't be said. */
export type Best =
  | {
      readonly kind: 'best';
      /** The tie group, best median first: it, and all that it is not shown to be ahead of. */
      readonly ids: readonly [string, ...string[]];
      /** The first is ahead of each other contestant. */
      readonly alone: boolean;
      /** Those that the first is ahead of, where it is open whether that matters. */
      readonly open: readonly string[];
    }
  | { readonly kind: 'not decided'; readonly reason: Reason };

/**
 * "Best of all" by a measure, among these contestants of a case: ahead of each other one, else
 * a tie group: the best median and all that it is not ahead of. What is ahead the measure says.
 *
 * Who failed a run or kept too few workers busy can't be best. If the best of the others isn't
 * shown to be ahead of such a contestant, nobody can be called best. A/A copies,
 * contestants that run once and those that weren't run here take no part.
 *
 * @param ids contestants to choose from; absent: all of the case
 */
export function bestOf(aCase: CaseResult, measure: Ranked, ids?: readonly string[]): Best {
  const rivals = rivalsIn(aCase, measure, ids);
  const leader = firstOf(rivals, aCase);
  if (leader === undefined) return { kind: 'not decided', reason: { kind: 'nobody-finished' } };
  if (rivals.length < 2)
    return { kind: 'not decided', reason: { kind: 'no-rival', contestant: leader.id } };

  const tied: string[] = [];
  const open: string[] = [];
  for (const rival of rivals.filter((contestant) => contestant !== leader)) {
    const verdict = verdictAgainst(leader.id, rival.id, measure, aCase);
    if (verdict.kind === 'not decided') return { kind: 'not decided', reason: verdict.reason };
    if (aheadOf(verdict, measure) === 'a') {
      if ('matters' in verdict && verdict.matters === 'open') open.push(rival.id);
      continue;
    }
    if (!canBeBest(rival, aCase)) return { kind: 'not decided', reason: whyBarred(rival) };
    tied.push(rival.id);
  }
  return { kind: 'best', ids: [leader.id, ...tied], alone: tied.length === 0, open };
}

/**
 * Whom all others are held against: the best median among these contestants that can be best.
 *
 * @param ids contestants to choose from; absent: all of the case
 * @returns the contestant's id; `undefined` where nobody can be best
 */
export function leaderOf(
  aCase: CaseResult,
  measure: Ranked,
  ids?: readonly string[],
): string | undefined {
  return firstOf(rivalsIn(aCase, measure, ids), aCase)?.id;
}

function rivalsIn(
  aCase: CaseResult,
  measure: Ranked,
  ids: readonly string[] | undefined,
): ContestantResult[] {
  return rankedBy(measure, aCase, ({ id }) => ids === undefined || ids.includes(id));
}

function firstOf(
  rivals: readonly ContestantResult[],
  aCase: CaseResult,
): ContestantResult | undefined {
  return rivals.find((contestant) => canBeBest(contestant, aCase));
}

/**
 * "Best variant of a runtime" by a measure: the best median among its contestants, those
 * that finished all their runs with enough workers busy before the others; equal medians in
 * the order of the contestants. A rule and not a choice, so it needs no verdict.
 *
 * @param runtimes runtime of each contestant
 * @returns the contestant's id; `undefined` where none of the runtime has a median
 */
export function bestVariant(
  aCase: CaseResult,
  measure: Ranked,
  runtime: string,
  runtimes: Readonly<Record<string, string>>,
): string | undefined {
  const variants = rankedBy(measure, aCase, (contestant) => runtimes[contestant.id] === runtime);
  const best = variants.find((contestant) => canBeBest(contestant, aCase)) ?? variants[0];
  return best?.id;
}

/** Contestants with a median, the best first; the order of the case where medians are equal. */
export function rankedBy(
  measure: Ranked,
  aCase: CaseResult,
  takesPart: (contestant: ContestantResult) => boolean,
): ContestantResult[] {
  const medianOf = (contestant: ContestantResult): number =>
    contestant.estimates[measure.id]?.point ?? Number.NaN;
  return aCase.contestants
    .filter(
      (contestant) =>
        contestant.controlOf === undefined && !contestant.once && takesPart(contestant),
    )
    .filter((contestant) => Number.isFinite(medianOf(contestant)))
    .sort((a, b) => byBetter(medianOf(a), medianOf(b), measure));
}

/** Whether it finished all its runs, with enough workers busy. */
export function canBeBest(contestant: ContestantResult, aCase: CaseResult): boolean {
  const tooFewBusy =
    !aCase.saturated && contestant.flags.some((flag) => flag.kind === 'low-concurrency');
  return contestant.finished === contestant.attempted && !tooFewBusy;
}

function whyBarred(result: ContestantResult): Reason {
  const { id, finished, attempted, concurrency } = result;
  return finished < attempted
    ? { kind: 'unfinished', contestant: id, finished, attempted, ...endInReason(result) }
    : { kind: 'low-concurrency', contestant: id, inFlight: concurrency ?? 0 };
}

/** Verdict on `a` against `b`, whichever way round the case holds it. */
export function verdictAgainst(a: string, b: string, measure: Ranked, aCase: CaseResult): Verdict {
  const found = aCase.comparisons.find(
    (comparison) => comparison.measure === measure.id && isBetween(comparison, a, b),
  );
  if (found === undefined)
    return {
      kind: 'not decided',
      reason: { kind: 'not-compared', contestants: [a, b], measure: measure.id },
    };
  return found.a === a ? found.verdict : invert(found.verdict);
}

function isBetween(comparison: Comparison, a: string, b: string): boolean {
  return (comparison.a === a && comparison.b === b) || (comparison.a === b && comparison.b === a);
}
