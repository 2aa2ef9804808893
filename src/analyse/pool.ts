/** What several machines say together: a random-effects mean of their log ratios. */
import { studentT } from './student.ts';
import type { Estimate } from './types.ts';

/** What one machine says: the logarithm of a ratio, and the variance of that. */
export interface Effect {
  readonly y: number;
  readonly v: number;
}

export interface Pooled {
  /** The mean, and its standard error. */
  readonly mean: number;
  readonly error: number;
  /** Variance between machines. */
  readonly tau2: number;
  /** Half the width of the 95% interval of the mean, and of the 95% prediction for a further machine. */
  readonly half: number;
  readonly predicted: number;
}

/** Fewer machines say too little of how machines differ. */
export const FEWEST_POOLED = 5;

/** Share of the interval of a mean and of a prediction. */
const POOLED_SHARE = 0.95;

/** Width of a 99% interval of a normal distribution, in standard deviations. */
const WIDTH_OF_99 = 5.1517;

/** Values are kept to 12 digits; a difference below this is none. */
const LEAST_VARIANCE = 1e-18;

/**
 * The log ratio of a comparison with its variance, taken from the width of its 99% interval.
 *
 * @returns undefined where the interval is open, or of another level
 */
export function effectOf(ratio: Estimate | null): Effect | undefined {
  if (ratio === null || ratio.level !== 0.99) return undefined;
  const { point, lower, upper } = ratio;
  if (point === null || lower === null || upper === null || lower <= 0) return undefined;
  return { y: Math.log(point), v: (Math.log(upper / lower) / WIDTH_OF_99) ** 2 };
}

/**
 * Mean of the effects, with the spread of machines about it.
 *
 * The variance between machines after Paule and Mandel (1982, Journal of Research of the National Bureau of
 * Standards 87, 377–385); the interval after Hartung and Knapp, modified so that it is never narrower than the one
 * without their factor (Röver, Knapp and Friede 2015, BMC Medical Research Methodology 15, 99). A further machine is
 * expected within the prediction (Higgins, Thompson and Spiegelhalter 2009, Journal of the Royal Statistical Society A
 * 172, 137–159), here with k − 1 degrees of freedom, as the mean has.
 *
 * @param effects at least two
 */
export function pool(effects: readonly Effect[]): Pooled {
  const freedom = effects.length - 1;
  const tau2 = varianceBetween(effects);
  const { mean, weight, q } = weighted(effects, tau2);
  const variance = Math.max(1, q / freedom) / weight;
  const t = studentT(freedom, POOLED_SHARE);
  return {
    mean,
    error: Math.sqrt(variance),
    tau2,
    half: t * Math.sqrt(variance),
    predicted: t * Math.sqrt(tau2 + variance),
  };
}

/** The τ² for which Σ w (y − μ)² = k − 1 with w = 1 / (v + τ²); 0 if the sum at 0 is smaller. */
function varianceBetween(effects: readonly Effect[]): number {
  const freedom = effects.length - 1;
  const isBelow = (tau2: number): boolean => weighted(effects, tau2).q < freedom;
  if (isBelow(0)) return 0;
  let [low, high] = [0, 1e-12];
  // The sum falls as τ² grows.
  while (!isBelow(high)) [low, high] = [high, high * 2];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function weighted(
  effects: readonly Effect[],
  tau2: number,
): { mean: number; weight: number; q: number } {
  const weights = effects.map(({ v }) => 1 / (Math.max(v, LEAST_VARIANCE) + tau2));
  const weight = sumOf(weights);
  const mean = sumOf(effects.map(({ y }, index) => y * weights[index]!)) / weight;
  const q = sumOf(effects.map(({ y }, index) => weights[index]! * (y - mean) ** 2));
  return { mean, weight, q };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
