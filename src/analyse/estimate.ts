import type { Interval } from './interval.ts';
import { roundTo12 } from './round.ts';
import type { Estimate } from './types.ts';

/** Rounds every number of an interval; infinities stay. */
export function roundInterval(interval: Interval): Interval {
  return {
    point: roundTo12(interval.point),
    lower: roundTo12(interval.lower),
    upper: roundTo12(interval.upper),
    level: roundTo12(interval.level),
    n: interval.n,
  };
}

/** The form in which an interval stands in the results. */
export function toEstimate(interval: Interval): Estimate {
  return estimateOfRounded(roundInterval(interval));
}

/** The same for an interval that is rounded already. */
export function estimateOfRounded({ point, lower, upper, level, n }: Interval): Estimate {
  return {
    point: finiteOrNull(point),
    lower: finiteOrNull(lower),
    upper: finiteOrNull(upper),
    level,
    n,
  };
}

/** JSON knows no infinity and no NaN. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
