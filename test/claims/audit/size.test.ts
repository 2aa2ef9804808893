import { describe, expect, it } from 'vitest';
import { decideRise, decideShare, decideValue } from '../../../src/claims/audit/size.ts';
import { parseQuantity } from '../../../src/quantity/quantity.ts';
import { aCase, contestant, growth } from '../audit-results.ts';

const io = aCase('io/1', {
  contestants: [
    contestant('a', { estimates: { wall: [5, 4.9, 5.1] } }),
    contestant('d', { attempted: 0, finished: 0 }),
  ],
  comparisons: [],
});
const slow = aCase('io/2', {
  contestants: [contestant('a', { estimates: { wall: [9, 8, 10] } })],
  comparisons: [],
});
const memory = growth('memory', 'peak', [['a', [600, 500, 700]]], []);
const results = { cases: [io, slow], growth: [memory] };
const wallIn = (one: typeof io) => ({
  case: one.case,
  contestant: 'a',
  estimate: one.contestants[0]!.estimates['wall'],
});

describe('a share of a stated total', () => {
  // 0.5% stands for 0.45 to 0.55% of it, and 4.9 to 5.1 ns were measured.
  it.each([
    // 890 × 0.0055 = 4.895, 891 × 0.0055 = 4.9005; 1133 × 0.0045 = 5.0985, 1134 × 0.0045 = 5.103
    ['890 ns', 'measured: more'],
    ['891 ns', 'the size holds'],
    ['1133 ns', 'the size holds'],
    ['1134 ns', 'measured: less'],
  ])('of %s is: %s', (total, detail) => {
    const test = { as: 'share', in: 'io/1', of: 'a', on: 'wall', total } as const;
    expect(decideShare(test, parseQuantity('0.5%')!, results)).toMatchObject({ detail });
  });
});

describe('a published size', () => {
  it('of a median stands beside the median', () => {
    const test = { as: 'value', in: 'io/1', of: 'a', on: 'wall' } as const;
    expect(decideValue(test, parseQuantity('5 ns')!, results)).toEqual({
      status: 'reproduced',
      detail: 'the size holds',
      evidence: { kind: 'estimates', measure: 'wall', estimates: [wallIn(io)] },
    });
  });

  it('of a slope stands beside the slope, with the sizes between which it rises', () => {
    const test = { as: 'value', over: 'memory', of: 'a', on: 'peak' } as const;
    const slope = {
      kind: 'slope',
      scenario: 'memory',
      measure: 'peak',
      contestant: 'a',
      from: 100,
      to: 1000,
      noun: 'worker',
      estimate: memory.contestants[0]!.slope,
    };
    expect(decideValue(test, parseQuantity('600 B')!, results)).toEqual({
      status: 'reproduced',
      detail: 'the size holds',
      evidence: slope,
    });
    // 701 B stands for 700.5 to 701.5, 700 B for 699.5 to 700.5, and 700 is the upper end.
    const detailOf = (figure: string) => decideValue(test, parseQuantity(figure)!, results).detail;
    expect(['701 B', '700 B', '500 B', '499 B'].map(detailOf)).toEqual([
      'measured: less',
      'the size holds',
      'the size holds',
      'measured: more',
    ]);
  });

  it('is not tested where there is no median or no slope', () => {
    const quantity = parseQuantity('5 ns')!;
    const value = { as: 'value', of: 'd', on: 'wall' } as const;
    expect(decideValue({ ...value, in: 'io/1' }, quantity, results)).toEqual({
      status: 'not tested',
      why: { kind: 'not-run-in', contestant: 'd', case: 'io/1' },
    });
    expect(decideValue({ ...value, over: 'memory' }, quantity, results)).toEqual({
      status: 'not tested',
      why: { kind: 'slope-missing', contestant: 'd' },
    });
  });
});

describe('a published rise', () => {
  const rise = (first: string, second: string, of = 'a') =>
    decideRise({ as: 'rises', in: [first, second], of, on: 'wall' }, results);

  it('stands beside both medians, the first one first', () => {
    expect(rise('io/1', 'io/2')).toEqual({
      status: 'reproduced',
      detail: 'it rises',
      evidence: { kind: 'estimates', measure: 'wall', estimates: [wallIn(io), wallIn(slow)] },
    });
  });

  it('is not tested where one of the two was not run', () => {
    const notRun = (where: string, who = 'a') => ({
      status: 'not tested',
      why: { kind: 'not-run-in', contestant: who, case: where },
    });
    expect(rise('io/3', 'io/1')).toEqual(notRun('io/3'));
    expect(rise('io/1', 'io/3')).toEqual(notRun('io/3'));
    expect(rise('io/1', 'io/2', 'd')).toEqual(notRun('io/1', 'd'));
  });
});
