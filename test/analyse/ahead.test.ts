import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../src/analyse/ahead.ts';
import { analyse } from '../../src/analyse/analyse.ts';
import { bestOf, bestVariant } from '../../src/analyse/best.ts';
import type { CaseResult } from '../../src/analyse/types.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import { aCase, around, contestant, session, walls } from './build.ts';

/** 100 workers in so many ms: 1000 per second for 100 ms. */
const speed: SessionMeasure = {
  id: 'speed',
  title: 'Workers per second',
  unit: 'count/s',
  better: 'more',
  source: { from: 'quotient', of: 'workers', by: 'wall' },
  matters: { ratio: 1.02 },
};

function resultOf(records: Readonly<Record<string, readonly InvocationRecord[]>>): CaseResult {
  const contestants = Object.keys(records).map((id) => contestant(id));
  const cases = [aCase({ contestants, measures: [speed] })];
  return analyse(session(cases), Object.values(records).flat()).cases[0]!;
}

const quick = walls('quick', around(100, 10));
const slow = walls('slow', around(300, 10));
/** Quicker than all, and it fails so many of its ten runs. */
const failing = (failures: number): InvocationRecord[] =>
  walls('failing', around(50, 10)).map((one) =>
    one.round > 10 - failures ? { ...one, outcome: 'failed' } : one,
  );

describe('who is ahead', () => {
  it.each([
    ['less', 'less', 'a'],
    ['more', 'less', 'b'],
    ['less', 'more', 'b'],
    ['more', 'more', 'a'],
    ['less', 'neither', undefined],
    ['same', 'more', undefined],
    ['no difference shown', 'less', undefined],
  ] as const)('with a verdict of "%s" where %s is better is %s', (kind, better, ahead) => {
    expect(aheadOf({ kind }, { better })).toBe(ahead);
  });

  it('is who has less, where nothing else is said', () => {
    expect(aheadOf({ kind: 'less' }, {})).toBe('a');
  });
});

describe('a measure of which more is better', () => {
  it('has its best first: the one that does most', () => {
    const result = resultOf({ slow, quick });
    expect(bestOf(result, speed)).toMatchObject({ kind: 'best', ids: ['quick'], alone: true });
    const engine = { slow: 'engine', quick: 'engine' };
    expect(bestVariant(result, speed, 'engine', engine)).toBe('quick');
  });

  it('is compared by its value: the quick one has more of it', () => {
    const [comparison] = resultOf({ slow, quick }).comparisons;
    expect(comparison).toMatchObject({ a: 'slow', verdict: { kind: 'less', matters: 'shown' } });
    expect(comparison!.ratio!.point).toBeCloseTo(1 / 3, 2);
  });

  it('has no best where one that lost runs may be it', () => {
    expect(bestOf(resultOf({ slow, failing: failing(1) }), speed).kind).toBe('not decided');
  });

  it('puts a run that did not finish below every finished one', () => {
    const { contestants, comparisons } = resultOf({ quick, failing: failing(8) });
    const estimate = contestants.find(({ id }) => id === 'failing')!.estimates['speed']!;
    // Two of ten finished: the median lies below them, and so does the lower end.
    expect(estimate).toMatchObject({ point: null, lower: null });
    expect(estimate.upper).toBeGreaterThan(0);
    expect(comparisons[0]).toMatchObject({
      a: 'quick',
      verdict: { kind: 'no difference shown' },
      censoredPairs: { a: 0, b: 8 },
    });
  });

  it('lets nobody gain by failing: all runs lost is behind, never ahead', () => {
    const { comparisons } = resultOf({ quick, failing: failing(9) });
    const [comparison] = comparisons;
    expect(aheadOf(comparison!.verdict, speed)).not.toBe('b');
    // Beyond every number: quick does more than any multiple of nothing.
    expect(comparison!.ratio).toMatchObject({ point: null });
  });
});
