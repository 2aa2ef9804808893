import { describe, expect, it } from 'vitest';
import {
  aCase,
  around,
  contestant,
  firstComparison,
  peakTree,
  record,
  resultOf,
  wall,
  walls,
} from './build.ts';

const ten = around(100, 10);
const slower = around(120, 10).toReversed();

describe('a case', () => {
  it('tells medians, comparisons and verdicts', () => {
    const result = resultOf(aCase(), [...walls('first', ten), ...walls('second', slower)]);
    expect(result).toMatchObject({
      case: 'io/100',
      scenario: 'io',
      rounds: 10,
      blocks: 1,
      saturated: false,
      controls: [],
    });
    expect(
      result.contestants.map(({ id, attempted, finished, outcomes }) => ({
        id,
        attempted,
        finished,
        outcomes,
      })),
    ).toEqual([
      { id: 'first', attempted: 10, finished: 10, outcomes: { measured: 10 } },
      { id: 'second', attempted: 10, finished: 10, outcomes: { measured: 10 } },
    ]);
    expect(result.contestants[0]?.estimates['wall']).toMatchObject({
      point: 100000000,
      level: 0.95,
      n: 10,
    });
    expect(firstComparison(result)).toMatchObject({
      a: 'first',
      b: 'second',
      measure: 'wall',
      pairs: 10,
      verdict: { kind: 'less' },
    });
  });

  it('does not count the warm-up', () => {
    const warmUp = record({ block: 0, round: 0, wallNs: 9e12, cpuNs: 1 });
    const records = [...walls('first', ten), ...walls('second', slower)];
    expect(resultOf(aCase(), [warmUp, ...records])).toEqual(resultOf(aCase(), records));
  });

  it('says so when all runs are identical', () => {
    const result = resultOf(aCase(), [
      ...walls('first', [5, 5, 5]),
      ...walls('second', [5, 5, null]),
    ]);
    expect(result.contestants[0]?.estimates['wall']).toMatchObject({ identical: true, n: 3 });
    expect(result.contestants[1]?.estimates['wall']).not.toHaveProperty('identical');
    const few = resultOf(aCase(), [...walls('first', [5, 5]), ...walls('second', [5])]);
    expect(few.contestants[0]?.estimates['wall']).toMatchObject({ identical: true, n: 2 });
    expect(few.contestants[1]?.estimates['wall']).not.toHaveProperty('identical');
  });

  it('compares each pair once, in the order of the contestants, and controls apart', () => {
    const contestants = [
      contestant('first'),
      contestant('second'),
      contestant('third'),
      contestant('first-copy', { controlOf: 'first' }),
    ];
    const records = ['first', 'second', 'third', 'first-copy'].flatMap((id) => walls(id, ten));
    const result = resultOf(aCase({ contestants }), records);
    expect(result.comparisons.map(({ a, b }) => `${a} ${b}`)).toEqual([
      'first second',
      'first third',
      'second third',
    ]);
    expect(result.controls.map(({ a, b, verdict }) => `${a} ${b} ${verdict.kind}`)).toEqual([
      'first first-copy same',
    ]);
  });

  it('says of a copy of whom, and of what did not finish why', () => {
    const contestants = [contestant('first'), contestant('copy', { controlOf: 'first' })];
    const records = [
      ...walls('first', ten, { reason: 'slept' }),
      ...walls('copy', [100]),
      record({ contestant: 'copy', round: 2, outcome: 'failed' }),
      record({ contestant: 'copy', round: 3, outcome: 'failed', reason: 'exit code 1' }),
    ];
    const [first, copy] = resultOf(aCase({ contestants }), records).contestants;
    expect(first).not.toHaveProperty('controlOf');
    expect(first?.reasons).toEqual([]);
    expect(copy).toMatchObject({ controlOf: 'first', reasons: ['exit code 1'] });
  });

  it('compares only by measures for which it is stated what matters', () => {
    const shown = { ...peakTree, matters: undefined };
    const records = ['first', 'second'].flatMap((id) => walls(id, ten, { peakTreeBytes: 100 }));
    const { matters, ...withoutMatters } = shown;
    expect(matters).toBeUndefined();
    const result = resultOf(aCase({ measures: [wall, withoutMatters] }), records);
    expect(result.comparisons.map(({ measure }) => measure)).toEqual(['wall']);
    expect(Object.keys(result.contestants[0]?.estimates ?? {})).toEqual(['wall', 'peakTree']);
  });

  it('without verdicts has estimates only', () => {
    const result = resultOf(aCase({ verdicts: false }), [
      ...walls('first', ten),
      ...walls('second', slower),
    ]);
    expect(result.comparisons).toEqual([]);
    expect(result.contestants[1]?.estimates['wall']?.n).toBe(10);
  });

  it('leaves out a measure that no run has', () => {
    const result = resultOf(aCase({ measures: [wall, peakTree] }), [
      ...walls('first', ten),
      ...walls('second', slower),
    ]);
    expect(Object.keys(result.contestants[0]?.estimates ?? {})).toEqual(['wall']);
    expect(result.comparisons[1]?.verdict).toEqual({
      kind: 'not decided',
      reason: { kind: 'no-value', contestant: 'first', measure: 'peakTree', attempted: 10 },
    });
  });

  it('shows a contestant that runs once, and does not compare it', () => {
    const contestants = [contestant('first'), contestant('second', { once: true })];
    const result = resultOf(aCase({ contestants }), [
      ...walls('first', ten),
      ...walls('second', [50]),
    ]);
    expect(result.contestants[1]?.estimates['wall']).toEqual({
      point: 5e7,
      lower: 5e7,
      upper: 5e7,
      level: 0,
      n: 1,
    });
    expect(firstComparison(result)).toMatchObject({
      ratio: null,
      difference: null,
      verdict: { kind: 'not decided', reason: { kind: 'run-once', contestant: 'second' } },
    });
  });

  it('tells why a contestant that is not here is not compared', () => {
    const missing = ten.map((_, index) =>
      record({
        contestant: 'second',
        round: index + 1,
        outcome: 'unavailable',
        reason: 'no engine on PATH',
      }),
    );
    const result = resultOf(aCase(), [...walls('first', ten), ...missing]);
    expect(result.contestants[1]).toMatchObject({
      attempted: 0,
      finished: 0,
      reasons: ['no engine on PATH'],
      estimates: {},
      outcomes: { unavailable: 10 },
    });
    expect(firstComparison(result).verdict).toEqual({
      kind: 'not decided',
      reason: { kind: 'not-run', contestant: 'second', because: 'no engine on PATH' },
    });
  });
});
