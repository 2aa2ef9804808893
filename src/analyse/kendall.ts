/** Trend of a series after Mann and Kendall. */
export interface Trend {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Two-sided probability of an |S| at least as large, had the order been random. */
  readonly p: number;
}

/**
 * Exact Mann–Kendall test for a trend in order of time, with or without ties.
 *
 * Without a trend every order of the values is equally likely. S = N − 2D, with D the pairs
 * that fall (inversions) and N the pairs that aren't tied; the number of orders with D
 * inversions is the coefficient of q^D in [n]!/Π[tᵢ]! (Stanley, Enumerative Combinatorics 1,
 * proposition 1.7.1), tᵢ being the sizes of the tied groups and [n]! the product of
 * 1 + q + … + q^(j−1). Counted with BigInt, so p is exact up to its last rounding.
 *
 * @param values finite values in order of time; fewer than two show no trend (p = 1)
 */
export function mannKendall(values: readonly number[]): Trend {
  let rises = 0;
  let falls = 0;
  values.forEach((later, index) => {
    for (const earlier of values.slice(0, index)) {
      if (later > earlier) rises += 1;
      if (later < earlier) falls += 1;
    }
  });
  const s = rises - falls;
  const untied = rises + falls;
  const counts = ordersByInversions(values.length, tieSizes(values));
  const total = counts.reduce((sum, count) => sum + count, 0n);
  const extreme = counts.reduce(
    (sum, count, d) => (Math.abs(untied - 2 * d) >= Math.abs(s) ? sum + count : sum),
    0n,
  );
  return { s, p: quotient(extreme, total) };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1).sort((a, b) => a - b);
}

const known = new Map<string, bigint[]>();

/** Entry d: how many orders of n values, with these tied groups, have d inversions. */
function ordersByInversions(n: number, ties: readonly number[]): bigint[] {
  const name = [n, ...ties].join(' ');
  const before = known.get(name);
  if (before !== undefined) return before;
  let counts = [1n];
  for (let j = 2; j <= n; j += 1) counts = timesRun(counts, j);
  for (const size of ties) {
    for (let j = 2; j <= size; j += 1) counts = overRun(counts, j);
  }
  known.set(name, counts);
  return counts;
}

/** The polynomial times 1 + q + … + q^(length−1). */
function timesRun(polynomial: readonly bigint[], length: number): bigint[] {
  const product: bigint[] = [];
  let sum = 0n;
  for (let d = 0; d < polynomial.length + length - 1; d += 1) {
    sum += (polynomial[d] ?? 0n) - (polynomial[d - length] ?? 0n);
    product.push(sum);
  }
  return product;
}

/** The polynomial over 1 + q + … + q^(length−1), which must divide it: undoes `timesRun`. */
function overRun(polynomial: readonly bigint[], length: number): bigint[] {
  const result: bigint[] = [];
  for (let d = 0; d < polynomial.length - length + 1; d += 1) {
    result.push(polynomial[d]! - (polynomial[d - 1] ?? 0n) + (result[d - length] ?? 0n));
  }
  return result;
}

/** Quotient of two large whole numbers, 0 ≤ part ≤ whole, to about 15 digits. */
function quotient(part: bigint, whole: bigint): number {
  const digits = 10n ** 30n;
  return Number((part * digits) / whole) / 1e30;
}
