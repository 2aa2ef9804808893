import { describe, expect, it } from 'vitest';
import { differingBlocks, pOfEqual } from '../../src/analyse/differing-blocks.ts';
import { bell, seeded } from '../fixtures/random.ts';

/** The same p by another formula: the share of the ranks' variance that lies between the groups. */
function byVariance(groups: readonly (readonly number[])[]): number {
  const all = groups.flat();
  const ranked = groups.map((group) =>
    group.map(
      (value) =>
        all.filter((other) => other < value).length +
        (all.filter((other) => other === value).length + 1) / 2,
    ),
  );
  const mean = (all.length + 1) / 2;
  const meanOf = (ranks: readonly number[]): number =>
    ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  const between = ranked.reduce(
    (sum, ranks) => sum + ranks.length * (meanOf(ranks) - mean) ** 2,
    0,
  );
  const whole = ranked.flat().reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  return Math.exp((-(all.length - 1) * (between / whole)) / 2);
}

describe('the probability that three blocks are alike', () => {
  it('is that of R for the example of Hollander and Wolfe (1973), 115', () => {
    const groups = [
      [2.9, 3.0, 2.5, 2.6, 3.2],
      [3.8, 2.7, 4.0, 2.4],
      [2.8, 3.4, 3.7, 2.2, 2.0],
    ];
    expect(-2 * Math.log(pOfEqual(groups))).toBeCloseTo(0.77143, 5);
    expect(pOfEqual(groups)).toBeCloseTo(0.68, 2);
  });

  it('is the same by the variance of the ranks, with ties and without', () => {
    const random = seeded(3);
    for (let trial = 0; trial < 200; trial += 1) {
      const digits = trial % 2 === 0 ? 1 : 1e6;
      const groups = [4, 7, 5].map((size) =>
        Array.from({ length: size }, () => Math.round(bell(random) * digits) / digits),
      );
      if (new Set(groups.flat()).size === 1) continue;
      expect(pOfEqual(groups)).toBeCloseTo(byVariance(groups), 10);
    }
  });

  it('is 1 where all values are equal', () => {
    expect(
      pOfEqual([
        [5, 5, 5],
        [5, 5, 5],
        [5, 5, 5],
      ]),
    ).toBe(1);
  });
});

describe('blocks that differ', () => {
  /** Seven runs a block around these middles, with a noise of 1. */
  const runs = (middles: readonly number[], random: () => number, size = 7) =>
    middles.flatMap((middle, index) =>
      Array.from({ length: size }, (_, round) => ({
        block: index + 1,
        round: index * size + round + 1,
        value: middle + bell(random),
      })),
    );

  it('are told with their medians', () => {
    const values = [1, 2, 3, 11, 12, 13, 21, 22, 23, 4, 14, 24, 5, 15, 25];
    const blocks = [1, 1, 1, 2, 2, 2, 3, 3, 3, 1, 2, 3, 1, 2, 3];
    const observations = values.map((value, index) => ({
      block: blocks[index]!,
      round: index + 1,
      value,
    }));
    expect(differingBlocks(observations, 3)).toEqual([3, 13, 23]);
    expect(differingBlocks(observations, 1)).toBeUndefined();
    expect(differingBlocks(observations.slice(0, 8), 3)).toBeUndefined();
  });

  it('are found in at most one of a hundred sessions that don’t change', () => {
    const random = seeded(11);
    for (const size of [4, 7]) {
      const trials = Array.from({ length: 2000 }, () =>
        differingBlocks(runs([10, 10, 10], random, size), 3),
      );
      // 20 are expected at most, with a deviation of 4.4.
      expect(trials.filter((found) => found !== undefined).length).toBeLessThan(34);
    }
  });

  it('are found where the middles move by two deviations from block to block', () => {
    const random = seeded(12);
    const trials = Array.from({ length: 200 }, () =>
      differingBlocks(runs([10, 12, 14], random), 3),
    );
    expect(trials.filter((found) => found !== undefined).length).toBeGreaterThan(190);
  });
});
