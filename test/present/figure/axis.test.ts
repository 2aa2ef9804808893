import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, needsLog } from '../../../src/present/figure/axis.ts';
import { chooseScale } from '../../../src/quantity/units.ts';

const axis = (values: readonly number[], unit: 'ns' | 'bytes' = 'ns') =>
  axisOf(values, chooseScale(values, unit))!;
const labels = (values: readonly number[], unit: 'ns' | 'bytes' = 'ns'): string[] =>
  axis(values, unit).ticks.map(({ label }) => label);

describe('the axis of a column', () => {
  it('turns logarithmic above twenty times, for positive values only', () => {
    expect(needsLog([1, 20])).toBe(false);
    expect(needsLog([1, 21])).toBe(true);
    expect(needsLog([0, 21])).toBe(false);
    expect(needsLog([])).toBe(false);
  });

  it('begins at 0 and labels round numbers, in the scale of the column', () => {
    expect(labels([30e6, 420e6])).toEqual(['0', '200', '400']);
    expect(axis([30e6, 420e6]).place(0)).toBe(0);
    expect(axis([30e6, 420e6]).place(420e6)).toBeCloseTo(100 / 1.03, 2);
  });

  it('holds values below 0, and a value alone', () => {
    const { place } = axis([-10e6, 30e6]);
    expect(place(-10e6)).toBeGreaterThan(0);
    expect(place(-10e6)).toBeLessThan(place(0));
    expect(axis([0, 0]).place(0)).toBe(0);
    expect(axis([5e9]).place(5e9)).toBeGreaterThan(90);
  });

  it('labels decades on a log axis', () => {
    expect(labels([11e6, 655e6], 'bytes')).toEqual(['10', '30', '100', '300']);
    expect(labels([100e3, 1.2e9])).toEqual(['1', '100']);
    // One decade is as wide as any other.
    const { place } = axis([1e6, 1e9]);
    expect(place(1e8) - place(1e7)).toBeCloseTo(place(1e7) - place(1e6), 1);
  });

  it('is none without values', () => {
    expect(axisOf([], chooseScale([], 'ns'))).toBeUndefined();
  });

  it('holds all values in their order, with labels that have room, whatever the values', () => {
    const value = fc.double({ min: 1e-3, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        const { ticks, place } = axis(values);
        const rising = [...values].sort((a, b) => a - b).map(place);
        expect(rising).toEqual([...rising].sort((a, b) => a - b));
        for (const x of rising) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
        }
        expect(ticks.length).toBeGreaterThan(0);
        // In a column of 120 px, with digits of 6.6: no label begins before the one before it has ended.
        const ends = ticks.map(({ x, label }) => {
          const width = 6.6 * label.length;
          const left = (x / 100) * 120 - width * (x < 15 ? 0 : x > 85 ? 1 : 0.5);
          return [left, left + width] as const;
        });
        for (const [index, [left]] of ends.entries())
          if (index > 0) expect(left).toBeGreaterThan(ends[index - 1]![1]);
      }),
    );
  });
});
