import type { Comparison, Estimate } from './types.ts';
import { invert } from './verdict.ts';

/** The same comparison, seen from the other contestant. */
export function flip(comparison: Comparison): Comparison {
  const { a, b, ratio, difference, blocks } = comparison;
  return {
    ...comparison,
    a: b,
    b: a,
    ratio: ratio && invertRatio(ratio),
    difference: difference && negate(difference),
    // Log-ratios or differences: both turn their sign.
    blocks: blocks.map((median) => (median === null ? null : 0 - median)),
    verdict: invert(comparison.verdict),
  };
}

/** The difference seen from the other side. An end beyond every run stays beyond, on the other end. */
export function negate(difference: Estimate): Estimate {
  const minus = (value: number | null): number | null => (value === null ? null : 0 - value);
  return {
    ...difference,
    point: minus(difference.point),
    lower: minus(difference.upper),
    upper: minus(difference.lower),
  };
}

/** The ratio seen from the other side: b/a from a/b. An end beyond every run turns into 0. */
export function invertRatio(ratio: Estimate): Estimate {
  const invertEnd = (value: number | null): number | null => {
    if (value === null) return 0;
    return value === 0 ? null : 1 / value;
  };
  return {
    ...ratio,
    point: invertEnd(ratio.point),
    lower: invertEnd(ratio.upper),
    upper: invertEnd(ratio.lower),
  };
}
