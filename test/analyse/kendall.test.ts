import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from '../../src/analyse/kendall.ts';

fc.configureGlobal({ seed: 1 });

/** p by going through every order of the values. */
function bruteForceP(values: readonly number[]): number {
  const s = Math.abs(scoreOf(values));
  const all = ordersOf(values);
  return all.filter((order) => Math.abs(scoreOf(order)) >= s).length / all.length;
}

function scoreOf(values: readonly number[]): number {
  return values.reduce(
    (sum, later, index) =>
      sum +
      values.slice(0, index).reduce((inner, earlier) => inner + Math.sign(later - earlier), 0),
    0,
  );
}

function ordersOf(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) =>
    ordersOf(values.toSpliced(index, 1)).map((rest) => [value, ...rest]),
  );
}

describe('mannKendall', () => {
  it('finds a trend in a nearly sorted series', () => {
    const { s, p } = mannKendall([1, 2, 3, 4, 5, 6, 8, 7, 10, 9]);
    expect(s).toBe(41);
    expect(p).toBeCloseTo(2.97619e-5, 10);
  });

  it('finds none where rises and falls balance', () => {
    expect(
      mannKendall([102.4, 99.8, 101.1, 100.2, 130.9, 98.7, 100.9, 101.6, 99.5, 103.3]),
    ).toEqual({ s: 1, p: 1 });
  });

  it.each([
    [[1, 2, 3, 4, 5, 6, 7]],
    [[2, 7, 1, 5, 3, 6, 4]],
    [[3, 1, 2]],
    [[1, 1, 2, 2, 3, 3]],
    [[5, 5, 5, 5, 6]],
    [[1, 2, 2, 2, 3, 3, 4]],
    [[4, 4, 3, 1, 1, 1]],
  ])('agrees with going through every order of %j', (values) => {
    expect(mannKendall(values).p).toBeCloseTo(bruteForceP(values), 12);
  });

  it('agrees with going through every order of any short series with ties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
        (values) => {
          expect(mannKendall(values).p).toBeCloseTo(bruteForceP(values), 12);
        },
      ),
    );
  });

  it('sees no trend in one value, in none, or in equal ones', () => {
    expect(mannKendall([3])).toEqual({ s: 0, p: 1 });
    expect(mannKendall([])).toEqual({ s: 0, p: 1 });
    expect(mannKendall([2, 2, 2, 2])).toEqual({ s: 0, p: 1 });
  });

  it('gives a sorted series of 21 the probability 2/21!', () => {
    const values = Array.from({ length: 21 }, (_, index) => index);
    expect(mannKendall(values).p / (2 / 51090942171709440000)).toBeCloseTo(1, 9);
  });
});
