import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval, medianOf } from '../../src/analyse/interval.ts';
import { bell, seeded } from '../fixtures/random.ts';

fc.configureGlobal({ seed: 1 });

const oneTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

const a = [102.4, 99.8, 101.1, 100.2, 130.9, 98.7, 100.9, 101.6, 99.5, 103.3];
const b = [141.2, 139.0, 140.4, 144.8, 138.2, 139.9, 150.3, 141.7, 140.1, 139.4];

describe('medianInterval', () => {
  it.each([
    [6, 0.95, 1.357142857, 5.642857143],
    [10, 0.95, 2.657657658, 8.342342342],
    [15, 0.95, 4.373506087, 11.626493913],
    [20, 0.95, 6.235234216, 14.764765784],
    [30, 0.95, 10.228711499, 20.771288501],
    [50, 0.95, 18.671737514, 32.328262486],
    [8, 0.99, 1.202479339, 7.797520661],
    [10, 0.99, 1.863128492, 9.136871508],
    [21, 0.99, 5.35070995, 16.64929005],
  ])('of 1 to %i at level %d is [%d, %d]', (n, level, lower, upper) => {
    const interval = medianInterval(oneTo(n), level);
    expect(interval.lower).toBeCloseTo(lower, 9);
    expect(interval.upper).toBeCloseTo(upper, 9);
    expect(interval.point).toBe((n + 1) / 2);
    expect(interval.level).toBe(level);
  });

  it.each([
    [1000, 0.95, 1.959963985],
    [1009, 0.99, 2.575829304],
    [1010, 0.99, 2.575829304],
    [1100, 0.95, 1.959963985],
    [20_000, 0.99, 2.575829304],
  ])('of 1 to %i at level %d is what the normal distribution says', (n, level, z) => {
    // Ranks are binomial with mean n/2 and variance n/4; the error falls with the root of n.
    const { point, lower, upper } = medianInterval(oneTo(n), level);
    const half = (z * Math.sqrt(n)) / 2;
    expect(Math.abs((upper - lower) / 2 - half)).toBeLessThan(0.1);
    expect([point, (lower + upper) / 2]).toEqual([(n + 1) / 2, expect.closeTo((n + 1) / 2, 6)]);
  });

  it('of a sample with an outlier stays where most values are', () => {
    const interval = medianInterval(a, 0.95);
    expect(interval.lower).toBeCloseTo(99.697297297, 9);
    expect(interval.upper).toBeCloseTo(102.708108108, 9);
  });

  it('of log-ratios is the interval of paired ratios', () => {
    const logs = b.map((value, index) => Math.log(value / (a[index] ?? Number.NaN)));
    const at95 = medianInterval(logs, 0.95);
    const at99 = medianInterval(logs, 0.99);
    expect(Math.exp(at95.point)).toBeCloseTo(1.393734982, 9);
    expect([Math.exp(at95.lower), Math.exp(at95.upper)]).toEqual([
      expect.closeTo(1.368756546, 9),
      expect.closeTo(1.426843473, 9),
    ]);
    expect([Math.exp(at99.lower), Math.exp(at99.upper)]).toEqual([
      expect.closeTo(1.304886575, 9),
      expect.closeTo(1.451118985, 9),
    ]);
  });

  it('of tied values ends on tied values', () => {
    const interval = medianInterval([20, 20, 20, 21, 20, 19, 20, 21, 22, 20], 0.95);
    expect([interval.lower, interval.upper]).toEqual([20, 21]);
  });

  it('of one value is that value, with no coverage', () => {
    expect(medianInterval([7], 0.95)).toEqual({ point: 7, lower: 7, upper: 7, level: 0, n: 1 });
  });

  it('of five values is smallest and largest, labelled 93.75%', () => {
    expect(medianInterval([5, 3, 1, 2, 4], 0.95)).toEqual({
      point: 3,
      lower: 1,
      upper: 5,
      level: 0.9375,
      n: 5,
    });
  });

  it('of seven values at 99% is smallest and largest, labelled 98.4375%', () => {
    expect(medianInterval(oneTo(7), 0.99)).toEqual({
      point: 4,
      lower: 1,
      upper: 7,
      level: 0.984375,
      n: 7,
    });
  });

  it('of equal values has no width', () => {
    expect(medianInterval(Array<number>(12).fill(3), 0.95)).toMatchObject({
      point: 3,
      lower: 3,
      upper: 3,
    });
  });

  it('reaches to infinity only as far as censored runs reach', () => {
    const interval = medianInterval([1, 2, 3, 4, 5, 6, 7, 8, Infinity, Infinity], 0.95);
    expect(interval.point).toBe(5.5);
    expect(interval.lower).toBeCloseTo(2.657657658, 9);
    expect(interval.upper).toBe(Infinity);
  });

  it('of censored runs alone is infinite', () => {
    expect(medianInterval(Array<number>(9).fill(Infinity), 0.95)).toMatchObject({
      point: Infinity,
      lower: Infinity,
      upper: Infinity,
    });
  });

  it('keeps the outer finite value where the inner neighbour is infinite', () => {
    // n = 10 at 95%: k = 2, so the lower end lies between the 2nd and 3rd value.
    const interval = medianInterval([1, 2, ...Array<number>(8).fill(Infinity)], 0.95);
    expect(interval).toMatchObject({ point: Infinity, lower: 2, upper: Infinity });
  });

  it('refuses an empty sample and NaN', () => {
    expect(() => medianInterval([], 0.95)).toThrow('at least one value');
    expect(() => medianInterval([1, Number.NaN, 2], 0.95)).toThrow('NaN');
  });

  it('moves and stretches with the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        (values, factor, shift) => {
          const before = medianInterval(values, 0.95);
          const after = medianInterval(
            values.map((value) => factor * value + shift),
            0.95,
          );
          expect(after.lower).toBeCloseTo(factor * before.lower + shift, 6);
          expect(after.upper).toBeCloseTo(factor * before.upper + shift, 6);
          expect(after.lower).toBeLessThanOrEqual(after.point);
          expect(after.point).toBeLessThanOrEqual(after.upper);
        },
      ),
    );
  });

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
        (values) => {
          expect(medianInterval(values.toReversed(), 0.99)).toEqual(medianInterval(values, 0.99));
        },
      ),
    );
  });

  it('does not depend on the order of many values', () => {
    for (const n of [49, 50, 51, 52, 200]) {
      // A factor that n doesn't share: its multiples are all the numbers below n.
      const shuffled = oneTo(n).map((index) => ((index * (n % 7 === 0 ? 11 : 7)) % n) + 1);
      expect(medianInterval(shuffled, 0.95)).toEqual(medianInterval(oneTo(n), 0.95));
      expect(medianOf(shuffled)).toBe((n + 1) / 2);
    }
  });

  it('ends on order statistics where these have just the level that is asked for', () => {
    // Of 5 values, smallest and largest have 1 − 2/32; of 7, the second from both ends 1 − 2·8/128.
    expect(medianInterval(oneTo(5), 0.9375)).toMatchObject({ lower: 1, upper: 5, level: 0.9375 });
    expect(medianInterval(oneTo(7), 0.875)).toMatchObject({ lower: 2, upper: 6, level: 0.875 });
  });

  it('covers the true median of a skewed distribution in about 95% of 2000 samples', () => {
    const random = seeded(20);
    const samples = 2000;
    let covered = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const values = Array.from({ length: 15 }, () => Math.exp(0.5 * bell(random)));
      const { lower, upper } = medianInterval(values, 0.95);
      if (lower <= 1 && 1 <= upper) covered += 1;
    }
    // The standard error of a share of .95 in 2000 samples is .005.
    expect(covered / samples).toBeGreaterThan(0.935);
    expect(covered / samples).toBeLessThan(0.965);
  });
});

describe('medianOf', () => {
  it('is the middle value, or between the two middle ones', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
    expect(medianOf([1, Infinity, Infinity])).toBe(Infinity);
    expect(medianOf([-Infinity, Infinity])).toBeNaN();
    expect(medianOf([1.5e308])).toBe(1.5e308);
  });
});
