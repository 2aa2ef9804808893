/** A median with the ends of its interval. Ends may be −∞ or +∞ where runs were censored. */
export interface Interval {
  readonly point: number;
  readonly lower: number;
  readonly upper: number;
  /** Coverage that the interval really has: the level asked for, or less where n is too small. */
  readonly level: number;
  readonly n: number;
}

/**
 * Median of the values and its distribution-free interval after Hettmansperger and Sheather
 * (1986), "Confidence intervals based on interpolated order statistics", Statistics &
 * Probability Letters 4, 75–79. Below the sample size at which the level can be had
 * (6 for 95%, 8 for 99%) it is [smallest, largest], labelled with the level that this has.
 *
 * @param values at least one, in any order; ±∞ is allowed, NaN is not
 * @param level coverage asked for, for example 0.95
 * @throws RangeError when there is no value or one is NaN
 */
export function medianInterval(values: readonly number[], level: number): Interval {
  const n = values.length;
  if (n === 0) throw new RangeError('The interval of a median needs at least one value.');
  if (values.some(Number.isNaN)) throw new RangeError('The interval of a median was given NaN.');
  const sorted = values.toSorted(ascending);
  const at = (rank: number): number => sorted[rank - 1] ?? Number.NaN;
  const point = middle(at(Math.floor((n + 1) / 2)), at(Math.ceil((n + 1) / 2)));

  const coverages = orderStatisticCoverages(n);
  const widest = coverages[0] ?? 0;
  if (widest < level) return { point, lower: at(1), upper: at(n), level: widest, n };

  const k = coverages.findLastIndex((coverage) => coverage >= level) + 1;
  const here = coverages[k - 1] ?? 0;
  const next = coverages[k] ?? 0;
  const surplus = (here - level) / (here - next);
  const share = ((n - k) * surplus) / (k + (n - 2 * k) * surplus);
  return {
    point,
    lower: towards(at(k), at(k + 1), share),
    upper: towards(at(n - k + 1), at(n - k), share),
    level,
    n,
  };
}

/** Median of the values, which may be ±∞; NaN where the middle lies between −∞ and +∞. */
export function medianOf(values: readonly number[]): number {
  return medianInterval(values, 0.5).point;
}

/**
 * Coverage γ_k of [x₍k₎, x₍n−k+1₎] for the median: 1 − 2·Σ_{i<k} C(n,i)/2ⁿ, for
 * k = 1 … ⌊n/2⌋ + 1 (the last one may be 0 or less: it only serves to interpolate).
 */
function orderStatisticCoverages(n: number): number[] {
  const coverages: number[] = [];
  let term = 2 ** -n;
  let below = 0;
  for (let k = 1; k <= Math.floor(n / 2) + 1; k += 1) {
    below += term;
    coverages.push(1 - 2 * below);
    term = (term * (n - k + 1)) / k;
  }
  return coverages;
}

/**
 * From the outer order statistic a share of the way to the inner one. Where one of them is
 * infinite nothing can be interpolated: the outer one stands, which only widens the interval.
 */
function towards(outer: number, inner: number, share: number): number {
  if (!Number.isFinite(outer) || !Number.isFinite(inner)) return outer;
  return (1 - share) * outer + share * inner;
}

/** Not a subtraction: ∞ − ∞ is NaN. */
function ascending(x: number, y: number): number {
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

function middle(low: number, high: number): number {
  return low === high ? low : (low + high) / 2;
}
