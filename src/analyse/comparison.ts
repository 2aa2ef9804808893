import type { Matters } from '../quantity/matters.ts';
import { estimateOfRounded, finiteOrNull, roundInterval } from './estimate.ts';
import { medianInterval, type Interval } from './interval.ts';
import { blockMedians, pairByRound, type Pairs, type Series } from './pairs.ts';
import type { Reason } from './reasons.ts';
import { roundTo12 } from './round.ts';
import type { Comparison, Verdict } from './types.ts';
import { decideVerdict } from './verdict.ts';

/** Comparisons are given with this coverage. */
export const COMPARISON_LEVEL = 0.99;

/** Fewer pairs have no 99% interval. */
const FEWEST_PAIRS = 8;

/** What a comparison of two series of values needs to know. */
export interface ComparisonSettings {
  readonly measure: string;
  readonly a: string;
  readonly b: string;
  readonly matters: Matters;
  /** Blocks of the session. */
  readonly blocks: number;
  /** Step of a quantised measure, in its unit. */
  readonly resolution?: number | undefined;
  /** False where a ratio has no meaning, as for slopes. */
  readonly ratios: boolean;
  /** Why no verdict can be given, whatever the values. */
  readonly undecided?: Reason | undefined;
  /** Coverage of both intervals; absent: 99%. */
  readonly level?: number | undefined;
}

/**
 * `a` against `b`, paired by round: median of the per-round ratios a/b, with the interval
 * taken on their logarithms, and median of the differences a − b, both at 99% or the level asked for.
 */
export function compare(a: Series, b: Series, settings: ComparisonSettings): Comparison {
  const pairs = pairByRound(a, b);
  const { voidPairs, differences } = pairs;
  const count = differences.length;
  const names = { measure: settings.measure, a: settings.a, b: settings.b };
  if (count === 0) {
    const kind = voidPairs > 0 ? 'neither-finished' : 'no-shared-round';
    const verdict: Verdict = { kind: 'not decided', reason: settings.undecided ?? { kind } };
    const blocks = Array.from({ length: settings.blocks }, () => null);
    return { ...names, ratio: null, difference: null, pairs: 0, voidPairs, blocks, verdict };
  }

  const { level, resolution } = settings;
  const smallerMedian = Math.min(a.median, b.median);
  const logs = settings.ratios ? pairs.logs : undefined;
  const ratio = logs === undefined ? null : ratioInterval(logs, resolution, smallerMedian, level);
  const difference = differenceInterval(differences, resolution, level);
  const deciding = settings.matters.ratio !== undefined && logs !== undefined ? logs : differences;
  const blocks = blockMedians(pairs, deciding, settings.blocks);
  const reason = settings.undecided ?? tooFewPairs(count);
  const verdict: Verdict =
    reason === undefined
      ? decideVerdict({ ratio, difference, matters: settings.matters, blocks })
      : { kind: 'not decided', reason };
  return {
    ...names,
    ratio: ratio === null ? null : estimateOfRounded(ratio),
    difference: estimateOfRounded(difference),
    pairs: count,
    voidPairs,
    ...censoredPairs(pairs),
    blocks: blocks.map((median) => finiteOrNull(roundTo12(median))),
    verdict,
  };
}

/**
 * Interval of exp(median of log-ratios), at 99% unless told otherwise; a step of measuring widens both ends by
 * log(1 + step / (2 · smaller median)).
 */
export function ratioInterval(
  logs: readonly number[],
  resolution: number | undefined,
  smallerMedian: number,
  wanted = COMPARISON_LEVEL,
): Interval {
  const { point, lower, upper, level, n } = medianInterval(logs, wanted);
  const widening = resolution === undefined ? 0 : Math.log1p(resolution / (2 * smallerMedian));
  return roundInterval({
    point: Math.exp(point),
    lower: Math.exp(lower - widening),
    upper: Math.exp(upper + widening),
    level,
    n,
  });
}

/** Widened by half a step at both ends: what the widening of the ratio comes to, in the measure's unit. */
function differenceInterval(
  steps: readonly number[],
  resolution: number | undefined,
  wanted = COMPARISON_LEVEL,
): Interval {
  const { point, lower, upper, level, n } = medianInterval(steps, wanted);
  const widening = (resolution ?? 0) / 2;
  return roundInterval({ point, lower: lower - widening, upper: upper + widening, level, n });
}

function tooFewPairs(pairs: number): Reason | undefined {
  return pairs >= FEWEST_PAIRS ? undefined : { kind: 'few-pairs', pairs, needed: FEWEST_PAIRS };
}

function censoredPairs({ censored }: Pairs): Pick<Comparison, 'censoredPairs'> {
  return censored.a === 0 && censored.b === 0 ? {} : { censoredPairs: censored };
}
