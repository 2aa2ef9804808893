/** More values than this are sorted by the general way. */
const MOST_INSERTED = 50;

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
  const sorted = inOrder(values);
  const n = sorted.length;
  const at = (rank: number): number => sorted[rank - 1]!;
  const point = middleOf(sorted);
  const { k, here, next } = ranksFor(n, level);
  if (k === 0) return { point, lower: at(1), upper: at(n), level: next, n };
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
  return middleOf(inOrder(values));
}

/** @throws RangeError when there is no value or one is NaN */
function inOrder(values: readonly number[]): ArrayLike<number> {
  if (values.length === 0) throw new RangeError('A median needs at least one value.');
  if (values.includes(Number.NaN)) throw new RangeError('A median was given NaN.');
  return values.length > MOST_INSERTED ? new Float64Array(values).sort() : inserted(values);
}

/** Insertion sort: for the rounds of a case several times quicker than a general one. */
function inserted(values: readonly number[]): number[] {
  const sorted = values.slice();
  for (let next = 1; next < sorted.length; next += 1) {
    const value = sorted[next]!;
    let place = next;
    while (place > 0 && sorted[place - 1]! > value) {
      sorted[place] = sorted[place - 1]!;
      place -= 1;
    }
    sorted[place] = value;
  }
  return sorted;
}

function middleOf(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  const low = sorted[Math.floor((n - 1) / 2)]!;
  const high = sorted[Math.ceil((n - 1) / 2)]!;
  return low === high ? low : (low + high) / 2;
}

/** Terms whose logarithm is below this are nothing beside the others; as a number they would soon be 0. */
const LEAST_LOG = -700;

interface Ranks {
  /** The largest rank whose coverage reaches the level; 0 where none does. */
  readonly k: number;
  /** Coverage of that rank, and of the next one (which may be 0 or less: it only serves to interpolate). */
  readonly here: number;
  readonly next: number;
}

/** By the coverages γ_k of [x₍k₎, x₍n−k+1₎] for the median: γ_k = 1 − 2·Σ_{i<k} C(n,i)/2ⁿ, and γ₀ = 1. */
function ranksFor(n: number, level: number): Ranks {
  let k = 0;
  let logTerm = -n * Math.LN2;
  while (logTerm < LEAST_LOG) {
    k += 1;
    logTerm += Math.log((n - k + 1) / k);
  }
  let term = k === 0 ? 2 ** -n : Math.exp(logTerm);
  let below = term;
  let [here, next] = [1, 1 - 2 * below];
  while (next >= level) {
    k += 1;
    term = (term * (n - k + 1)) / k;
    below += term;
    [here, next] = [next, 1 - 2 * below];
  }
  return { k, here, next };
}

/**
 * From the outer order statistic a share of the way to the inner one. Where one of them is
 * infinite nothing can be interpolated: the outer one stands, which only widens the interval.
 */
function towards(outer: number, inner: number, share: number): number {
  if (!Number.isFinite(outer) || !Number.isFinite(inner)) return outer;
  return (1 - share) * outer + share * inner;
}
