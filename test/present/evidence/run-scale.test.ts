import { describe, expect, it } from 'vitest';
import { runScale } from '../../../src/present/evidence/run-scale.ts';

describe('the scale of a case', () => {
  it('runs from the smallest to the largest value with room for the dots', () => {
    const scale = runScale([2e9, 1e9, 3e9], 'ns')!;
    expect([1e9, 2e9, 3e9].map(scale.place)).toEqual([2, 50, 98]);
    expect(scale).toMatchObject({ from: '1\u00a0s', to: '3\u00a0s', isLog: false });
  });

  it('is logarithmic where values are more than twentyfold apart', () => {
    const scale = runScale([1e6, 1e8], 'ns')!;
    expect(scale.isLog).toBe(true);
    expect(scale.place(1e7)).toBe(50);
  });

  it('stays linear where a value is zero or less, as time beyond a floor can be', () => {
    expect(runScale([-1e6, 1e9], 'ns')!.isLog).toBe(false);
  });

  it('puts what lies beyond its ends at the end', () => {
    const { place } = runScale([1e9, 2e9], 'ns')!;
    expect([place(0), place(9e9)]).toEqual([2, 98]);
  });

  it('puts equal values in the middle, and has nothing to say of none', () => {
    expect(runScale([5, 5], 'bytes')!.place(5)).toBe(50);
    expect(runScale([], 'ns')).toBeUndefined();
  });
});
