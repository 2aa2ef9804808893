import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analyse/types.ts';
import type { InvocationRecord, ServiceReport } from '../../src/store/record-schema.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import {
  aCase,
  around,
  firstComparison,
  overhead,
  peakTree,
  resultOf,
  wall,
  walls,
} from './build.ts';

const ten = around(100, 10);
const slower = around(120, 10).toReversed();

describe('a case with a service', () => {
  const report: ServiceReport = {
    requests: 500,
    connections: 100,
    handshakes: 0,
    peakConcurrent: 100,
    shortestNs: 1e9,
    longestNs: 1.01e9,
    cpuNs: 1e8,
  };
  const served = (
    id: string,
    valuesMs: readonly number[],
    changes: Partial<ServiceReport>,
  ): InvocationRecord[] => walls(id, valuesMs, { service: { ...report, ...changes } });
  const withFloor = aCase({ measures: [wall, overhead], floorNs: 1e6 });

  it('flags too few requests in flight and gives that contestant no favourable verdict', () => {
    const result = resultOf(aCase(), [
      ...served('first', ten, { peakConcurrent: 48 }),
      ...served('second', slower, {}),
    ]);
    expect(result.saturated).toBe(false);
    expect(result.contestants[0]).toMatchObject({
      concurrency: 48,
      flags: [{ kind: 'low-concurrency', value: 0.48 }],
    });
    expect(firstComparison(result).verdict).toMatchObject({
      kind: 'not decided',
      reason: expect.objectContaining({ kind: 'low-concurrency', inFlight: 48 }) as unknown,
    });
  });

  it('gives it an unfavourable one', () => {
    const result = resultOf(aCase(), [
      ...served('first', ten, {}),
      ...served('second', slower, { peakConcurrent: 48 }),
    ]);
    expect(firstComparison(result).verdict.kind).toBe('less');
  });

  it('is saturated where nobody reached enough: wall time is decided, overhead not shown', () => {
    const low = { peakConcurrent: 48 };
    const result = resultOf(withFloor, [
      ...served('first', ten, low),
      ...served('second', slower, low),
    ]);
    expect(result.saturated).toBe(true);
    expect(result.comparisons.map(({ measure, verdict }) => `${measure} ${verdict.kind}`)).toEqual([
      'wall less',
    ]);
    expect(Object.keys(result.contestants[0]?.estimates ?? {})).toEqual(['wall']);
  });

  it('decides nothing where the service was too slow', () => {
    const slow = { longestNs: 3e9 };
    const result = resultOf(withFloor, [
      ...served('first', ten, slow),
      ...served('second', slower, slow),
    ]);
    expect(result.serviceTrouble).toEqual({ kind: 'service-held-up', runs: 20, of: 20 });
    expect(result.comparisons.map(({ verdict }) => verdict)).toEqual(
      [0, 1].map(() => ({ kind: 'not decided', reason: result.serviceTrouble })),
    );
  });
});

describe('a session without the launcher', () => {
  const launcher = { method: 'spawn', sha256: 'a'.repeat(64), metric: 1 } as const;
  const compareAt = (centreMs: number): Comparison =>
    firstComparison(
      resultOf(
        aCase(),
        [...walls('first', around(centreMs, 10)), ...walls('second', around(2 * centreMs, 10))],
        { launcher },
      ),
    );

  it('decides no times under 50 ms', () => {
    expect(compareAt(40).verdict).toMatchObject({
      kind: 'not decided',
      reason: { kind: 'without-launcher', leastNs: 50e6 },
    });
    expect(compareAt(60).verdict.kind).toBe('less');
    // The median of the fixture is its centre.
    expect(compareAt(49.9).verdict.kind).toBe('not decided');
    expect(compareAt(50).verdict.kind).toBe('less');
  });

  it('decides memory, what the program times, and runs that did not finish, whatever the time', () => {
    const ticks: SessionMeasure = { ...wall, id: 'ticks', source: { from: 'program' } };
    const records = ['first', 'second'].flatMap((id, at) =>
      walls(id, around(40, 10), { peakTreeBytes: 1e6 * (at + 1), measures: { ticks: at + 1 } }),
    );
    const kinds = (measures: SessionMeasure[]) =>
      resultOf(aCase({ measures }), records, { launcher }).comparisons.map(
        ({ verdict }) => verdict.kind,
      );
    expect(kinds([wall, peakTree, ticks])).toEqual(['not decided', 'less', 'less']);
    const slow = [...walls('first', around(60, 10)), ...walls('second', Array(10).fill(null))];
    expect(firstComparison(resultOf(aCase(), slow, { launcher })).verdict.kind).toBe('less');
  });

  it('looks at the runs that finished, even at one', () => {
    for (const finished of [5, 1]) {
      const short = [...around(40, finished), ...Array<null>(11 - finished).fill(null)];
      const records = [...walls('first', short), ...walls('second', around(90, 11))];
      const { verdict } = firstComparison(resultOf(aCase(), records, { launcher }));
      expect(verdict).toMatchObject({
        reason: { kind: 'without-launcher', leastNs: 50e6 },
      });
    }
  });

  it('decides short times with the launcher', () => {
    const records = [...walls('first', around(4, 10)), ...walls('second', around(8, 10))];
    expect(firstComparison(resultOf(aCase(), records)).verdict.kind).toBe('less');
  });
});
