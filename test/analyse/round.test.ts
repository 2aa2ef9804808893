import { expect, it } from 'vitest';
import { roundTo12 } from '../../src/analyse/round.ts';

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

it('leaves infinities and turns −0 into 0', () => {
  expect(roundTo12(-Infinity)).toBe(-Infinity);
  expect(Object.is(roundTo12(-0), 0)).toBe(true);
});
