import { medianOf } from './interval.ts';
import type { Observation } from './observations.ts';

/** Values of one contestant, made ready once for all comparisons with it. */
export interface Series {
  readonly observations: readonly (Observation & { readonly name: string })[];
  /** Values by the name of block and round. */
  readonly byName: ReadonlyMap<string, number>;
  /** NaN where there is no value. */
  readonly median: number;
}

export function seriesOf(observations: readonly Observation[]): Series {
  const named = observations.map((one) => ({ ...one, name: `${one.block} ${one.round}` }));
  return {
    observations: named,
    byName: new Map(named.map(({ name, value }) => [name, value])),
    median: named.length === 0 ? Number.NaN : medianOf(named.map(({ value }) => value)),
  };
}

/**
 * The rounds that two contestants share: block of each pair, value of either contestant; +∞ stands
 * for a run that did not finish. The three lists belong together by position.
 */
export interface Pairs {
  readonly blocks: readonly number[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Rounds in which neither finished: they compare nothing, and are not in the lists. */
  readonly voidPairs: number;
}

/** Pairs the values of two contestants by round. Rounds in which only one has a value are left out. */
export function pairByRound(a: Series, b: Series): Pairs {
  const pairs = { blocks: [] as number[], a: [] as number[], b: [] as number[], voidPairs: 0 };
  for (const { name, block, value } of a.observations) {
    const partner = b.byName.get(name);
    if (partner === undefined) continue;
    if (!Number.isFinite(value) && !Number.isFinite(partner)) {
      pairs.voidPairs += 1;
      continue;
    }
    pairs.blocks.push(block);
    pairs.a.push(value);
    pairs.b.push(partner);
  }
  return pairs;
}

/** log(a/b) of every pair; `undefined` where a value is 0 or less, which has no ratio. */
export function logRatios({ a, b }: Pairs): number[] | undefined {
  const hasRatio = a.every((value, index) => value > 0 && b[index]! > 0);
  return hasRatio ? a.map((value, index) => Math.log(value) - Math.log(b[index]!)) : undefined;
}

/** a − b of every pair. */
export function differences({ a, b }: Pairs): number[] {
  return a.map((value, index) => value - b[index]!);
}

/** Median of the quantity in each block, from block 1; NaN for a block without a pair. */
export function blockMedians(
  pairs: Pick<Pairs, 'blocks'>,
  quantity: readonly number[],
  blocks: number,
): number[] {
  const byBlock = Array.from({ length: blocks }, (): number[] => []);
  pairs.blocks.forEach((block, index) => byBlock[block - 1]?.push(quantity[index]!));
  return byBlock.map((values) => (values.length === 0 ? Number.NaN : medianOf(values)));
}
