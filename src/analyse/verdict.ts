import type { Matters } from '../quantity/matters.ts';
import type { Interval } from './interval.ts';
import { roundTo12 } from './round.ts';
import type { Verdict } from './types.ts';

/** What a verdict is decided from: `a` against `b`, both intervals at 99%. */
export interface Evidence {
  /** a/b; `null` where a value is 0 or less. */
  readonly ratio: Interval | null;
  /** a − b, in the measure's unit. */
  readonly difference: Interval;
  readonly matters: Matters;
  /** Median of the log-ratio or of the difference in each block; NaN for a block without a pair. */
  readonly blocks: readonly number[];
}

/** One way of looking at the evidence: the interval, what "no difference" is, what matters to either side. */
interface View {
  readonly interval: Interval;
  readonly none: number;
  readonly below: number;
  readonly above: number;
}

/**
 * Verdict on `a` against `b`.
 *
 * - `less`/`more`: the interval excludes no difference, its point is at least what matters
 *   away, and the medians of all blocks lie on that side
 * - `same`: the interval lies wholly inside what matters
 * - else `no difference shown`
 *
 * Where a ratio and a difference are stated, a difference matters if it is as large as both:
 * `less` and `more` need both, `same` needs one.
 */
export function decideVerdict(evidence: Evidence): Verdict {
  const views = viewsOf(evidence);
  if (views === undefined)
    return { kind: 'not decided', reason: 'a value of 0 or less has no ratio' };
  const unknownBlock = evidence.blocks.findIndex(Number.isNaN);
  if (unknownBlock >= 0)
    return { kind: 'not decided', reason: `block ${unknownBlock + 1} has no median` };

  const less = views.every(
    ({ interval, none, below }) => interval.upper < none && interval.point <= below,
  );
  if (less && evidence.blocks.every((median) => median < 0)) return { kind: 'less' };
  const more = views.every(
    ({ interval, none, above }) => interval.lower > none && interval.point >= above,
  );
  if (more && evidence.blocks.every((median) => median > 0)) return { kind: 'more' };
  const same = views.some(
    ({ interval, below, above }) => interval.lower > below && interval.upper < above,
  );
  return same ? { kind: 'same' } : { kind: 'no difference shown' };
}

/** Rounded like the intervals, so that a difference of exactly what matters is decided alike everywhere. */
function viewsOf({ ratio, difference, matters }: Evidence): View[] | undefined {
  const views: View[] = [];
  if (matters.ratio !== undefined) {
    if (ratio === null) return undefined;
    views.push({
      interval: ratio,
      none: 1,
      below: roundTo12(1 / matters.ratio),
      above: roundTo12(matters.ratio),
    });
  }
  if (matters.difference !== undefined) {
    const step = roundTo12(matters.difference);
    views.push({ interval: difference, none: 0, below: -step, above: step });
  }
  return views;
}
