/** Why no difference is shown, where the interval alone would show one. */
import type { Comparison } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { formatPercent, formatValue } from '../format/value.ts';

/** How "no difference" is said: before "in time", and as a condition after it. */
export interface NoDifference {
  /** "no difference", "no difference of at least 50 ms". */
  readonly what: string;
  /** "none that holds in every block". */
  readonly note?: string;
}

/** One way of looking at it: whether the interval leaves "none" out, and how far the point is. */
interface View {
  readonly excludesNone: boolean;
  readonly isSmall: boolean;
  readonly least: string;
}

/**
 * An interval that leaves out "none" shows no difference either if its point is smaller than
 * what matters, or if the blocks of the session don't agree: the sentence says which.
 *
 * @param seen the comparison with the larger side first
 */
export function noDifference(
  seen: Pick<Comparison, 'ratio' | 'difference'>,
  measure: Pick<SessionMeasure, 'matters' | 'unit'>,
): NoDifference {
  const views = viewsOf(seen, measure);
  if (views.length === 0 || views.some(({ excludesNone }) => !excludesNone)) {
    return { what: 'no difference' };
  }
  const small = views.find(({ isSmall }) => isSmall);
  return small === undefined
    ? { what: 'no difference', note: 'none that holds in every block' }
    : { what: `no difference of at least ${small.least}` };
}

function viewsOf(
  { ratio, difference }: Pick<Comparison, 'ratio' | 'difference'>,
  { matters, unit }: Pick<SessionMeasure, 'matters' | 'unit'>,
): View[] {
  const views: View[] = [];
  if (matters?.ratio !== undefined && ratio !== null) {
    const least = formatPercent(matters.ratio - 1);
    const isSmall = ratio.point !== null && ratio.point < matters.ratio;
    views.push({ excludesNone: (ratio.lower ?? 1) > 1, isSmall, least });
  }
  if (matters?.difference !== undefined && difference !== null) {
    const least = formatValue(matters.difference, unit);
    const isSmall = difference.point !== null && difference.point < matters.difference;
    views.push({ excludesNone: (difference.lower ?? 0) > 0, isSmall, least });
  }
  return views;
}
