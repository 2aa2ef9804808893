/** The two intervals that benchmark tools commonly print, for comparison. Both at 95%. */

/** Two-sided 95% quantiles of Student's t for 9 to 29 degrees of freedom. */
const STUDENT_T = [
  2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074,
  2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045,
];

const RESAMPLES = 500;

/** Mean ± t · standard error, for 10 to 30 values. */
export function meanInterval(values: readonly number[]): [number, number] {
  const n = values.length;
  const t = STUDENT_T[n - 10];
  if (t === undefined)
    throw new RangeError(`mean ± t is tabulated for 10 to 30 values, not for ${n}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const reach = t * Math.sqrt(variance / n);
  return [mean - reach, mean + reach];
}

/** Percentile bootstrap of the median: the middle 95% of the medians of 500 resamples. */
export function bootstrapInterval(
  values: readonly number[],
  random: () => number,
): [number, number] {
  const medians = new Float64Array(RESAMPLES);
  const resample = new Float64Array(values.length);
  for (let index = 0; index < RESAMPLES; index += 1) {
    for (let at = 0; at < resample.length; at += 1) {
      resample[at] = values[Math.floor(random() * values.length)] ?? Number.NaN;
    }
    resample.sort();
    medians[index] = middleOf(resample);
  }
  medians.sort();
  const cut = Math.floor(0.025 * RESAMPLES);
  return [medians[cut] ?? Number.NaN, medians[RESAMPLES - 1 - cut] ?? Number.NaN];
}

function middleOf(sorted: Float64Array): number {
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (low + high) / 2;
}
