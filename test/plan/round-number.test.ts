import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PADDING, roundNumber, withRoundNumber } from '../../src/plan/round-number.ts';
import { PER_ROUND } from '../../src/scenario/runtime.ts';

describe('the number of a round', () => {
  const numbers = Array.from({ length: 4000 }, (_, round) =>
    roundNumber('seed', { case: 'io/100', round }),
  );

  it('can be recomputed: the first 8 digits of the sha256 of "seed number case round"', () => {
    const digits = createHash('sha256').update('seed number io/100 7').digest('hex').slice(0, 8);
    expect(numbers[7]).toBe(Number(`0x${digits}`));
  });

  it('is another one in another round, case and session', () => {
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(roundNumber('seed', { case: 'io/10', round: 7 })).not.toBe(numbers[7]);
    expect(roundNumber('other', { case: 'io/100', round: 7 })).not.toBe(numbers[7]);
  });

  it('gives the padding all lengths up to a page of memory, each about as often', () => {
    const lengths = numbers.map((number) => withRoundNumber({}, number)[PADDING]!.length);
    const quarters = [0, 1, 2, 3].map(
      (quarter) => lengths.filter((length) => Math.floor(length / 1024) === quarter).length,
    );
    // 1000 are expected, with a deviation of 27.
    for (const count of quarters) expect(Math.abs(count - 1000)).toBeLessThan(110);
    expect(Math.max(...lengths)).toBeLessThan(4096);
  });

  it('stands for the variables that differ from round to round, and leaves the others', () => {
    const environment = { TZ: 'UTC', PYTHONHASHSEED: PER_ROUND };
    expect(withRoundNumber(environment, 4294967295)).toEqual({
      TZ: 'UTC',
      PYTHONHASHSEED: '4294967295',
      [PADDING]: 'x'.repeat(4095),
    });
  });
});
