import { median, medianAbsoluteDeviation } from 'simple-statistics';

/** MAD × 1.4826 estimates the standard deviation of a normal sample. */
const MAD_TO_SIGMA = 1.4826;
const SIGMAS = 10;

/** Where more than half of the values are equal, MAD is 0 and no scale: 1% above the median is far, then. */
const FAR_WITHOUT_SCALE = 0.01;

/**
 * The value above which a run is far out: median + 10 · 1.4826 · MAD. The factor is wide on
 * purpose: a flag should point to a disturbed run, not to the tail of an ordinary one.
 *
 * @param values finite, at least one
 */
export function outlierBar(values: readonly number[]): number {
  const centre = median([...values]);
  const spread = medianAbsoluteDeviation([...values]);
  if (spread === 0) return centre + FAR_WITHOUT_SCALE * Math.abs(centre);
  return centre + SIGMAS * MAD_TO_SIGMA * spread;
}
