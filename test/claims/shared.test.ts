import { describe, expect, it } from 'vitest';
import { sharedComparisons } from '../../src/claims/shared.ts';
import { isDecidedByReference, isReferencesOwn } from '../../src/claims/same-runs.ts';
import { closeRace, decided, race } from './build.ts';

const id = '20260101T000000Z-test-0009';
const reference = race({ first: 100, second: 147, third: 200 }, {}, { id });
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
      'io/100 wall second third: contradicted',
    );
  });

  it('leave out whom one of the two has no runs of', () => {
    const without = race({ first: 100, second: 147, third: null });
    const gone = told(without).filter((one) => one.includes('third'));
    expect(gone.every((one) => !one.endsWith('contradicted'))).toBe(true);
    expect(told({ cases: new Map(), growth: new Map() })).toEqual([]);
  });

  it('are none where both are of one session, which then says no more of the reference', () => {
    const later = race({ first: 100, second: 147, third: 200 });
    expect(told(reference)).toEqual([]);
    expect(isReferencesOwn(reference, reference)).toBe(true);
    expect(isReferencesOwn(reference, later)).toBe(false);
    expect(isReferencesOwn(reference, { cases: new Map(), growth: new Map() })).toBe(false);
    const line = '{in: io/100, compare: [first, second], on: wall}';
    const one = decided(line, reference);
    expect(isDecidedByReference(one, reference, reference)).toBe(true);
    expect(isDecidedByReference(one, reference, later)).toBe(false);
  });

  it('say which are by the main measure of their case', () => {
    expect(sharedComparisons(reference, closeRace()).every(({ isMain }) => isMain)).toBe(true);
  });
});
