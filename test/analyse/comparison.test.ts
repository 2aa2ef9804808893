import { describe, expect, it } from 'vitest';
import { compare, type ComparisonSettings } from '../../src/analyse/comparison.ts';
import { seriesOf, type Series } from '../../src/analyse/pairs.ts';

const settings: ComparisonSettings = {
  measure: 'wall',
  a: 'first',
  b: 'second',
  matters: { ratio: 1.02 },
  blocks: 1,
  ratios: true,
};
const series = (values: readonly number[]): Series =>
  seriesOf(values.map((value, index) => ({ block: 1, round: index + 1, value })));

const b = [102.4, 99.8, 101.1, 100.2, 130.9, 98.7, 100.9, 101.6, 99.5, 103.3];
const a = [141.2, 139.0, 140.4, 144.8, 138.2, 139.9, 150.3, 141.7, 140.1, 139.4];

describe('compare', () => {
  it('pairs by round and takes the 99% interval of the ratios', () => {
    const { ratio, pairs, voidPairs, verdict } = compare(series(a), series(b), settings);
    expect(ratio?.point).toBeCloseTo(1.393734982, 9);
    expect(ratio?.lower).toBeCloseTo(1.304886575, 9);
    expect(ratio?.upper).toBeCloseTo(1.451118985, 9);
    expect([pairs, voidPairs, verdict.kind]).toEqual([10, 0, 'more']);
  });

  it('gives the differences in the unit of the values', () => {
    const { difference } = compare(
      series([11, 12, 13, 14, 15, 16, 17, 18]),
      series([1, 2, 3, 4, 5, 6, 7, 8]),
      settings,
    );
    expect(difference).toMatchObject({ point: 10, lower: 10, upper: 10, level: 0.99, n: 8 });
  });

  it('leaves out rounds that only one of them has', () => {
    const later = b.slice(1).map((value, index) => ({ block: 1, round: index + 2, value }));
    expect(compare(series(a), seriesOf(later), settings).pairs).toBe(9);
  });

  it('does not decide on fewer than 8 pairs', () => {
    const short = compare(series(a.slice(0, 7)), series(b.slice(0, 7)), settings);
    expect(short.verdict).toEqual({
      kind: 'not decided',
      reason: { kind: 'few-pairs', pairs: 7, needed: 8 },
    });
    expect(short.ratio).toMatchObject({ n: 7, level: 0.984375 });
    const one = compare(series(a.slice(0, 1)), series(b.slice(0, 1)), settings);
    expect(one.verdict).toHaveProperty('reason', { kind: 'few-pairs', pairs: 1, needed: 8 });
    const eight = compare(series(a.slice(0, 8)), series(b.slice(0, 8)), settings);
    expect(eight.verdict.kind).toBe('more');
  });

  it('voids the rounds in which neither finished, and names them', () => {
    const neither = compare(
      series([...a, Infinity, Infinity]),
      series([...b, Infinity, Infinity]),
      settings,
    );
    expect(neither).toMatchObject({ pairs: 10, voidPairs: 2 });
    expect(neither.ratio?.point).toBeCloseTo(1.393734982, 9);
    expect(neither).not.toHaveProperty('censoredPairs');
  });

  it('counts a run of a that did not finish as larger than any', () => {
    const { ratio, difference, censoredPairs } = compare(
      series(a.with(0, Infinity)),
      series(b),
      settings,
    );
    expect(ratio?.upper).toBeNull();
    expect(difference?.upper).toBeNull();
    expect(ratio?.lower).toBeGreaterThan(1);
    expect(censoredPairs).toEqual({ a: 1, b: 0 });
  });

  it('counts a run of b that did not finish as a ratio of 0', () => {
    const { ratio, difference, censoredPairs } = compare(
      series(a),
      series(b.with(0, Infinity)),
      settings,
    );
    expect(ratio?.lower).toBe(0);
    expect(difference?.lower).toBeNull();
    expect(censoredPairs).toEqual({ a: 0, b: 1 });
  });

  it('says more where a never finished and b always did', () => {
    const { verdict, ratio, blocks } = compare(series(a.map(() => Infinity)), series(b), settings);
    expect(verdict.kind).toBe('more');
    expect([ratio?.point, ratio?.lower, ratio?.upper]).toEqual([null, null, null]);
    expect(blocks).toEqual([null]);
  });

  it('widens both ends of a ratio by a step over twice the smaller median', () => {
    const quantised = compare(
      series(Array<number>(10).fill(20)),
      series(Array<number>(10).fill(40)),
      { ...settings, resolution: 1 },
    );
    expect(quantised.ratio?.point).toBe(0.5);
    expect(quantised.ratio?.lower).toBeCloseTo(0.5 / (1 + 1 / 40), 10);
    expect(quantised.ratio?.upper).toBeCloseTo(0.5 * (1 + 1 / 40), 10);
    expect(quantised.difference).toMatchObject({ point: -20, lower: -20.5, upper: -19.5 });
  });

  it('has no ratio of values that are 0 or less', () => {
    for (const none of [0, -1]) {
      const { ratio, difference } = compare(series(a.with(3, none)), series(b), settings);
      expect(ratio).toBeNull();
      expect(difference?.point).toBeGreaterThan(30);
      expect(compare(series(a), series(b.with(3, none)), settings).ratio).toBeNull();
    }
    expect(compare(series(a.with(3, 0.5)), series(b), settings).ratio).not.toBeNull();
  });

  it('tells the median of each block', () => {
    const blocksOf = (factor: number[]): Series =>
      seriesOf(
        factor.flatMap((value, index) =>
          Array.from({ length: 4 }, (_, at) => ({
            block: index + 1,
            round: 4 * index + at + 1,
            value,
          })),
        ),
      );
    const { blocks, verdict } = compare(blocksOf([2, 2, 1]), blocksOf([1, 1, 2]), {
      ...settings,
      blocks: 3,
    });
    expect(blocks).toEqual([0.69314718056, 0.69314718056, -0.69314718056]);
    expect(verdict.kind).toBe('no difference shown');
  });

  it('does not decide where a block has no pair, and tells the median of a lonely one', () => {
    const nine = (blockOf: (round: number) => number, values: readonly number[]) =>
      seriesOf(
        values.slice(0, 9).map((value, at) => ({ block: blockOf(at + 1), round: at + 1, value })),
      );
    const blockOf = (round: number) => (round < 9 ? 1 : 3);
    const { blocks, verdict } = compare(nine(blockOf, a), nine(blockOf, b), {
      ...settings,
      blocks: 3,
    });
    expect(blocks).toEqual([expect.any(Number), null, expect.closeTo(Math.log(a[8]! / b[8]!), 11)]);
    expect(verdict).toEqual({ kind: 'not decided', reason: { kind: 'empty-block', block: 2 } });
  });

  it('takes each block by itself, down to one round', () => {
    const inBlocks = (values: readonly number[]) =>
      seriesOf(values.map((value, at) => ({ block: at + 1, round: at + 1, value })));
    const { blocks } = compare(inBlocks([1, 2, 4]), inBlocks([1, 1, 1]), {
      ...settings,
      blocks: 3,
    });
    expect(blocks).toEqual([0, 0.69314718056, 1.38629436112]);
  });

  it('says why contestants without a common round are not compared', () => {
    expect(compare(series([]), series(b), settings)).toMatchObject({
      pairs: 0,
      verdict: { kind: 'not decided', reason: { kind: 'no-shared-round' } },
    });
    const one = series([Infinity]);
    expect(compare(one, one, settings).verdict).toHaveProperty('reason', {
      kind: 'neither-finished',
    });
    const neither = series([Infinity, Infinity]);
    expect(compare(neither, neither, settings)).toMatchObject({
      voidPairs: 2,
      verdict: { kind: 'not decided', reason: { kind: 'neither-finished' } },
    });
  });
});
