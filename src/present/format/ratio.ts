/** Ratios as text. "1.47 times as long", never "slower by a factor": the words are the caller's. */
import { invertRatio } from '../../analyse/flip.ts';
import type { Estimate } from '../../analyse/types.ts';
import { formatEstimate, type FormattedEstimate } from './estimate.ts';

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
