import type { Reason } from './reasons.ts';
import type { CaseResult, Comparison, ContestantResult, Verdict } from './types.ts';
import { invert } from './verdict.ts';

/** Which contestants need least by a measure, or why that can't be said. */
export type Best =
  | {
      readonly kind: 'best';
      /** The tie group, best median first: it, and all that are not shown to need more than it. */
      readonly ids: readonly [string, ...string[]];
      /** The first is `less` against each other contestant. */
      readonly alone: boolean;
      /** Those that need more than the first, where it is open whether that matters. */
      readonly open: readonly string[];
    }
  | { readonly kind: 'not decided'; readonly reason: Reason };

/**
 * "Best of all" by a measure, among these contestants of a case: `less` against each other
 * one, else a tie group: the best median and all that are not `more` than it.
 *
 * Who failed a run or kept too few workers busy can't be best. If such a contestant isn't
 * shown to need more than the best of the others, nobody can be called best. A/A copies,
 * contestants that run once and those that weren't run here take no part.
 *
 * @param ids contestants to choose from; absent: all of the case
 */
export function bestOf(aCase: CaseResult, measure: string, ids?: readonly string[]): Best {
  const rivals = rankedBy(
    measure,
    aCase,
    (contestant) => ids === undefined || ids.includes(contestant.id),
  );
  const leader = rivals.find((contestant) => canBeBest(contestant, aCase));
  if (leader === undefined) return { kind: 'not decided', reason: { kind: 'nobody-finished' } };
  if (rivals.length < 2)
    return { kind: 'not decided', reason: { kind: 'no-rival', contestant: leader.id } };

  const tied: string[] = [];
  const open: string[] = [];
  for (const rival of rivals.filter((contestant) => contestant !== leader)) {
    const verdict = verdictAgainst(leader.id, rival.id, measure, aCase);
    if (verdict.kind === 'not decided') return { kind: 'not decided', reason: verdict.reason };
    if (verdict.kind === 'less') {
      if (verdict.matters === 'open') open.push(rival.id);
      continue;
    }
    if (!canBeBest(rival, aCase)) return { kind: 'not decided', reason: whyBarred(rival) };
    tied.push(rival.id);
  }
  return { kind: 'best', ids: [leader.id, ...tied], alone: tied.length === 0, open };
}

/**
 * "Best variant of a runtime" by a measure: the smallest median among its contestants, those
 * that finished all their runs with enough workers busy before the others; equal medians in
 * the order of the contestants. A rule and not a choice, so it needs no verdict.
 *
 * @param runtimes runtime of each contestant
 * @returns the contestant's id; `undefined` where none of the runtime has a median
 */
export function bestVariant(
  aCase: CaseResult,
  measure: string,
  runtime: string,
  runtimes: Readonly<Record<string, string>>,
): string | undefined {
  const variants = rankedBy(measure, aCase, (contestant) => runtimes[contestant.id] === runtime);
  const best = variants.find((contestant) => canBeBest(contestant, aCase)) ?? variants[0];
  return best?.id;
}

/** Contestants with a median, smallest first; the order of the case where medians are equal. */
function rankedBy(
  measure: string,
  aCase: CaseResult,
  takesPart: (contestant: ContestantResult) => boolean,
): ContestantResult[] {
  const medianOf = (contestant: ContestantResult): number =>
    contestant.estimates[measure]?.point ?? Number.POSITIVE_INFINITY;
  return aCase.contestants
    .filter(
      (contestant) =>
        contestant.controlOf === undefined && !contestant.once && takesPart(contestant),
    )
    .filter((contestant) => Number.isFinite(medianOf(contestant)))
    .sort((a, b) => medianOf(a) - medianOf(b));
}

function canBeBest(contestant: ContestantResult, aCase: CaseResult): boolean {
  const tooFewBusy =
    !aCase.saturated && contestant.flags.some((flag) => flag.kind === 'low-concurrency');
  return contestant.finished === contestant.attempted && !tooFewBusy;
}

function whyBarred({ id, finished, attempted, concurrency }: ContestantResult): Reason {
  return finished < attempted
    ? { kind: 'unfinished', contestant: id, finished, attempted }
    : { kind: 'low-concurrency', contestant: id, inFlight: concurrency ?? 0 };
}

/** Verdict on `a` against `b`, whichever way round the case holds it. */
function verdictAgainst(a: string, b: string, measure: string, aCase: CaseResult): Verdict {
  const found = aCase.comparisons.find(
    (comparison) => comparison.measure === measure && isBetween(comparison, a, b),
  );
  if (found === undefined)
    return { kind: 'not decided', reason: { kind: 'not-compared', contestants: [a, b], measure } };
  return found.a === a ? found.verdict : invert(found.verdict);
}

function isBetween(comparison: Comparison, a: string, b: string): boolean {
  return (comparison.a === a && comparison.b === b) || (comparison.a === b && comparison.b === a);
}
