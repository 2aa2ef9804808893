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
 * - `same`: the interval lies wholly inside what matters, even if it excludes no difference: a
 *   difference that doesn't matter. Blocks aren't asked.
 * - `less`/`more`: the interval excludes no difference, and the medians of all blocks lie on that
 *   side. `matters` is `shown` if the whole interval lies beyond what matters, else `open`.
 * - else `no difference shown`: because of the interval, which holds no difference, or of the
 *   blocks, which don't agree.
 *
 * Where a ratio and a difference are stated, a difference matters if it is as large as both:
 * `shown` needs both intervals beyond, `same` needs one inside, `less` and `more` need both to
 * exclude no difference on the same side.
 *
 * At the edges: a difference of exactly what matters does matter. So an interval that only
 * touches it from outside is `shown`, and one that touches it from inside is not `same`. One that
 * ends exactly at no difference doesn't exclude it. Numbers are compared as they are printed in
 * the results, rounded to 12 significant digits.
 */
export function decideVerdict(evidence: Evidence): Verdict {
  const views = viewsOf(evidence);
  if (views === undefined) return { kind: 'not decided', reason: { kind: 'no-ratio' } };
  const unknownBlock = evidence.blocks.findIndex(Number.isNaN);
  if (unknownBlock >= 0)
    return { kind: 'not decided', reason: { kind: 'empty-block', block: unknownBlock + 1 } };

  if (views.some(isInside)) return { kind: 'same' };
  if (views.every(({ interval, none }) => interval.upper < none)) {
    if (!evidence.blocks.every((median) => median < 0)) return blocksDisagree;
    const isShown = views.every(({ interval, below }) => interval.upper <= below);
    return { kind: 'less', matters: isShown ? 'shown' : 'open' };
  }
  if (views.every(({ interval, none }) => interval.lower > none)) {
    if (!evidence.blocks.every((median) => median > 0)) return blocksDisagree;
    const isShown = views.every(({ interval, above }) => interval.lower >= above);
    return { kind: 'more', matters: isShown ? 'shown' : 'open' };
  }
  return { kind: 'no difference shown', because: 'interval' };
}

/** The same verdict, seen from the other contestant. */
export function invert(verdict: Verdict): Verdict {
  if (verdict.kind === 'less') return { ...verdict, kind: 'more' };
  if (verdict.kind === 'more') return { ...verdict, kind: 'less' };
  return verdict;
}

const blocksDisagree: Verdict = { kind: 'no difference shown', because: 'blocks' };

function isInside({ interval, below, above }: View): boolean {
  return interval.lower > below && interval.upper < above;
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
