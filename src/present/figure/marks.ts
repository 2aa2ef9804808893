/** What is drawn of a contestant in one column: its runs, the interval of their median, the median. */
import type { Estimate } from '../../analyse/types.ts';
import type { Axis } from './axis.ts';

/** Across in percent of the column's width, down in px. */
export interface Marks {
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly interval?: { readonly x: number; readonly width: number };
  readonly median?: number;
}

/** Heights of the dots by rank: a fixed pattern, so that dots at one place are seen and builds are the same. */
const heights = [12, 18, 6, 15, 9];

/**
 * @param runs values of the finished runs
 * @param estimate absent where nothing was estimated
 */
export function marksOf(
  runs: readonly number[],
  estimate: Estimate | undefined,
  axis: Axis,
): Marks {
  const sorted = [...runs].sort((a, b) => a - b);
  const dots = sorted.map((value, rank) => ({
    x: axis.place(value),
    y: heights[rank % heights.length]!,
  }));
  if (estimate === undefined || estimate.lower === null) return { dots };
  const from = axis.place(estimate.lower);
  // Beyond every finished run there is no end to draw: the bar runs to the edge.
  const to = estimate.upper === null ? 100 : axis.place(estimate.upper);
  const interval = { x: from, width: Math.round((to - from) * 100) / 100 };
  if (estimate.point === null) return { dots, interval };
  return { dots, interval, median: axis.place(estimate.point) };
}
