/** Ratios as text. "1.47 times as long", never "slower by a factor": the words are the caller's. */
import type { Estimate } from '../../analyse/types.ts';
import { formatEstimate, type FormattedEstimate } from './estimate.ts';

/** The ratio seen from the other side: b/a from a/b. An end beyond every run turns into 0. */
export function invertRatio(ratio: Estimate): Estimate {
  const invert = (value: number | null) => {
    if (value === null) return 0;
    return value === 0 ? null : 1 / value;
  };
  return {
    ...ratio,
    point: invert(ratio.point),
    lower: invert(ratio.upper),
    upper: invert(ratio.lower),
  };
}

/** The ratio turned so that its median is at least 1. */
export function ratioAboveOne(ratio: Estimate): Estimate {
  return ratio.point !== null && ratio.point < 1 ? invertRatio(ratio) : ratio;
}

/**
 * A ratio with the words that follow it: `formatTimes(ratio, 'as long')` has the
 * point "1.47 times as long".
 */
export function formatTimes(ratio: Estimate, words: string): FormattedEstimate {
  const formatted = formatEstimate(ratio, 'ratio');
  const point = ratio.point === null ? formatted.point : `${formatted.point} times ${words}`;
  const text = formatted.text.replace(formatted.point, point);
  return { ...formatted, point, text };
}
