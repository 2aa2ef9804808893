import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/analyse/interval.ts';
import { decideVerdict } from '../../src/analyse/verdict.ts';

const interval = (lower: number, point: number, upper: number): Interval => ({
  lower,
  point,
  upper,
  level: 0.99,
  n: 21,
});
const none = interval(0, 0, 0);

const byRatio = (lower: number, point: number, upper: number, blocks = [Math.log(point)]): string =>
  decideVerdict({
    ratio: interval(lower, point, upper),
    difference: none,
    matters: { ratio: 1.05 },
    blocks,
  }).kind;

const byDifference = (lower: number, point: number, upper: number): string =>
  decideVerdict({
    ratio: null,
    difference: interval(lower, point, upper),
    matters: { difference: 50 },
    blocks: [point],
  }).kind;

describe('a verdict by ratio', () => {
  it.each([
    [1.02, 1.05, 1.2, 'more'],
    [0.8, 0.95, 0.99, 'less'],
    [1.01, 1.04, 1.2, 'no difference shown'],
    [0.8, 0.96, 0.99, 'no difference shown'],
    [1.0, 1.2, 1.4, 'no difference shown'],
    [0.6, 0.8, 1.0, 'no difference shown'],
    [0.8, 0.9, 1.1, 'no difference shown'],
    [0.99, 1.1, 1.2, 'no difference shown'],
    [0.96, 1, 1.049, 'same'],
    [1.01, 1.02, 1.03, 'same'],
    [0.96, 1, 1.05, 'no difference shown'],
    [0.94, 1, 1.02, 'no difference shown'],
    [0, 0, 0, 'less'],
    [Infinity, Infinity, Infinity, 'more'],
  ])('of %d, %d, %d with 5%% mattering is %s', (lower, point, upper, kind) => {
    expect(byRatio(lower, point, upper)).toBe(kind);
  });

  it('needs every block to lie on the same side', () => {
    expect(byRatio(1.1, 1.2, 1.3, [0.1, 0.2, 0.1])).toBe('more');
    expect(byRatio(1.1, 1.2, 1.3, [0.3, -0.01, 0.2])).toBe('no difference shown');
    expect(byRatio(1.1, 1.2, 1.3, [0.3, 0, 0.2])).toBe('no difference shown');
    expect(byRatio(0.7, 0.8, 0.9, [-0.1, -0.2, -0.1])).toBe('less');
    expect(byRatio(0.7, 0.8, 0.9, [-0.3, 0.01, -0.2])).toBe('no difference shown');
    expect(byRatio(0.7, 0.8, 0.9, [-0.3, 0, -0.2])).toBe('no difference shown');
  });

  it('is not decided where a block compares nothing', () => {
    expect(byRatio(1.1, 1.2, 1.3, [0.3, Number.NaN, 0.2])).toBe('not decided');
  });

  it('names the block, from 1', () => {
    const ratio = interval(1.1, 1.2, 1.3);
    const reasonOf = (blocks: number[]) =>
      decideVerdict({ ratio, difference: none, matters: { ratio: 1.05 }, blocks });
    expect(reasonOf([Number.NaN, 0.2, Number.NaN])).toHaveProperty(
      'reason',
      'block 1 has no median',
    );
    expect(reasonOf([0.1, 0.2, Number.NaN])).toHaveProperty('reason', 'block 3 has no median');
  });

  it('is not decided where there is no ratio', () => {
    expect(
      decideVerdict({ ratio: null, difference: none, matters: { ratio: 1.05 }, blocks: [0] }),
    ).toEqual({
      kind: 'not decided',
      reason: 'a value of 0 or less has no ratio',
    });
  });
});

describe('a verdict by difference', () => {
  it.each([
    [1, 50, 90, 'more'],
    [-90, -50, -1, 'less'],
    [1, 49, 90, 'no difference shown'],
    [-49, 0, 49, 'same'],
    [-50, 0, 49, 'no difference shown'],
  ])('of %d, %d, %d with 50 mattering is %s', (lower, point, upper, kind) => {
    expect(byDifference(lower, point, upper)).toBe(kind);
  });
});

describe('a verdict by ratio and difference', () => {
  const matters = { ratio: 1.1, difference: 50 };

  it('needs both to matter', () => {
    const large = interval(1.5, 2, 2.5);
    expect(
      decideVerdict({ ratio: large, difference: interval(40, 60, 80), matters, blocks: [1] }).kind,
    ).toBe('more');
    expect(
      decideVerdict({ ratio: large, difference: interval(40, 45, 80), matters, blocks: [1] }).kind,
    ).toBe('no difference shown');
  });

  it('is same if either lies inside what matters', () => {
    expect(
      decideVerdict({
        ratio: interval(1.5, 2, 2.5),
        difference: interval(1, 2, 3),
        matters,
        blocks: [1],
      }).kind,
    ).toBe('same');
    expect(
      decideVerdict({
        ratio: interval(1.01, 1.02, 1.03),
        difference: interval(60, 70, 80),
        matters,
        blocks: [1],
      }).kind,
    ).toBe('same');
  });
});
