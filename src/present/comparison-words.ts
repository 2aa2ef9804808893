/** A comparison in words: who takes how much of a measure against whom, with the interval. */
import type { Comparison, Estimate } from '../analyse/types.ts';
import type { SessionMeasure } from '../store/schema.ts';
import { flip } from './flip.ts';
import { formatEstimate } from './format/estimate.ts';
import { formatTimes } from './format/ratio.ts';

export interface ComparisonWords {
  /** The side with the larger value, and what it is weighed against. */
  readonly larger: string;
  readonly smaller: string;
  /** "takes" or "uses". */
  readonly verb: string;
  /** "1.47 times as long", "7.1 ms more". */
  readonly amount: string;
  /** "than" or "as", before the smaller side. */
  readonly link: 'than' | 'as';
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
  const verb = measure.unit === 'ns' ? 'takes' : 'uses';
  const sides = { larger: label(turned.a), smaller: label(turned.b), verb };
  if (!byDifference) return { ...sides, ...ratioWords(turned.ratio, measure) };
  return { ...sides, ...differenceWords(turned.difference, measure) };
}

/** The comparison as it is told: with the larger side first, as a ratio or as a difference. */
export function toldComparison(
  comparison: Comparison,
  measure: SessionMeasure,
): { turned: Comparison; byDifference: boolean } {
  const byDifference = measure.matters?.ratio === undefined || comparison.ratio === null;
  const turned = isLarger(comparison, byDifference) ? comparison : flip(comparison);
  return { turned, byDifference };
}

function isLarger({ ratio, difference }: Comparison, byDifference: boolean): boolean {
  if (byDifference)
    return difference === null || difference.point === null || difference.point >= 0;
  return ratio === null || ratio.point === null || ratio.point >= 1;
}

function ratioWords(
  ratio: Estimate | null,
  measure: SessionMeasure,
): Pick<ComparisonWords, 'amount' | 'link' | 'interval'> {
  if (ratio === null) return { amount: '', link: 'as', interval: '' };
  const { point, interval } = formatTimes(ratio, measure.unit === 'ns' ? 'as long' : 'as much');
  return { amount: point, link: 'as', interval };
}

function differenceWords(
  difference: Estimate | null,
  measure: SessionMeasure,
): Pick<ComparisonWords, 'amount' | 'link' | 'interval'> {
  if (difference === null) return { amount: '', link: 'than', interval: '' };
  const { point, interval, unit, intervalIsWords } = formatEstimate(difference, measure.unit);
  return {
    amount: `${point} more`,
    link: 'than',
    interval: intervalIsWords ? interval : `${interval} ${unit}`,
  };
}
