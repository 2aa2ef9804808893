import { describe, expect, it } from 'vitest';
import { fitRounds } from '../../src/plan/fit-budget.ts';

const limits = { fewest: 8, most: 21 };
const series = (id: string, roundS: number, done = 0) => ({ id, roundS, done });

describe('the rounds that fit in a budget', () => {
  it('are the most that are wanted, where there is time', () => {
    expect([...fitRounds([series('a', 1), series('b', 2)], 1000, limits)]).toEqual([
      ['a', 21],
      ['b', 21],
    ]);
  });

  it('are the same for all, as far as the time reaches', () => {
    // 8 · (1 + 2) = 24 s for the fewest; 6 s buy two further rounds of both.
    expect([...fitRounds([series('a', 1), series('b', 2)], 30, limits).values()]).toEqual([10, 10]);
  });

  it('leave out what would not get the fewest, and take the quickest first', () => {
    const rounds = fitRounds([series('slow', 10), series('quick', 1)], 50, limits);
    expect([...rounds]).toEqual([['quick', 21]]);
  });

  it('go to the quickest first, whatever the order', () => {
    const [slow, middle, quick] = [series('slow', 10), series('middle', 3), series('quick', 1)];
    for (const all of [
      [slow, middle, quick],
      [middle, quick, slow],
      [quick, slow, middle],
      [slow, quick, middle],
    ]) {
      // 8 · (1 + 3) = 32 s; the other 7 s buy a round of both, and three of the quick one.
      expect([...fitRounds(all, 39, limits)]).toEqual([
        ['quick', 12],
        ['middle', 9],
      ]);
    }
  });

  it('are none without time', () => {
    expect(fitRounds([series('a', 1)], 0, limits).size).toBe(0);
  });

  it('count what an earlier run has made', () => {
    expect(fitRounds([series('a', 1, 5)], 4, limits).get('a')).toBe(9);
    expect(fitRounds([series('a', 1, 21)], 0, limits).get('a')).toBe(21);
    // What was made before frees no time for others.
    const rounds = fitRounds([series('done', 1, 21), series('late', 1)], 7, limits);
    expect([...rounds]).toEqual([['done', 21]]);
  });
});
