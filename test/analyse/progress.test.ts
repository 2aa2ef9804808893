import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/analyse/progress.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { aCase, record, resultOf } from './build.ts';

const asking = aCase({ parameters: { workers: 100, requests: 5, delayMs: 1000 } });

function ended(outcome: InvocationRecord['outcome'], requests?: number): InvocationRecord {
  const report = {
    connections: 100,
    handshakes: 0,
    peakConcurrent: 100,
    shortestNs: 1e9,
    longestNs: 1.01e9,
    cpuNs: 1e8,
  };
  return record({
    outcome,
    ...(requests === undefined ? {} : { service: { ...report, requests } }),
  });
}

describe('how far runs got that did not finish', () => {
  it('is told by the one that got least far and the one that got farthest', () => {
    const records = [ended('timed-out', 244), ended('out-of-memory', 165), ended('killed', 200)];
    expect(progressOf(records, asking)).toEqual({ least: 165, most: 244, of: 500 });
  });

  it('leaves out what finished, what gave a wrong answer, and what was never started', () => {
    const records = [
      ended('measured', 500),
      ended('wrong-answer', 499),
      ended('not-attempted', 0),
      ended('timed-out', 0),
    ];
    expect(progressOf(records, asking)).toEqual({ least: 0, most: 0, of: 500 });
    expect(progressOf(records.slice(0, 3), asking)).toBeUndefined();
  });

  it('is unknown where no service saw it, and without an end where the case states no numbers', () => {
    expect(progressOf([ended('timed-out')], asking)).toBeUndefined();
    const other = aCase({ parameters: { workers: 100 } });
    expect(progressOf([ended('timed-out', 7)], other)).toEqual({ least: 7, most: 7 });
  });

  it('stands in the result of the contestant, counted rounds only', () => {
    const [first] = resultOf(asking, [
      { ...ended('timed-out', 1), contestant: 'first', round: 0 },
      { ...ended('timed-out', 165), contestant: 'first', round: 1 },
      { ...ended('timed-out', 244), contestant: 'first', round: 2 },
    ]).contestants;
    expect(first?.progress).toEqual({ least: 165, most: 244, of: 500 });
  });
});
