import { expect, it } from 'vitest';
import { roundTo12 } from '../../src/analyse/round.ts';
import { seeded } from '../fixtures/random.ts';

it('keeps 12 significant digits, whatever the size', () => {
  expect(roundTo12(1 / 3)).toBe(0.333333333333);
  expect(roundTo12(123456789012345)).toBe(123456789012000);
  expect(roundTo12(0.1 + 0.2)).toBe(0.3);
});

it('rounds whole numbers too, from 13 digits on', () => {
  expect(roundTo12(999_999_999_999)).toBe(999_999_999_999);
  expect(roundTo12(-999_999_999_999)).toBe(-999_999_999_999);
  expect(roundTo12(1_000_000_000_001)).toBe(1e12);
  expect(roundTo12(-1_050_000_000_006)).toBe(-1_050_000_000_010);
});

it('rounds what has a few decimals like everything else', () => {
  const random = seeded(1);
  for (let index = 0; index < 3000; index += 1) {
    const size = 10 ** Math.floor(random() * 16 - 4);
    const decimals = Math.floor(random() * 12);
    const value = Number(((random() - 0.5) * size).toFixed(decimals));
    expect(roundTo12(value)).toBe(Number(value.toExponential(11)) + 0);
  }
});

it('leaves infinities and turns −0 into 0', () => {
  expect(roundTo12(-Infinity)).toBe(-Infinity);
  expect(Object.is(roundTo12(-0), 0)).toBe(true);
});
