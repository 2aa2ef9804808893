/** A comparison in words: who takes how much of a measure against whom, with the interval. */
import type { CaseResult, Comparison, Estimate } from '../../analyse/types.ts';
import { aheadOf } from '../../analyse/ahead.ts';
import { endOf } from '../../analyse/end.ts';
import { wordsOf } from '../../quantity/words-of.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { flip } from '../../analyse/flip.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatTimes } from '../format/ratio.ts';
import { endedIn } from '../sentences/endings.ts';

export interface ComparisonWords {
  /** The side with the larger value, or the one that is behind where there is no number; and the other. */
  readonly larger: string;
  readonly smaller: string;
  /** "takes" or "needs"; "finished", "was right in" or "failed in" where too few runs finished for any number. */
  readonly verb: string;
  /** "1.47 times as long", "7.1 ms more"; "0 of 21 runs,". */
  readonly amount: string;
  /** Before the smaller side. */
  readonly link: 'than' | 'as' | 'behind';
  /** "1.44–1.50", "7.0–7.3 ms"; empty where there is no interval. */
  readonly interval: string;
}

/**
 * The words of a comparison, turned so that the amount is at least 1 (or positive).
 * A measure whose scenario says only what difference matters is told as a difference.
 */
export function comparisonWords(
  comparison: Comparison,
  measure: SessionMeasure,
  label: (id: string) => string,
): ComparisonWords {
  const { turned, byDifference } = toldComparison(comparison, measure);
  const verb = wordsOf(measure).verb.one;
  const sides = { larger: label(turned.a), smaller: label(turned.b), verb };
  if (!byDifference) return { ...sides, ...ratioWords(turned.ratio, measure) };
  return { ...sides, ...differenceWords(turned.difference, measure) };
}

/**
 * "processes finished 0 of 21 runs, behind threads": a verdict that stands though so many runs of
 * the side that is behind didn't finish that no number does.
 *
 * @returns undefined where there is a number, or no verdict for a side
 */
export function unfinishedWords(
  comparison: Comparison,
  measure: SessionMeasure,
  { contestants }: CaseResult,
  label: (id: string) => string,
): ComparisonWords | undefined {
  const side = aheadOf(comparison.verdict, measure);
  if (side === undefined) return undefined;
  const { turned, byDifference } = toldComparison(comparison, measure);
  const told = byDifference ? turned.difference : turned.ratio;
  const [ahead, behind] =
    side === 'a' ? [comparison.a, comparison.b] : [comparison.b, comparison.a];
  const failed = contestants.find(({ id }) => id === behind);
  if (failed === undefined || told === null || told.lower !== null) return undefined;
  const ended = endedIn({ ...failed, end: endOf(failed) });
  return {
    larger: label(behind),
    smaller: label(ahead),
    verb: ended.verb,
    amount: `${ended.runs},`,
    link: 'behind',
    interval: 'no interval',
  };
}

/** The comparison as it is told: with the larger side first, as a ratio or as a difference. */
export function toldComparison(
  comparison: Comparison,
  measure: SessionMeasure,
): { turned: Comparison; byDifference: boolean } {
  const byDifference = isToldByDifference(comparison, measure);
  const turned = isLarger(comparison, byDifference) ? comparison : flip(comparison);
  return { turned, byDifference };
}

/**
 * The interval as the comparison stands, `a` to `b`, and not with the larger side first: "0.90–2.08",
 * "−0.3 to 0.7 ms"; empty where there is none.
 */
export function intervalWords(comparison: Comparison, measure: SessionMeasure): string {
  return isToldByDifference(comparison, measure)
    ? differenceWords(comparison.difference, measure).interval
    : ratioWords(comparison.ratio, measure).interval;
}

function isToldByDifference({ ratio }: Comparison, measure: SessionMeasure): boolean {
  return measure.matters?.ratio === undefined || ratio === null;
}

function isDecided({ verdict: { kind } }: Comparison): boolean {
  return kind === 'less' || kind === 'more';
}

/** A verdict says it by itself, also where the estimate lies beyond every finished run. */
function isLarger(comparison: Comparison, byDifference: boolean): boolean {
  const { ratio, difference, verdict } = comparison;
  if (isDecided(comparison)) return verdict.kind === 'more';
  if (byDifference)
    return difference === null || difference.point === null || difference.point >= 0;
  return ratio === null || ratio.point === null || ratio.point >= 1;
}

function ratioWords(
  ratio: Estimate | null,
  measure: SessionMeasure,
): Pick<ComparisonWords, 'amount' | 'link' | 'interval'> {
  if (ratio === null) return { amount: '', link: 'as', interval: '' };
  const words = wordsOf(measure).as;
  const { point, lower, interval } = formatTimes(ratio, words);
  return {
    amount: isOpen(ratio) ? `at least ${lower} times ${words}` : point,
    link: 'as',
    interval,
  };
}

function differenceWords(
  difference: Estimate | null,
  measure: SessionMeasure,
): Pick<ComparisonWords, 'amount' | 'link' | 'interval'> {
  if (difference === null) return { amount: '', link: 'than', interval: '' };
  const { point, lower, interval, unit, intervalIsWords } = formatEstimate(
    difference,
    measure.unit,
  );
  return {
    amount: isOpen(difference) ? `at least ${lower} ${unit} more` : `${point} more`,
    link: 'than',
    interval: intervalIsWords ? interval : `${interval} ${unit}`,
  };
}

/** Of more than half of the rounds only the lower end is known: the larger side didn't finish. */
function isOpen({ point, lower }: Estimate): boolean {
  return point === null && lower !== null;
}
