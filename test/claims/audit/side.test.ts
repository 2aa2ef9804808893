import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/analyse/types.ts';
import { decideRatio, decideSide } from '../../../src/claims/audit/side.ts';
import { parseQuantity } from '../../../src/quantity/quantity.ts';
import { aCase, comparison } from '../audit-results.ts';

const resultsOf = (...comparisons: Comparison[]) => ({
  cases: [aCase('io/1', { contestants: [], comparisons })],
  growth: [],
});
/** `a` takes 0.3 to 0.32 of `b`, so `b` takes 3.125 to 3.333 times as much. */
const less = comparison('wall', 'a', 'b', 'less', [0.31, 0.3, 0.32]);

describe('a published ratio', () => {
  const ratio = (figure: string, one = less) =>
    decideRatio(
      { as: 'ratio', in: 'io/1', compare: ['b', 'a'], on: 'wall' },
      parseQuantity(figure)!,
      resultsOf(one),
    );

  // A figure leaves open half of its last digit: 3.0 is at most 3.05, and 3.1 at most 3.15.
  it.each([
    ['3.0x', 'not reproduced', 'right side, wrong size'],
    ['3.1x', 'reproduced', 'side and size hold'],
    ['3.3x', 'reproduced', 'side and size hold'],
    ['3.4x', 'not reproduced', 'right side, wrong size'],
  ])('of %s, seen from the other side, is %s: %s', (figure, status, detail) => {
    const evidence = { kind: 'comparisons', place: { case: 'io/1' }, comparisons: [less] };
    expect(ratio(figure)).toEqual({ status, detail, evidence });
  });

  it('is not reproduced where the verdict has no ratio', () => {
    expect(ratio('3.2x', { ...less, ratio: null })).toMatchObject({
      status: 'not reproduced',
      detail: 'right side, wrong size',
    });
  });
});

describe('a published side', () => {
  const side = (
    comparisons: Comparison[],
    compare: [string, string, ...string[]],
    where = 'io/1',
  ) => decideSide({ as: 'less', in: where, compare, on: 'wall' }, resultsOf(...comparisons));

  it('stands beside the comparisons that it rests on', () => {
    expect(side([less], ['a', 'b'])).toEqual({
      status: 'reproduced',
      detail: 'it holds',
      evidence: { kind: 'comparisons', place: { case: 'io/1' }, comparisons: [less] },
    });
  });

  it('is not tested where the case was not measured, or the two not compared', () => {
    expect(side([less], ['a', 'b'], 'io/2')).toEqual({
      status: 'not tested',
      why: { kind: 'case-without-runs', case: 'io/2' },
    });
    expect(side([less], ['a', 'c'])).toEqual({
      status: 'not tested',
      why: {
        kind: 'not-compared-in',
        case: 'io/1',
        compared: { contestants: ['a', 'c'], measure: 'wall' },
      },
    });
  });

  it('holds where it is open whether the difference matters, and says so', () => {
    const open: Comparison = { ...less, verdict: { kind: 'less', matters: 'open' } };
    expect(side([open], ['a', 'b'])).toMatchObject({
      status: 'reproduced',
      detail: 'it holds; whether it matters is open',
    });
    const same = { as: 'same', in: 'io/1', compare: ['a', 'b'], on: 'wall' } as const;
    expect(decideSide({ ...same, compare: ['a', 'b'] }, resultsOf(open))).toMatchObject({
      status: 'not reproduced',
      detail: 'a difference is shown; whether it matters is open',
    });
  });

  it('is told by the first comparison against it, and else by the first that is open', () => {
    const more = comparison('wall', 'a', 'c', 'more', null);
    const same = comparison('wall', 'a', 'd', 'no difference shown', null);
    const all: [string, string, ...string[]] = ['a', 'b', 'c', 'd'];
    expect(side([less, more, same], all).detail).toBe('the other side');
    const open = (b: string, pairs: number): Comparison => ({
      ...more,
      b,
      verdict: { kind: 'not decided', reason: { kind: 'few-pairs', pairs, needed: 8 } },
    });
    expect(side([less, open('c', 1), open('d', 2)], all)).toMatchObject({
      status: 'not tested',
      why: { kind: 'few-pairs', pairs: 1, needed: 8 },
    });
    expect(side([less, open('c', 1), same], all).detail).toBe('no difference shown');
  });
});
