import { medianOf } from './interval.ts';
import type { Observation } from './observations.ts';

/** Two contestants' values of one round; +∞ stands for a run that did not finish. */
export interface Pair {
  readonly block: number;
  readonly a: number;
  readonly b: number;
}

/** The rounds that two contestants share. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Rounds in which neither finished: they compare nothing. */
  readonly voidPairs: number;
}

/** Pairs the values of two contestants by round. Rounds in which only one has a value are left out. */
export function pairByRound(a: readonly Observation[], b: readonly Observation[]): Pairing {
  const pairs: Pair[] = [];
  let voidPairs = 0;
  for (const { block, round, value } of a) {
    const partner = b.find((other) => other.block === block && other.round === round);
    if (partner === undefined) continue;
    if (Number.isFinite(value) || Number.isFinite(partner.value))
      pairs.push({ block, a: value, b: partner.value });
    else voidPairs += 1;
  }
  return { pairs, voidPairs };
}

/** log(a/b) of every pair; `undefined` where a value is 0 or less, which has no ratio. */
export function logRatios(pairs: readonly Pair[]): number[] | undefined {
  if (pairs.some(({ a, b }) => a <= 0 || b <= 0)) return undefined;
  return pairs.map(({ a, b }) => Math.log(a) - Math.log(b));
}

/** a − b of every pair. */
export function differences(pairs: readonly Pair[]): number[] {
  return pairs.map(({ a, b }) => a - b);
}

/** Median of the quantity in each block, from block 1; NaN for a block without a pair. */
export function blockMedians(
  pairs: readonly Pair[],
  quantity: readonly number[],
  blocks: number,
): number[] {
  return Array.from({ length: blocks }, (_, index) => {
    const values = quantity.filter((_value, at) => pairs[at]?.block === index + 1);
    return values.length === 0 ? Number.NaN : medianOf(values);
  });
}
