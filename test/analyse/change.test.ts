import { describe, expect, it } from 'vitest';
import { changeVerdict, measureChange } from '../../src/analyse/change.ts';

const wall = { id: 'wall', title: 'Wall time', unit: 'ns' } as const;
const times = (value: number, count: number): number[] =>
  Array.from({ length: count }, () => value);
const ends = (lower: number, upper: number, level = 0.99) => ({ lower, upper, level });

/** Published beside their result: b/a = 1.393734982, 99% [1.304886575, 1.451118985]. */
const a = [102.4, 99.8, 101.1, 100.2, 130.9, 98.7, 100.9, 101.6, 99.5, 103.3];
const b = [141.2, 139, 140.4, 144.8, 138.2, 139.9, 150.3, 141.7, 140.1, 139.4];

describe('the change of a measure', () => {
  it('is the median of the ratios of each round, with its 99% interval', () => {
    const { ratio, control, verdict, direction } = measureChange(wall, {
      base: a,
      again: a,
      head: b,
    });
    expect(ratio.point).toBeCloseTo(1.393734982, 9);
    expect(ratio.lower).toBeCloseTo(1.304886575, 9);
    expect(ratio.upper).toBeCloseTo(1.451118985, 9);
    expect(ratio.level).toBe(0.99);
    expect(control).toMatchObject({ point: 1, lower: 1, upper: 1 });
    expect([verdict, direction]).toEqual(['changed', 'more']);
  });

  it('gives the medians with 95%', () => {
    const { base } = measureChange(wall, { base: a, again: a, head: b });
    expect(base.lower).toBeCloseTo(99.697297297, 9);
    expect(base.upper).toBeCloseTo(102.708108108, 9);
    expect(base.level).toBe(0.95);
  });

  it('is less where head needs less', () => {
    const change = measureChange(wall, { base: b, again: b, head: a });
    expect([change.verdict, change.direction]).toEqual(['changed', 'less']);
  });

  it('is none between the same bytes', () => {
    expect(measureChange(wall, { base: a, again: a, head: a })).toMatchObject({
      ratio: { point: 1, lower: 1, upper: 1 },
      verdict: 'no change shown',
    });
  });

  it('is not called one of exactly 3%, however sure it is', () => {
    const of = (head: number) =>
      measureChange(wall, { base: times(100, 8), again: times(100, 8), head: times(head, 8) });
    expect(of(103).verdict).toBe('no change shown');
    expect(of(103.1).verdict).toBe('changed');
  });

  it('is widened where a measure has steps', () => {
    const rounds = { base: times(100, 8), again: times(100, 8), head: times(104, 8) };
    const { ratio, verdict } = measureChange({ ...wall, resolution: 4 }, rounds);
    // 1.04 · (1 + 4 / (2 · 100)) and 1.04 / (1 + 4 / (2 · 100))
    expect(ratio.upper).toBeCloseTo(1.0608, 9);
    expect(ratio.lower).toBeCloseTo(1.04 / 1.02, 9);
    expect(verdict).toBe('no change shown');
  });

  it('is refused where a round lacks a value or has one without a ratio', () => {
    const eight = times(1, 8);
    const [nine, seven] = [times(1, 9), times(1, 7)];
    for (const rounds of [
      { base: eight, again: eight, head: nine },
      { base: eight, again: nine, head: eight },
      { base: eight, again: seven, head: eight },
    ])
      expect(() => measureChange(wall, rounds)).toThrow('one value each in every round');
    expect(() =>
      measureChange(wall, { base: eight, again: eight, head: [...times(1, 7), 0] }),
    ).toThrow('has no ratio');
  });
});

describe('the verdict', () => {
  it('leaves open whether a change matters that is beyond the noise and may be smaller than 3%', () => {
    const open = { verdict: 'change may not matter' };
    expect(changeVerdict(ends(1.02, 1.05), ends(0.99, 1.01))).toEqual({
      ...open,
      direction: 'more',
    });
    expect(changeVerdict(ends(0.95, 0.98), ends(0.99, 1.01))).toEqual({
      ...open,
      direction: 'less',
    });
  });

  it('shows no change within the noise, nor one that lies wholly inside 3%', () => {
    expect(changeVerdict(ends(1.009, 1.05), ends(0.99, 1.01)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(1.005, 1.05), ends(1, 1.005)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(1.01, 1.02), ends(1, 1)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(1 / 1.03, 0.98), ends(1, 1)).verdict).toBe('no change shown');
  });

  it('asks the whole interval of the ratio to lie beyond the far end of the control', () => {
    const ratio = ends(1.1, 1.3);
    expect(changeVerdict(ratio, ends(0.95, 1.09)).verdict).toBe('changed');
    expect(changeVerdict(ratio, ends(0.95, 1.11)).verdict).toBe('no change shown');
  });

  it('counts a control that is far below 1 as much as one far above', () => {
    const ratio = ends(1.1, 1.3);
    expect(changeVerdict(ratio, ends(1 / 1.11, 1)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(0.7, 0.9), ends(1, 1.12)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(0.7, 0.89), ends(1, 1.12))).toEqual({
      verdict: 'changed',
      direction: 'less',
    });
  });

  it('is not called one that ends exactly where the control does', () => {
    expect(changeVerdict(ends(1.25, 1.5), ends(1, 1.25)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(0.5, 0.8), ends(0.8, 1)).verdict).toBe('no change shown');
  });

  it('is never "changed" where the rounds were too few for the level', () => {
    expect(changeVerdict(ends(2, 3, 0.98), ends(1, 1)).verdict).toBe('no change shown');
    expect(changeVerdict(ends(2, 3), ends(1, 1, 0.98)).verdict).toBe('no change shown');
  });
});
