import { describe, expect, it } from 'vitest';
import { measureChange } from '../../src/analyse/change.ts';
import { findForgery } from '../../src/analyse/recheck.ts';
import type { MeasuredChange } from '../../src/store/comparison.ts';
import { aComparison, cpuTimes, programsChanged } from '../fixtures/comparison.ts';

function withMeasured(change: Partial<MeasuredChange>): ReturnType<typeof aComparison> {
  const measures = [{ ...cpuTimes(1.5), ...change }];
  return programsChanged([{ case: 'cpu/20', contestant: 'tasks', state: 'measured', measures }]);
}

describe('checking a comparison again', () => {
  it('finds nothing where everything follows from the rounds', () => {
    expect(findForgery(withMeasured({}))).toBeUndefined();
    expect(findForgery(aComparison())).toBeUndefined();
  });

  it('finds a ratio that does not', () => {
    const { ratio } = cpuTimes(1.5);
    expect(findForgery(withMeasured({ ratio: { ...ratio, point: 1.01 } }))).toBe(
      'cpuTime of tasks in cpu/20: "ratio" does not follow from its rounds',
    );
  });

  it.each(['base', 'head', 'control'] as const)('finds a "%s" that does not', (name) => {
    const estimate = cpuTimes(1.5)[name];
    expect(findForgery(withMeasured({ [name]: { ...estimate, n: 21 } }))).toContain(`"${name}"`);
  });

  it('finds a verdict or a direction that does not', () => {
    expect(findForgery(withMeasured({ verdict: 'no change shown' }))).toContain('verdict');
    expect(findForgery(withMeasured({ direction: 'less' }))).toContain('verdict');
  });

  it('finds a round that lacks a value', () => {
    const { rounds } = cpuTimes(1.5);
    const head = rounds.head.slice(1);
    expect(findForgery(withMeasured({ rounds: { ...rounds, head } }))).toContain('not complete');
  });

  it('finds more identical numbers than there are', () => {
    const numbers = { all: 10, identical: 11 };
    expect(findForgery(aComparison({ numbers }))).toBe("11 of 10 numbers can't be identical");
  });

  it('takes no number for one that is infinite', () => {
    // The largest values over the smallest: their ratio is beyond every number.
    const rounds = {
      base: Array.from({ length: 8 }, () => 1e-300),
      again: Array.from({ length: 8 }, () => 1e-300),
      head: Array.from({ length: 8 }, (_, index) => (index < 4 ? 1e300 : 1e-300)),
    };
    const honest = measureChange(cpuTimes(1).measure, rounds);
    expect(honest.ratio.upper).toBe(Infinity);
    const ratio = { ...honest.ratio, upper: 1.01 };
    expect(findForgery(withMeasured({ ...honest, ratio }))).toContain('"ratio"');
  });

  it('lets the last digit differ, as it may between machines', () => {
    const { ratio } = cpuTimes(1.5);
    const point = ratio.point * (1 + 1e-12);
    expect(findForgery(withMeasured({ ratio: { ...ratio, point } }))).toBeUndefined();
    // A part in a thousand million, whatever the size: times are in ns.
    const { base } = cpuTimes(1.5);
    const differing = (by: number) =>
      findForgery(withMeasured({ base: { ...base, upper: base.upper * (1 + by) } }));
    expect([differing(0.95e-9), differing(-0.95e-9)]).toEqual([undefined, undefined]);
    expect(differing(1.05e-9)).toContain('"base"');
    expect(differing(-1.05e-9)).toContain('"base"');
  });
});
