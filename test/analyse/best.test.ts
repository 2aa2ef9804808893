import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { bestOf, bestVariant } from '../../src/analyse/best.ts';
import type { CaseResult } from '../../src/analyse/types.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { aCase, around, contestant, peakTree, session, wall, walls } from './build.ts';

function resultOf(
  medians: Readonly<Record<string, readonly number[] | InvocationRecord[]>>,
): CaseResult {
  const ids = Object.keys(medians);
  const contestants = ids.map((id) =>
    contestant(id, {
      ...(id.endsWith('-copy') ? { controlOf: ids[0] ?? '' } : {}),
      once: id.endsWith('-once'),
    }),
  );
  const records = ids.flatMap((id) =>
    (medians[id] ?? []).flatMap((value, index) =>
      typeof value === 'number' ? walls(id, [value], { round: index + 1 }) : [value],
    ),
  );
  const [result] = analyse(session([aCase({ contestants })]), records).cases;
  if (result === undefined) throw new Error('no case');
  return result;
}

const fails = (id: string, valuesMs: readonly number[]): InvocationRecord[] =>
  walls(id, valuesMs).map((aRecord) =>
    aRecord.round === 3 ? { ...aRecord, outcome: 'failed' } : aRecord,
  );
const low = (id: string, valuesMs: readonly number[]): InvocationRecord[] =>
  walls(id, valuesMs, {
    service: {
      requests: 1,
      connections: 1,
      handshakes: 0,
      peakConcurrent: 10,
      shortestNs: 1,
      longestNs: 1,
      cpuNs: 1,
    },
  });
const enough = (id: string, valuesMs: readonly number[]): InvocationRecord[] =>
  walls(id, valuesMs, {
    service: {
      requests: 1,
      connections: 1,
      handshakes: 0,
      peakConcurrent: 100,
      shortestNs: 1,
      longestNs: 1,
      cpuNs: 1,
    },
  });

describe('bestOf', () => {
  it('is the one that is less than each other', () => {
    expect(
      bestOf(
        resultOf({ slow: around(300, 10), fast: around(100, 10), middle: around(200, 10) }),
        wall,
      ),
    ).toEqual({
      kind: 'best',
      ids: ['fast'],
      alone: true,
      open: [],
    });
  });

  it('is a tie group where others are not shown to need more', () => {
    expect(
      bestOf(
        resultOf({ slow: around(300, 10), even: around(100.5, 10), fast: around(100, 10) }),
        wall,
      ),
    ).toEqual({
      kind: 'best',
      ids: ['fast', 'even'],
      alone: false,
      open: [],
    });
  });

  it('names those against whom it is open whether the difference matters', () => {
    const few = around(100, 10).map((value, index) => value * (index % 3 === 0 ? 1.01 : 1.04));
    expect(
      bestOf(resultOf({ slow: around(300, 10), close: few, fast: around(100, 10) }), wall),
    ).toEqual({ kind: 'best', ids: ['fast'], alone: true, open: ['close'] });
  });

  it('chooses among the contestants asked for', () => {
    const result = resultOf({
      slow: around(300, 10),
      fast: around(100, 10),
      middle: around(200, 10),
    });
    expect(bestOf(result, wall, ['slow', 'middle'])).toMatchObject({ ids: ['middle'] });
  });

  it('takes no A/A copy and nothing that runs once', () => {
    expect(
      bestOf(
        resultOf({
          fast: around(100, 10),
          slow: around(300, 10),
          'fast-copy': around(90, 10),
          'x-once': [1],
        }),
        wall,
      ),
    ).toMatchObject({
      ids: ['fast'],
    });
  });

  it('is not decided on too few rounds', () => {
    expect(bestOf(resultOf({ fast: around(100, 3), slow: around(300, 3) }), wall)).toEqual({
      kind: 'not decided',
      reason: { kind: 'few-pairs', pairs: 3, needed: 8 },
    });
  });

  it('is not decided where one that failed may need less', () => {
    expect(
      bestOf(resultOf({ fast: fails('fast', around(100, 10)), slow: around(300, 10) }), wall),
    ).toEqual({
      kind: 'not decided',
      reason: { kind: 'unfinished', contestant: 'fast', finished: 9, attempted: 10, end: 'failed' },
    });
    expect(
      bestOf(resultOf({ even: fails('even', around(300, 10)), slow: around(300, 10) }), wall),
    ).toMatchObject({ kind: 'not decided' });
  });

  it('is decided where one that failed is shown to need more', () => {
    expect(
      bestOf(resultOf({ slow: fails('slow', around(300, 10)), fast: around(100, 10) }), wall),
    ).toMatchObject({ ids: ['fast'] });
  });

  it('is not decided where one that kept few workers busy may need less', () => {
    expect(
      bestOf(
        resultOf({ lazy: low('lazy', around(100, 10)), busy: enough('busy', around(300, 10)) }),
        wall,
      ),
    ).toMatchObject({
      kind: 'not decided',
      reason: { kind: 'low-concurrency', contestant: 'lazy', inFlight: 10 },
    });
  });

  it('is not decided where one that kept few workers busy may need the same', () => {
    const even = { lazy: low('lazy', around(300, 10)), busy: enough('busy', around(300.1, 10)) };
    expect(bestOf(resultOf(even), wall)).toEqual({
      kind: 'not decided',
      reason: { kind: 'low-concurrency', contestant: 'lazy', inFlight: 10 },
    });
    const slower = { lazy: low('lazy', around(400, 10)), busy: enough('busy', around(300, 10)) };
    expect(bestOf(resultOf(slower), wall)).toMatchObject({ kind: 'best', ids: ['busy'] });
  });

  it('is decided where nobody kept enough workers busy', () => {
    const both = { lazy: low('lazy', around(100, 10)), idle: low('idle', around(300, 10)) };
    expect(bestOf(resultOf(both), wall)).toMatchObject({ kind: 'best', ids: ['lazy'] });
  });

  it('is not decided by a measure that nobody has', () => {
    expect(bestOf(resultOf({ fast: around(100, 10) }), peakTree)).toMatchObject({
      kind: 'not decided',
    });
    expect(bestOf(resultOf({ fast: around(100, 10) }), wall)).toMatchObject({
      kind: 'not decided',
      reason: { kind: 'no-rival', contestant: 'fast' },
    });
  });
});

describe('bestVariant', () => {
  const runtimes = { threads: 'engine', pool: 'engine', other: 'rival', flaky: 'engine' };

  it('is the contestant of the runtime with the smallest median', () => {
    const result = resultOf({
      threads: around(200, 10),
      pool: around(150, 10),
      other: around(100, 10),
    });
    expect(bestVariant(result, wall, 'engine', runtimes)).toBe('pool');
    expect(bestVariant(result, wall, 'rival', runtimes)).toBe('other');
    expect(bestVariant(result, wall, 'absent', runtimes)).toBeUndefined();
  });

  it('prefers one that finished all its runs', () => {
    const result = resultOf({ threads: around(200, 10), flaky: fails('flaky', around(100, 10)) });
    expect(bestVariant(result, wall, 'engine', runtimes)).toBe('threads');
  });

  it('prefers one that kept enough workers busy, unless nobody did', () => {
    const threads = around(100, 10);
    const pool = around(200, 10);
    const one = resultOf({ threads: low('threads', threads), pool: enough('pool', pool) });
    expect(bestVariant(one, wall, 'engine', runtimes)).toBe('pool');
    const none = resultOf({ pool: low('pool', pool), threads: low('threads', threads) });
    expect(bestVariant(none, wall, 'engine', runtimes)).toBe('threads');
  });

  it('takes one whose runs have other flags', () => {
    // A slow first run is a flag too.
    const flagged = around(100, 10).with(0, 900);
    const result = resultOf({
      threads: enough('threads', flagged),
      pool: enough('pool', around(200, 10)),
    });
    expect(bestVariant(result, wall, 'engine', runtimes)).toBe('threads');
  });

  it('takes the first of equal medians', () => {
    expect(
      bestVariant(
        resultOf({ threads: around(200, 10), pool: around(200, 10) }),
        wall,
        'engine',
        runtimes,
      ),
    ).toBe('threads');
  });
});
