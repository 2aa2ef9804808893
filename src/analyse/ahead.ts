/** Which of two is ahead: the one place where a verdict's "less" and "more" are weighed. */
import { betterOf, type Measure } from '../quantity/measure.ts';
import type { Verdict } from './types.ts';

/** The verdict's `a` or `b`; `undefined` where it favours nobody, or no side is better by the measure. */
export function aheadOf(
  { kind }: Pick<Verdict, 'kind'>,
  measure: Pick<Measure, 'better'>,
): 'a' | 'b' | undefined {
  const better = betterOf(measure);
  if ((kind !== 'less' && kind !== 'more') || better === 'neither') return undefined;
  return kind === better ? 'a' : 'b';
}

/** Value of a run that did not finish: beyond every finished one, on the side that is worse. */
export function unfinishedValue(measure: Pick<Measure, 'better'>): number {
  return betterOf(measure) === 'more' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Orders medians, the better one first; where no side is better, the smaller one. */
export function byBetter(x: number, y: number, measure: Pick<Measure, 'better'>): number {
  return betterOf(measure) === 'more' ? y - x : x - y;
}
