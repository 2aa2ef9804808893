import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSessions, readProgram, readSession } from '../../src/store/read.ts';

/** Written once by the first version and never changed: what was accepted stays readable for ever. */
const root = join(import.meta.dirname, '..', 'fixtures', 'schema-1');

describe('a sealed session of schema 1', () => {
  const stored = listSessions(root).map(readSession);
  const [first] = stored;

  it('still reads, and its seal fits', () => {
    expect(stored).toHaveLength(1);
    expect(first?.session).toMatchObject({
      schema: 1,
      profile: 'full',
      seed: 'frozen',
      seal: { records: 29 },
    });
    expect(first?.tornLine).toBe(false);
  });

  it('still says what it said', () => {
    expect(first?.session.cases.map(({ id, rounds, blocks }) => [id, rounds, blocks])).toEqual([
      ['ask/3', 3, 3],
      ['count/5', 3, 3],
      ['trouble/small', 3, 3],
    ]);
    expect(first?.records[0]).toEqual({
      case: 'ask/3',
      contestant: 'node-ask',
      block: 0,
      round: 0,
      position: 1,
      at: '2026-11-24T07:10:25.437Z',
      outcome: 'measured',
      wallNs: 353_835_187,
      cpuNs: 157_500_000,
      peakTreeBytes: 23_257_088,
      peakProcessBytes: 72_634_368,
      exitCode: 0,
      measures: { allDone: 102_072_610 },
      service: {
        requests: 3,
        connections: 1,
        handshakes: 0,
        peakConcurrent: 1,
        shortestNs: 1,
        longestNs: 1,
        cpuNs: 1,
      },
      load1: 17.43,
      stealMs: 0,
      mhz: 2596,
    });
  });

  it('still holds every program that it measured', () => {
    const files = first!.session.cases.flatMap(({ contestants, service }) => [
      ...contestants.flatMap((contestant) => contestant.files),
      ...(service ?? []),
    ]);
    expect(files).toHaveLength(10);
    for (const { sha256 } of files) expect(readProgram(first!.folder, sha256)).not.toBe('');
  });

  it('has integers for everything in ns and bytes', () => {
    const text = readFileSync(join(first!.folder, 'records.jsonl'), 'utf8');
    const numbers = [...text.matchAll(/"\w+(?:Ns|Bytes)":([^,}]+)/g)].map(([, number]) => number);
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) expect(number).toMatch(/^\d+$/);
  });
});
