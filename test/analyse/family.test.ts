import { describe, expect, it } from 'vitest';
import { caseComparisons } from '../../src/analyse/case.ts';
import { compare } from '../../src/analyse/comparison.ts';
import {
  expectedByChance,
  familyLevel,
  fewestRounds,
  holdsAt,
  levelOf,
} from '../../src/analyse/family.ts';
import { seriesOf } from '../../src/analyse/pairs.ts';
import { settingOf } from '../../src/analyse/subject.ts';
import type { Comparison, Verdict } from '../../src/analyse/types.ts';
import { aCase, around, resultOf, walls } from './build.ts';

describe('the level of a family', () => {
  it('is one hundredth divided by the count, taken from 1', () => {
    expect(familyLevel(1)).toBeCloseTo(0.99, 12);
    expect(familyLevel(2)).toBeCloseTo(0.995, 12);
    expect(familyLevel(67)).toBeCloseTo(0.999850746269, 12);
    expect(() => familyLevel(0)).toThrow(RangeError);
  });

  it('expects one false comparison in a hundred at most', () => {
    expect(expectedByChance(0)).toBe(0);
    expect(expectedByChance(527)).toBeCloseTo(5.27, 9);
  });

  it('needs so many rounds that their smallest and largest value have it', () => {
    // 1 − 2/2^8 is 99.2%, 1 − 2/2^9 is 99.6%, 1 − 2/2^13 is 99.976%, 1 − 2/2^14 is 99.988%.
    expect(fewestRounds(0.99)).toBe(8);
    expect(fewestRounds(0.995)).toBe(9);
    expect(fewestRounds(familyLevel(67))).toBe(14);
    expect(fewestRounds(1 - 2 / 2 ** 12)).toBe(12);
  });
});

describe('a comparison at a stricter level', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const series = (all: readonly number[]) =>
    seriesOf(all.map((value, index) => ({ block: 1, round: index + 1, value })));
  const settings = {
    measure: 'wall',
    a: 'x',
    b: 'y',
    matters: { difference: 1 },
    blocks: 1,
    ratios: false,
  };
  const at = (level: number, all = values): Comparison =>
    compare(series(all), series(all.map(() => 0)), { ...settings, level });

  it('has the wider interval of that level, worked by hand', () => {
    // n = 9, k = 1: γ1 = 1 − 2/512, γ2 = 1 − 20/512; I = (γ1 − 0.995)/(γ1 − γ2) = 0.0311111,
    // λ = 8 · I / (1 + 7 · I) = 0.2043796; the ends are 1 + λ and 9 − λ.
    const { difference } = at(0.995);
    expect(difference?.lower).toBeCloseTo(1.2043796, 6);
    expect(difference?.upper).toBeCloseTo(8.7956204, 6);
    expect(difference?.level).toBe(0.995);
  });

  it('has the smallest and the largest value, and their level, where the rounds are too few for more', () => {
    const strict = at(0.999);
    expect(strict.difference).toMatchObject({ lower: 1, upper: 9, level: 0.99609375 });
    expect(levelOf(strict)).toBe(0.99609375);
  });

  it('holds, or fails, or has too few rounds though it holds at the level that they give', () => {
    const verdict: Verdict = { kind: 'more', matters: 'open' };
    const usual: Comparison = { ...at(0.99), verdict };
    expect(at(0.995).verdict.kind).toBe('more');
    expect(holdsAt(usual, at(0.995), 0.995)).toBe('holds');
    expect(holdsAt(usual, at(0.999), 0.999)).toBe('few rounds');
    // One value on the other side: at 99.5% the interval reaches it.
    const mixed = [-20, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(holdsAt(usual, at(0.995, mixed), 0.995)).toBe('fails');
    expect(holdsAt(usual, at(0.999, mixed), 0.999)).toBe('fails');
  });

  it('holds too where it is open now whether it matters', () => {
    const usual: Comparison = { ...at(0.99), verdict: { kind: 'more', matters: 'shown' } };
    const strict: Comparison = { ...at(0.995), verdict: { kind: 'more', matters: 'open' } };
    expect(holdsAt(usual, strict, 0.995)).toBe('holds');
  });
});

it('all comparisons of a case are those of its results at 99%, and wider at more', () => {
  const theCase = aCase({ rounds: 21 });
  const second = around(150, 21).map((value, index) => value * (1 + (index % 5) / 50));
  const records = [...walls('first', around(100, 21)), ...walls('second', second)];
  const setting = settingOf(theCase, 'launcher', records);
  const usual = caseComparisons(setting);
  const [strict] = caseComparisons(setting, 0.9999);
  expect(usual).toEqual(resultOf(theCase, records).comparisons);
  expect(strict?.ratio?.level).toBe(0.9999);
  expect(strict!.ratio!.lower!).toBeLessThan(usual[0]!.ratio!.lower!);
  expect(strict!.ratio!.upper!).toBeGreaterThan(usual[0]!.ratio!.upper!);
});
