import { expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { countSameEstimates } from '../../src/analyse/same-estimates.ts';
import type { Results } from '../../src/analyse/types.ts';
import { aCase, peakTree, session, wall, walls } from './build.ts';

const cases = ['io/1', 'io/2'].map((id) => aCase({ id, measures: [wall, peakTree] }));

/** Two cases with two contestants, each with two measures; `second` takes so many ms in io/2. */
function results(ms: number): Results {
  const records = cases.flatMap(({ id }) => [
    ...walls('first', [1, 2, 3], { case: id, peakTreeBytes: 5 }),
    ...walls('second', [4, 5, id === 'io/2' ? ms : 6], { case: id, peakTreeBytes: 7 }),
  ]);
  return analyse(session(cases), records);
}

it('counts all estimates, and those that are the same to the digit', () => {
  expect(countSameEstimates(results(6), results(6))).toEqual({ all: 8, identical: 8 });
  expect(countSameEstimates(results(6), results(7))).toEqual({ all: 8, identical: 7 });
  expect(countSameEstimates(undefined, results(6))).toEqual({ all: 8, identical: 0 });
});

it('tells cases, contestants and measures apart', () => {
  const before = results(6);
  const without = (
    skip: (id: string, contestant: string, measure: string) => boolean,
  ): Results => ({
    ...before,
    cases: before.cases.map((one) => ({
      ...one,
      contestants: one.contestants.map((each) => ({
        ...each,
        estimates: Object.fromEntries(
          Object.entries(each.estimates).filter(([measure]) => !skip(one.case, each.id, measure)),
        ),
      })),
    })),
  });
  const identical = (skip: Parameters<typeof without>[0]) =>
    countSameEstimates(without(skip), before).identical;
  expect(identical((id) => id === 'io/1')).toBe(4);
  expect(identical((_, contestant) => contestant === 'first')).toBe(4);
  expect(identical((_id, _contestant, measure) => measure === 'wall')).toBe(4);
});
