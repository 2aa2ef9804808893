import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../src/present/figure/axis.ts';
import { marksOf } from '../../../src/present/figure/marks.ts';
import { chooseScale } from '../../../src/quantity/units.ts';

const axis = axisOf([10, 20, 100], chooseScale([100], 'ns'))!;
const estimate = { point: 20, lower: 10, upper: 100, level: 0.95, n: 3 };

describe('the marks of a contestant', () => {
  it('are its runs by rank, the interval and the median, where they are on the axis', () => {
    const { dots, interval, median } = marksOf([100, 10, 20], estimate, axis);
    expect(dots.map(({ x }) => x)).toEqual([10, 20, 100].map(axis.place));
    expect(new Set(dots.map(({ y }) => y)).size).toBe(3);
    expect(interval!.x).toBe(axis.place(10));
    expect(interval!.x + interval!.width).toBeCloseTo(axis.place(100), 2);
    expect(median).toBe(axis.place(20));
  });

  it('reach the edge where the upper end lies beyond every finished run', () => {
    const { interval } = marksOf([10, 20], { ...estimate, upper: null }, axis);
    expect(interval!.x + interval!.width).toBeCloseTo(100, 2);
  });

  it('are dots alone where there is no interval to draw', () => {
    expect(marksOf([10], undefined, axis)).toEqual({ dots: [{ x: axis.place(10), y: 12 }] });
    const open = { ...estimate, point: null, lower: null, upper: null };
    expect(marksOf([10], open, axis)).not.toHaveProperty('interval');
    expect(marksOf([10], { ...estimate, point: null }, axis)).not.toHaveProperty('median');
  });
});
