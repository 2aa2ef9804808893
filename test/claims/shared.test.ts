import { describe, expect, it } from 'vitest';
import { sharedComparisons } from '../../src/claims/shared.ts';
import { closeRace, race } from './build.ts';

const reference = race({ first: 100, second: 147, third: 200 });
const told = (here: typeof reference): string[] =>
  sharedComparisons(reference, here).map(
    ({ reference: { claim }, agreement }) => `${claim.id}: ${agreement.kind}`,
  );

describe('the comparisons that two machines share', () => {
  it('are each pair and measure that both hold, with what the second says to the first', () => {
    expect(told(race({ first: 100, second: 200, third: 147 }))).toEqual([
      'io/100 wall first second: agrees',
      'io/100 wall first third: agrees',
      'io/100 wall second third: contradicted',
    ]);
    expect(told(race({ first: 100, second: 147, third: 147 }))).toContain(
      'io/100 wall second third: inconclusive',
    );
  });

  it('leave out whom one of the two has no runs of', () => {
    const without = race({ first: 100, second: 147, third: null });
    const gone = told(without).filter((one) => one.includes('third'));
    expect(gone.every((one) => !one.endsWith('contradicted'))).toBe(true);
    expect(told({ cases: new Map(), growth: new Map() })).toEqual([]);
  });

  it('say which are by the main measure of their case', () => {
    expect(sharedComparisons(reference, closeRace()).every(({ isMain }) => isMain)).toBe(true);
  });
});
