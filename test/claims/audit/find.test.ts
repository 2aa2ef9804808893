import { expect, it } from 'vitest';
import { findComparison, findGrowth } from '../../../src/claims/audit/find.ts';
import { comparison, growth } from '../audit-results.ts';

it('finds the growth of a scenario by a measure, whatever stands around it', () => {
  const wanted = growth('memory', 'peak', [], []);
  const others = [growth('memory', 'wall', [], []), growth('io', 'peak', [], [])];
  for (const all of [
    [...others, wanted],
    [wanted, ...others],
  ])
    expect(findGrowth({ cases: [], growth: all }, 'memory', 'peak')).toBe(wanted);
  expect(findGrowth({ cases: [], growth: others }, 'memory', 'peak')).toBeUndefined();
});

it('finds the comparison of two by a measure, whatever stands around it', () => {
  const of = (measure: string, a: string, b: string) => comparison(measure, a, b, 'less', null);
  const wanted = of('wall', 'a', 'b');
  const others = [
    ...[of('peak', 'a', 'b'), of('wall', 'a', 'c'), of('wall', 'c', 'b')],
    ...[of('wall', 'b', 'c'), of('wall', 'c', 'a')],
  ];
  for (const all of [
    [...others, wanted],
    [wanted, ...others],
  ]) {
    expect(findComparison(all, 'wall', 'a', 'b')).toBe(wanted);
    expect(findComparison(all, 'wall', 'b', 'a')).toBe(wanted);
  }
  expect(findComparison(others, 'wall', 'a', 'b')).toBeUndefined();
});
