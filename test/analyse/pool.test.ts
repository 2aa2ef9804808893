import { describe, expect, it } from 'vitest';
import { effectOf, pool, type Effect } from '../../src/analyse/pool.ts';
import { studentT } from '../../src/analyse/student.ts';
import { bell, seeded } from '../fixtures/random.ts';

/** Nine laboratories; τ², mean and standard error as published for them. */
const LABORATORIES: Effect[] = [
  { y: 61, v: 0.2025 },
  { y: 61.4, v: 1.21 },
  { y: 62.21, v: 0.09 },
  { y: 62.3, v: 0.2025 },
  { y: 62.34, v: 0.3844 },
  { y: 62.6, v: 0.5625 },
  { y: 62.7, v: 0.0676 },
  { y: 62.84, v: 0.0225 },
  { y: 65.9, v: 1.8225 },
];

const estimate = (point: number | null, lower: number | null, upper: number | null) => ({
  ...{ point, lower, upper },
  level: 0.99,
  n: 12,
});

describe('studentT', () => {
  // Tables of the distribution, two-sided.
  it.each([
    [1, 0.95, 12.7062],
    [2, 0.95, 4.30265],
    [4, 0.95, 2.776445],
    [5, 0.99, 4.032143],
    [8, 0.95, 2.306004],
    [30, 0.95, 2.042272],
    [199, 0.95, 1.971957],
  ])('with %i degrees of freedom at %d is %d', (freedom, share, t) => {
    expect(studentT(freedom, share)).toBeCloseTo(t, 4);
  });
});

describe('pool', () => {
  it('gives the variance, the mean and the error that were published for nine laboratories', () => {
    const { tau2, mean, error } = pool(LABORATORIES);
    // The published τ² leaves 3e-11 of what it has to solve; with exact fractions this one leaves 2e-14.
    expect(tau2).toBeCloseTo(0.705395309224248, 10);
    expect(mean).toBeCloseTo(62.4076199113286, 10);
    expect(error).toBeCloseTo(0.338030602684471, 11);
  });

  it('solves what defines τ², and says how wide mean and prediction are', () => {
    const { tau2, mean, error, half, predicted } = pool(LABORATORIES);
    const sum = LABORATORIES.reduce((all, { y, v }) => all + (y - mean) ** 2 / (v + tau2), 0);
    expect(sum).toBeCloseTo(8, 10);
    expect(half / error).toBeCloseTo(2.306004, 5);
    expect(predicted).toBeCloseTo(2.306004 * Math.hypot(error, Math.sqrt(tau2)), 5);
  });

  it('finds no spread where the intervals explain all of it, and is no narrower for that', () => {
    const alike = [1, 1.01, 0.99, 1.02, 0.98].map((y) => ({ y, v: 0.01 }));
    const { tau2, error, half, predicted } = pool(alike);
    expect(tau2).toBe(0);
    expect(error).toBeCloseTo(Math.sqrt(0.01 / 5), 12);
    expect(predicted).toBeCloseTo(half, 12);
  });

  it('takes values without any noise: sizes, where every run says the same', () => {
    const sizes = [1, 2, 3, 4, 5].map((y) => ({ y, v: 0 }));
    const { mean, tau2 } = pool(sizes);
    expect(mean).toBeCloseTo(3, 12);
    expect(tau2).toBeCloseTo(2.5, 12);
    const same = pool(sizes.map(() => ({ y: 2, v: 0 })));
    expect([same.mean, same.tau2]).toEqual([2, 0]);
    expect(same.half).toBeLessThan(1e-8);
  });

  // The table in docs/method.md; the prediction is too narrow where noise hides how machines differ.
  it.each([
    [5, 0.1, 0.95, 0.91],
    [5, 0.05, 0.96, 0.88],
    [7, 0.1, 0.95, 0.92],
    [7, 0.05, 0.95, 0.87],
    [20, 0.1, 0.95, 0.95],
    [20, 0.02, 0.96, 0.83],
    [7, 0, 0.99, 0.99],
  ])(
    'with %i machines and τ = %d covers the mean in %d, a further machine in %d',
    (count, tau, mean, further) => {
      const found = coverage(count, tau);
      expect(found.mean).toBeCloseTo(mean, 2);
      expect(found.further).toBeCloseTo(further, 2);
    },
  );
});

/** Shares of trials in which the mean of all machines, and the true ratio of a further one, were in their intervals. */
function coverage(count: number, tau: number): { mean: number; further: number } {
  const random = seeded(18);
  const trials = 4000;
  let [mean, further] = [0, 0];
  const machine = (): number => 0.3 + tau * bell(random);
  for (let trial = 0; trial < trials; trial += 1) {
    const effects = Array.from({ length: count }, () => {
      const deviation = 0.02 + 0.05 * random();
      return { y: machine() + deviation * bell(random), v: deviation ** 2 };
    });
    const pooled = pool(effects);
    if (Math.abs(pooled.mean - 0.3) <= pooled.half) mean += 1;
    if (Math.abs(pooled.mean - machine()) <= pooled.predicted) further += 1;
  }
  return { mean: mean / trials, further: further / trials };
}

describe('effectOf', () => {
  it('takes the variance from the width of the 99% interval', () => {
    const { y, v } = effectOf(estimate(2, 1.5, 3))!;
    expect(y).toBeCloseTo(Math.log(2), 12);
    expect(Math.sqrt(v)).toBeCloseTo(Math.log(2) / 5.1517, 12);
  });

  it('is none of an open interval, of another level, or of no ratio', () => {
    expect(effectOf(null)).toBeUndefined();
    expect(effectOf(estimate(2, 1.5, null))).toBeUndefined();
    expect(effectOf(estimate(2, 0, 3))).toBeUndefined();
    expect(effectOf({ ...estimate(2, 1.5, 3), level: 0.95 })).toBeUndefined();
  });
});
