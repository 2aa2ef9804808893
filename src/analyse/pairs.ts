import { medianOf } from './interval.ts';
import type { Observation } from './observations.ts';

/** More than there are rounds in a block. */
const ROUNDS = 1e6;

/** A value of a series, its logarithm (meaningless for 0 and less) and the number of its block and round. */
interface Entry {
  readonly place: number;
  readonly block: number;
  readonly value: number;
  readonly log: number;
}

/** Values of one contestant, made ready once for all comparisons with it. */
export interface Series {
  readonly entries: readonly Entry[];
  readonly byPlace: ReadonlyMap<number, Entry>;
  /** NaN where there is no value. */
  readonly median: number;
}

/** @param observations those of a block together, in the order of the blocks */
export function seriesOf(observations: readonly Observation[]): Series {
  const entries = observations.map(({ block, round, value }) => ({
    place: block * ROUNDS + round,
    block,
    value,
    log: value === Number.NEGATIVE_INFINITY ? value : Math.log(value),
  }));
  return {
    entries,
    byPlace: new Map(entries.map((entry) => [entry.place, entry])),
    median: entries.length === 0 ? Number.NaN : medianOf(entries.map(({ value }) => value)),
  };
}

/** The rounds that two contestants share. The three lists belong together by position. */
export interface Pairs {
  readonly blocks: readonly number[];
  /** a − b; infinite where one did not finish. */
  readonly differences: readonly number[];
  /** log(a/b); `undefined` where a value is 0 or less, which has no ratio. */
  readonly logs: readonly number[] | undefined;
  /** Rounds in which neither finished: they compare nothing, and are not in the lists. */
  readonly voidPairs: number;
  /** Pairs in which only `a`, or only `b`, did not finish. */
  readonly censored: { readonly a: number; readonly b: number };
}

/** Pairs the values of two contestants by round. Rounds in which only one has a value are left out. */
export function pairByRound(a: Series, b: Series): Pairs {
  const most = a.entries.length;
  const [blocks, differences, logs] = [emptyList(most), emptyList(most), emptyList(most)];
  let count = 0;
  const censored = { a: 0, b: 0 };
  let voidPairs = 0;
  let haveRatios = true;
  for (const own of a.entries) {
    const other = b.byPlace.get(own.place);
    if (other === undefined) continue;
    const isCensored = !Number.isFinite(own.value);
    const isOtherCensored = !Number.isFinite(other.value);
    if (isCensored && isOtherCensored) {
      voidPairs += 1;
      continue;
    }
    if (isCensored) censored.a += 1;
    if (isOtherCensored) censored.b += 1;
    haveRatios &&= hasRatio(own) && hasRatio(other);
    blocks[count] = own.block;
    differences[count] = own.value - other.value;
    logs[count] = own.log - other.log;
    count += 1;
  }
  for (const list of [blocks, differences, logs]) list.length = count;
  return { blocks, differences, logs: haveRatios ? logs : undefined, voidPairs, censored };
}

/** A value of 0 or less has none; one beyond all others does. */
function hasRatio({ value }: Entry): boolean {
  return value > 0 || value === Number.NEGATIVE_INFINITY;
}

/** Room for so many numbers: a list that grows is copied on the way. */
function emptyList(length: number): number[] {
  return new Array<number>(length);
}

/** Median of the quantity in each block, from block 1; NaN for a block without a pair. */
export function blockMedians(
  { blocks }: Pick<Pairs, 'blocks'>,
  quantity: readonly number[],
  count: number,
): number[] {
  return Array.from({ length: count }, (_, index) => {
    const first = blocks.indexOf(index + 1);
    if (first < 0) return Number.NaN;
    return medianOf(quantity.slice(first, blocks.lastIndexOf(index + 1) + 1));
  });
}
