import { describe, expect, it } from 'vitest';
import { amountSchema, readMatters } from '../../src/quantity/matters.ts';

describe('what matters', () => {
  it.each([
    ['2%', 'ns', { ratio: 1.02 }],
    ['50 ms', 'ns', { difference: 50e6 }],
    ['1.5 MB', 'bytes', { difference: 1.5e6 }],
    [['10%', '0.05 ms'], 'ns', { ratio: 1.1, difference: 50e3 }],
    [['0.05 ms', '10%'], 'ns', { ratio: 1.1, difference: 50e3 }],
    // Of a share, too, a percentage is one of its value.
    ['10%', 'share', { ratio: 1.1 }],
    ['5 MB/s', 'bytes/s', { difference: 5e6 }],
  ] as const)('%j of a measure in %s', (stated, unit, matters) => {
    expect(readMatters([stated].flat(), unit)).toEqual(matters);
  });

  it.each([
    ['much', 'ns', '"much" is no amount'],
    ['50', 'ns', '"50" is no amount'],
    ['50 MB', 'ns', '"50 MB" is in another unit'],
    ['0%', 'ns', '"0%" is nothing'],
    ['0 ms', 'ns', '"0 ms" is nothing'],
    [['2%', '3%'], 'ns', '"3%" states the same a second time'],
    ['1.02x', 'ns', '"1.02x" is in another unit'],
  ] as const)('%j of a measure in %s is refused', (stated, unit, why) => {
    expect(readMatters([stated].flat(), unit)).toContain(why);
  });
});

describe('an amount', () => {
  it('is read in its unit', () => {
    expect(amountSchema.parse('1 kB')).toEqual({ unit: 'bytes', value: 1000 });
  });

  it.each(['', 'kB', '0 kB', '-1 kB'])('is not "%s"', (text) => {
    expect(amountSchema.safeParse(text).success).toBe(false);
  });
});
