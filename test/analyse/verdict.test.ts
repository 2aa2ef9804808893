import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/analyse/interval.ts';
import { roundTo12 } from '../../src/analyse/round.ts';
import type { Mattering, Verdict } from '../../src/analyse/types.ts';
import { decideVerdict } from '../../src/analyse/verdict.ts';

const interval = (lower: number, point: number, upper: number): Interval => ({
  lower,
  point,
  upper,
  level: 0.99,
  n: 21,
});
const none = interval(0, 0, 0);

const byRatio = (
  lower: number,
  point: number,
  upper: number,
  blocks = [Math.log(point)],
): Verdict =>
  decideVerdict({
    ratio: interval(lower, point, upper),
    difference: none,
    matters: { ratio: 1.05 },
    blocks,
  });

const byDifference = (lower: number, point: number, upper: number): Verdict =>
  decideVerdict({
    ratio: null,
    difference: interval(lower, point, upper),
    matters: { difference: 50 },
    blocks: [point],
  });

const less = (matters: Mattering): Verdict => ({ kind: 'less', matters });
const more = (matters: Mattering): Verdict => ({ kind: 'more', matters });
const same: Verdict = { kind: 'same' };
const notShown: Verdict = { kind: 'no difference shown', because: 'interval' };
const notInBlocks: Verdict = { kind: 'no difference shown', because: 'blocks' };

describe('a verdict by ratio', () => {
  it.each<[number, number, number, Verdict]>([
    // Wholly beyond, and touching what matters from outside.
    [1.06, 1.1, 1.2, more('shown')],
    [1.05, 1.1, 1.2, more('shown')],
    [0.8, 0.9, roundTo12(1 / 1.05), less('shown')],
    [0, 0, 0, less('shown')],
    [Infinity, Infinity, Infinity, more('shown')],
    // Excludes equality, and reaches into what doesn't matter: wherever its middle lies.
    [1.02, 1.05, 1.2, more('open')],
    [1.01, 1.04, 1.2, more('open')],
    [1.049, 1.3, Infinity, more('open')],
    [0.8, 0.95, 0.99, less('open')],
    [0.8, 0.96, 0.99, less('open')],
    [0, 0.9, 0.96, less('open')],
    // A real difference of less than what matters, and one that may just be as large.
    [1.01, 1.02, 1.03, same],
    [1.01, 1.02, 1.05, more('open')],
    // Holds equality, or ends there.
    [0.96, 1, 1.049, same],
    [0.96, 1, 1.05, notShown],
    [0.94, 1, 1.02, notShown],
    [1.0, 1.2, 1.4, notShown],
    [0.6, 0.8, 1.0, notShown],
    [0.8, 0.9, 1.1, notShown],
    [0.99, 1.1, 1.2, notShown],
  ])('of %d, %d, %d with 5%% mattering is %j', (lower, point, upper, verdict) => {
    expect(byRatio(lower, point, upper)).toEqual(verdict);
  });

  it('leaves open whether 22% matter at 7 to 44%, with 10% mattering', () => {
    const ratio = interval(1.07, 1.22, 1.44);
    const blocks = [0.2, 0.21, 0.19];
    expect(decideVerdict({ ratio, difference: none, matters: { ratio: 1.1 }, blocks })).toEqual(
      more('open'),
    );
  });

  it('needs every block to lie on the same side', () => {
    expect(byRatio(1.1, 1.2, 1.3, [0.1, 0.2, 0.1])).toEqual(more('shown'));
    expect(byRatio(1.1, 1.2, 1.3, [0.3, -0.01, 0.2])).toEqual(notInBlocks);
    expect(byRatio(1.1, 1.2, 1.3, [0.3, 0, 0.2])).toEqual(notInBlocks);
    expect(byRatio(0.7, 0.8, 0.9, [-0.1, -0.2, -0.1])).toEqual(less('shown'));
    expect(byRatio(0.7, 0.8, 0.9, [-0.3, 0.01, -0.2])).toEqual(notInBlocks);
    expect(byRatio(0.7, 0.8, 0.9, [-0.3, 0, -0.2])).toEqual(notInBlocks);
  });

  it('asks no more of a block than its side, also where it is open whether it matters', () => {
    expect(byRatio(1.06, 1.2, 1.3, [0.001, 0.2, 0.1])).toEqual(more('shown'));
    expect(byRatio(1.01, 1.2, 1.3, [0.001, 0.2, 0.1])).toEqual(more('open'));
    expect(byRatio(1.01, 1.2, 1.3, [-0.001, 0.2, 0.1])).toEqual(notInBlocks);
  });

  it('is the same whatever the blocks say, and blames the interval before them', () => {
    expect(byRatio(1.01, 1.02, 1.03, [-0.01, 0.03, 0.03])).toEqual(same);
    expect(byRatio(0.9, 1.02, 1.2, [-0.01, 0.03, 0.03])).toEqual(notShown);
  });

  it('is not decided where a block compares nothing', () => {
    expect(byRatio(1.1, 1.2, 1.3, [0.3, Number.NaN, 0.2]).kind).toBe('not decided');
  });

  it('names the block, from 1', () => {
    const ratio = interval(1.1, 1.2, 1.3);
    const reasonOf = (blocks: number[]) =>
      decideVerdict({ ratio, difference: none, matters: { ratio: 1.05 }, blocks });
    expect(reasonOf([Number.NaN, 0.2, Number.NaN])).toHaveProperty('reason', {
      kind: 'empty-block',
      block: 1,
    });
    expect(reasonOf([0.1, 0.2, Number.NaN])).toHaveProperty('reason', {
      kind: 'empty-block',
      block: 3,
    });
  });

  it('is not decided where there is no ratio', () => {
    expect(
      decideVerdict({ ratio: null, difference: none, matters: { ratio: 1.05 }, blocks: [0] }),
    ).toEqual({
      kind: 'not decided',
      reason: { kind: 'no-ratio' },
    });
  });
});

describe('a verdict by difference', () => {
  it.each<[number, number, number, Verdict]>([
    [50, 70, 90, more('shown')],
    [-90, -70, -50, less('shown')],
    [46, 58, 72, more('open')],
    [1, 49, 90, more('open')],
    [-90, -50, -1, less('open')],
    [1, 20, 49, same],
    [-49, 0, 49, same],
    [-50, 0, 49, notShown],
    [0, 60, 90, notShown],
  ])('of %d, %d, %d with 50 mattering is %j', (lower, point, upper, verdict) => {
    expect(byDifference(lower, point, upper)).toEqual(verdict);
  });
});

describe('a verdict by ratio and difference', () => {
  const of = (ratio: Interval, difference: Interval, block: number): Verdict =>
    decideVerdict({
      ratio,
      difference,
      matters: { ratio: 1.1, difference: 50 },
      blocks: [block],
    });

  it('is shown to matter where both lie beyond', () => {
    expect(of(interval(1.5, 2, 2.5), interval(50, 60, 80), 1)).toEqual(more('shown'));
    expect(of(interval(0.4, 0.5, 0.7), interval(-80, -60, -50), -1)).toEqual(less('shown'));
  });

  it('is open where one of them reaches into what does not matter', () => {
    expect(of(interval(1.5, 2, 2.5), interval(40, 60, 80), 1)).toEqual(more('open'));
    expect(of(interval(1.05, 2, 2.5), interval(55, 60, 80), 1)).toEqual(more('open'));
    expect(of(interval(0.4, 0.5, 0.7), interval(-80, -45, -40), -1)).toEqual(less('open'));
  });

  it('is not shown where one of them holds no difference, or they lie on two sides', () => {
    expect(of(interval(1.5, 2, 2.5), interval(-1, 60, 80), 1)).toEqual(notShown);
    expect(of(interval(0.99, 2, 2.5), interval(55, 60, 80), 1)).toEqual(notShown);
    expect(of(interval(1.5, 2, 2.5), interval(-80, -60, -55), 1)).toEqual(notShown);
  });

  it('is same if either lies inside what matters', () => {
    expect(of(interval(1.5, 2, 2.5), interval(1, 2, 3), 1)).toEqual(same);
    expect(of(interval(1.01, 1.02, 1.03), interval(60, 70, 80), 1)).toEqual(same);
  });
});

/**
 * The rule told another way, by every true value that an interval leaves possible: in hundredths, so
 * that a ratio of 125 over 100 and a difference of 25 are exact.
 */
describe('a verdict over a grid of intervals', () => {
  /** How far from no difference what matters begins; a ratio of 80 or 125 hundredths. */
  const differenceSteps = [-40, -26, -25, -24, -1, 0, 1, 24, 25, 26, 40];
  const ratioSteps = [60, 79, 80, 81, 99, 100, 101, 124, 125, 126, 150];
  const sizeOf = (value: number): 'none' | 'small' | 'large' =>
    value === 0 ? 'none' : Math.abs(value) < 25 ? 'small' : 'large';
  const sizeOfRatio = (value: number): 'none' | 'small' | 'large' =>
    value === 100 ? 'none' : value > 80 && value < 125 ? 'small' : 'large';

  interface Possible {
    readonly sizes: ReadonlySet<string>;
    readonly sides: ReadonlySet<number>;
  }

  function possible(
    [from, to]: readonly [number, number],
    none: number,
    size: (value: number) => string,
  ): Possible {
    const values = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return {
      sizes: new Set(values.map(size)),
      sides: new Set(values.map((value) => Math.sign(value - none))),
    };
  }

  function expected(views: readonly Possible[]): Verdict {
    if (views.some(({ sizes }) => !sizes.has('large'))) return same;
    const matters = views.some(({ sizes }) => sizes.has('small')) ? 'open' : 'shown';
    const sides = new Set(views.flatMap((view) => [...view.sides]));
    if (sides.size > 1 || sides.has(0)) return notShown;
    return sides.has(1) ? more(matters) : less(matters);
  }

  const rangesOf = (steps: readonly number[]): [number, number][] =>
    steps.flatMap((from) =>
      steps.filter((to) => to >= from).map((to): [number, number] => [from, to]),
    );
  const asRatio = ([from, to]: readonly [number, number]): Interval =>
    interval(from / 100, (from + to) / 200, to / 100);
  const asDifference = ([from, to]: readonly [number, number]): Interval =>
    interval(from, (from + to) / 2, to);

  it('agrees with it by ratio', () => {
    for (const range of rangesOf(ratioSteps)) {
      const ratio = asRatio(range);
      const blocks = [Math.log(ratio.point)];
      const found = decideVerdict({ ratio, difference: none, matters: { ratio: 1.25 }, blocks });
      expect(found, range.join(' to ')).toEqual(expected([possible(range, 100, sizeOfRatio)]));
    }
  });

  it('agrees with it by difference', () => {
    for (const range of rangesOf(differenceSteps)) {
      const difference = asDifference(range);
      const blocks = [difference.point];
      const matters = { difference: 25 };
      const found = decideVerdict({ ratio: null, difference, matters, blocks });
      expect(found, range.join(' to ')).toEqual(expected([possible(range, 0, sizeOf)]));
    }
  });

  it('agrees with it by both', () => {
    const matters = { ratio: 1.25, difference: 25 };
    const seen = new Set<string>();
    for (const first of rangesOf(ratioSteps)) {
      for (const second of rangesOf(differenceSteps)) {
        const ratio = asRatio(first);
        const difference = asDifference(second);
        const blocks = [Math.log(ratio.point)];
        const found = decideVerdict({ ratio, difference, matters, blocks });
        const views = [possible(first, 100, sizeOfRatio), possible(second, 0, sizeOf)];
        expect(found, `${first.join(' to ')}; ${second.join(' to ')}`).toEqual(expected(views));
        seen.add(JSON.stringify(found));
      }
    }
    expect(seen.size).toBe(6);
  });
});
