import { describe, expect, it } from 'vitest';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import {
  aCase,
  around,
  firstComparison,
  overhead,
  peakTree,
  record,
  resultOf,
  wall,
  walls,
} from './build.ts';

const ten = around(100, 10);
const slower = around(120, 10).toReversed();

describe('runs that did not finish', () => {
  it('count as larger than any in the median', () => {
    // n = 7 at 95%: k = 1, I = .034375/.109375, so 11/15 of the way from the 1st to the 2nd value.
    const result = resultOf(aCase(), [
      ...walls('first', [1, 2, 3, null, null, null, null]),
      ...walls('second', ten),
    ]);
    expect(result.contestants[0]).toMatchObject({
      attempted: 7,
      finished: 3,
      reasons: ['timed out after 60 s'],
    });
    expect(result.contestants[0]?.estimates['wall']).toMatchObject({
      point: null,
      upper: null,
      lower: expect.closeTo((1 + 11 / 15) * 1e6, 3) as unknown,
      censoredFrom: 60e9,
      n: 7,
    });
  });

  it('tell where they stopped for wall time and overhead, not for memory', () => {
    const records = [...walls('first', [1, null], { peakTreeBytes: 7 }), ...walls('second', ten)];
    const { estimates } =
      resultOf(aCase({ measures: [wall, overhead, peakTree], floorNs: 5e9 }), records)
        .contestants[0] ?? {};
    expect(estimates?.['wall']?.censoredFrom).toBe(60e9);
    expect(estimates?.['overhead']?.censoredFrom).toBe(55e9);
    expect(estimates?.['peakTree']).toEqual({
      point: null,
      lower: 7,
      upper: null,
      level: 0.5,
      n: 2,
    });
  });

  it('tell the timeout where no time was taken', () => {
    const { wallNs: _, ...untimed } = walls('first', [null])[0]!;
    const [result] = resultOf(aCase({ measures: [wall, overhead], floorNs: 5e9 }), [
      untimed,
    ]).contestants;
    expect(result?.estimates['wall']?.censoredFrom).toBe(60e9);
    expect(result?.estimates['overhead']?.censoredFrom).toBe(55e9);
  });

  it('tell no time where one of them crashed', () => {
    const crashed = record({ round: 3, outcome: 'failed', wallNs: 2e6, reason: 'exit code 1' });
    const { estimates, reasons } =
      resultOf(aCase(), [...walls('first', [1, null]), crashed]).contestants[0] ?? {};
    expect(estimates?.['wall']).not.toHaveProperty('censoredFrom');
    expect(reasons).toEqual(['timed out after 60 s', 'exit code 1']);
  });

  it('bar a favourable verdict for the one that failed', () => {
    const fast = around(50, 21);
    const others = walls('second', around(100, 21));
    const result = resultOf(aCase(), [...walls('first', fast), ...others]);
    expect(firstComparison(result).verdict.kind).toBe('less');
    const failed = walls('first', fast).map((aRecord) =>
      aRecord.round === 5 ? { ...aRecord, outcome: 'failed' as const } : aRecord,
    );
    const barred = firstComparison(resultOf(aCase(), [...failed, ...others]));
    expect(barred.verdict).toEqual({
      kind: 'not decided',
      reason: {
        kind: 'unfinished',
        contestant: 'first',
        finished: 20,
        attempted: 21,
        end: 'failed',
      },
    });
    expect(barred.ratio?.point).toBeCloseTo(0.5, 1);
  });

  it('do not bar an unfavourable one', () => {
    const result = resultOf(aCase(), [
      ...walls('first', slower.with(4, 0)).map(failAtZero),
      ...walls('second', ten),
    ]);
    expect(firstComparison(result).verdict).toEqual({ kind: 'more', matters: 'shown' });
    const mirrored = resultOf(aCase(), [
      ...walls('second', slower.with(4, 0)).map(failAtZero),
      ...walls('first', ten),
    ]);
    expect(firstComparison(mirrored).verdict).toEqual({ kind: 'less', matters: 'shown' });
  });

  it('bar either verdict where both failed', () => {
    const records = [
      ...walls('first', around(120, 21).with(4, 0)).map(failAtZero),
      ...walls('second', around(100, 21).with(2, 0)).map(failAtZero),
    ];
    expect(firstComparison(resultOf(aCase(), records)).verdict).toEqual({
      kind: 'not decided',
      reason: {
        kind: 'unfinished',
        contestant: 'second',
        finished: 20,
        attempted: 21,
        end: 'failed',
      },
    });
  });

  it('count on where a contestant was given up for the rest of a block', () => {
    const givenUp = record({
      contestant: 'first',
      outcome: 'not-attempted',
      reason: 'failed in the first round',
    });
    const rest = Array.from({ length: 9 }, (_, index) => ({ ...givenUp, round: index + 2 }));
    const result = resultOf(aCase(), [...walls('first', [null]), ...rest, ...walls('second', ten)]);
    expect(result.contestants[0]).toMatchObject({
      attempted: 1,
      finished: 0,
      outcomes: { 'timed-out': 1, 'not-attempted': 9 },
    });
    expect(result.contestants[0]?.estimates['wall']).toMatchObject({
      point: null,
      lower: null,
      censoredFrom: 60e9,
      n: 10,
    });
    expect(firstComparison(result)).toMatchObject({ pairs: 10, verdict: { kind: 'more' } });
  });

  it('decide nothing by a measure of which nothing is known', () => {
    const crashed = ten.map((_, index) =>
      record({ round: index + 1, outcome: 'failed', wallNs: 1e6, reason: 'exit code 1' }),
    );
    const result = resultOf(aCase(), [...crashed, ...walls('second', ten)]);
    expect(result.contestants[0]?.estimates).toEqual({});
    expect(firstComparison(result).verdict).toEqual({
      kind: 'not decided',
      reason: {
        kind: 'unfinished',
        contestant: 'first',
        finished: 0,
        attempted: 10,
        end: 'failed',
      },
    });
  });
});

function failAtZero(aRecord: InvocationRecord): InvocationRecord {
  return aRecord.wallNs === 0 ? { ...aRecord, outcome: 'failed' } : aRecord;
}
