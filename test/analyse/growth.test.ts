import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import type { GrowthResult } from '../../src/analyse/types.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { aCase, contestant, peakTree, record, session } from './build.ts';

const growth = [
  { scenario: 'memory', parameter: 'workers', noun: 'worker', of: 'peakTree', matters: 1000 },
];
const contestants = [contestant('first'), contestant('second')];
const service = {
  requests: 1,
  connections: 1,
  handshakes: 0,
  shortestNs: 1,
  longestNs: 1,
  cpuNs: 1,
};

function memoryCase(workers: number, rounds = 9, blocks = 1): SessionCase {
  return aCase({
    id: `memory/${workers}`,
    scenario: 'memory',
    parameters: { workers },
    measures: [peakTree],
    rounds,
    blocks,
    contestants,
  });
}

/** Peak memory of `base` plus so many bytes a worker, a little more in each round. */
function peaks(id: string, size: SessionCase, bytesPerWorker: number): InvocationRecord[] {
  const workers = Number(size.parameters['workers']);
  const perBlock = size.rounds / size.blocks;
  return Array.from({ length: size.rounds }, (_, index) =>
    record({
      case: size.id,
      contestant: id,
      block: Math.floor(index / perBlock) + 1,
      round: index + 1,
      wallNs: 1e9,
      peakTreeBytes: 10e6 + workers * (bytesPerWorker + (index % perBlock)),
    }),
  );
}

/** Further rounds of block 1, with a sampler beside them: so many bytes a worker in each. */
function sampledPeaks(
  id: string,
  size: SessionCase,
  bytesPerWorker: readonly number[],
): InvocationRecord[] {
  const workers = Number(size.parameters['workers']);
  return bytesPerWorker.map((bytes, index) =>
    record({
      case: size.id,
      contestant: id,
      round: size.rounds + index + 1,
      peakTreeBytes: 10e6 + workers * bytes,
    }),
  );
}

function growthOf(
  sizes: readonly SessionCase[],
  records: readonly InvocationRecord[],
): GrowthResult {
  const [result] = analyse(session([...sizes], { growth }), records).growth;
  if (result === undefined) throw new Error('no growth');
  return result;
}

const both = (
  size: SessionCase,
  changes: Partial<Record<'first' | 'second', number>> = {},
): InvocationRecord[] => [
  ...peaks('first', size, changes.first ?? 20_000),
  ...peaks('second', size, changes.second ?? 5_000),
];

describe('growth', () => {
  it('is the slope between the smallest size from 100 on and the largest', () => {
    const sizes = [10, 100, 1000, 10_000].map((workers) => memoryCase(workers));
    const result = growthOf(
      sizes,
      sizes.flatMap((size) => both(size)),
    );
    expect(result).toMatchObject({ scenario: 'memory', measure: 'peakTree', noun: 'worker' });
    expect(
      result.contestants.map(({ id, from, to, slope }) => [id, from, to, slope.point, slope.level]),
    ).toEqual([
      ['first', 100, 10_000, 20_004, 0.95],
      ['second', 100, 10_000, 5_004, 0.95],
    ]);
    expect(result.comparisons).toMatchObject([
      {
        a: 'first',
        b: 'second',
        from: 100,
        to: 10_000,
        ratio: null,
        difference: { point: 15_000, level: 0.99 },
        pairs: 9,
        verdict: { kind: 'more' },
      },
    ]);
  });

  it('compares only over sizes that both finished in every round', () => {
    const sizes = [100, 1000, 10_000].map((workers) => memoryCase(workers));
    const records = sizes.flatMap((size) => both(size));
    const failed = records.map((aRecord) =>
      aRecord.case === 'memory/10000' && aRecord.contestant === 'second' && aRecord.round === 4
        ? { ...aRecord, outcome: 'out-of-memory' as const }
        : aRecord,
    );
    const result = growthOf(sizes, failed);
    expect(result.contestants.map(({ from, to }) => [from, to])).toEqual([
      [100, 10_000],
      [100, 1000],
    ]);
    expect(result.comparisons[0]).toMatchObject({ from: 100, to: 1000, verdict: { kind: 'more' } });
  });

  it('is shown, not decided, from 10 and 100 alone', () => {
    const sizes = [10, 100].map((workers) => memoryCase(workers));
    const result = growthOf(
      sizes,
      sizes.flatMap((size) => both(size)),
    );
    expect(result.contestants[0]).toMatchObject({ from: 10, to: 100, slope: { point: 20_004 } });
    expect(result.comparisons[0]?.verdict).toMatchObject({
      kind: 'not decided',
      reason: { kind: 'small-sizes', from: 10, to: 100, least: 100 },
    });
  });

  it('is shown, not decided, from 99 on', () => {
    const sizes = [99, 1000].map((workers) => memoryCase(workers));
    const result = growthOf(
      sizes,
      sizes.flatMap((size) => both(size)),
    );
    expect(result.comparisons[0]?.verdict.kind).toBe('not decided');
  });

  it('takes the sizes of its scenario that verdicts are given on, in any order', () => {
    const sizes = [1000, 10_000, 100].map((workers) => memoryCase(workers));
    const published = { ...memoryCase(20_000), verdicts: false };
    const others = { ...memoryCase(30_000), id: 'io/30000', scenario: 'io' };
    const cases = [others, ...sizes, published];
    const { contestants: slopes } = growthOf(
      cases,
      cases.flatMap((size) => both(size)),
    );
    expect(slopes.map(({ from, to }) => [from, to])).toEqual([
      [100, 10_000],
      [100, 10_000],
    ]);
  });

  it('takes neither A/A copies nor what runs once', () => {
    const sizes = [100, 1000].map((workers) => ({
      ...memoryCase(workers),
      contestants: [
        contestant('first'),
        contestant('copy', { controlOf: 'first' }),
        contestant('single', { once: true }),
      ],
    }));
    const records = sizes.flatMap((size) =>
      ['first', 'copy', 'single'].flatMap((id) => peaks(id, size, 20_000)),
    );
    const result = growthOf(sizes, records);
    expect(result.contestants.map(({ id }) => id)).toEqual(['first']);
    expect(result.comparisons).toEqual([]);
  });

  it('takes no size that was cut short, none without a round, and any number of rounds', () => {
    const sizes = [100, 1000, 10_000].map((workers) => memoryCase(workers));
    const records = sizes.flatMap((size) => both(size));
    const cut = records.filter(
      ({ case: id, contestant: who, round }) =>
        id !== 'memory/10000' || who !== 'second' || round < 8,
    );
    expect(growthOf(sizes, cut).contestants.map(({ to }) => to)).toEqual([10_000, 1000]);
    expect(growthOf(sizes, []).comparisons[0]?.verdict).toHaveProperty('reason', {
      kind: 'no-two-sizes',
      contestants: ['first', 'second'],
    });
    const one = growthOf(
      sizes,
      records.filter(({ round }) => round === 1),
    );
    expect(one.contestants[0]?.slope).toMatchObject({ point: 20_000, n: 1 });
  });

  it('leaves out rounds in which a size has no value, and is absent where none has', () => {
    const sizes = [100, 1000].map((workers) => memoryCase(workers));
    const lacking = (rounds: readonly number[]) =>
      sizes.flatMap((size) =>
        both(size).map(({ peakTreeBytes, ...one }): InvocationRecord =>
          size === sizes[0] && one.contestant === 'first' && rounds.includes(one.round)
            ? one
            : { ...one, peakTreeBytes: peakTreeBytes! },
        ),
      );
    const some = growthOf(sizes, lacking([2, 5]));
    expect(some.contestants.map(({ slope }) => slope.n)).toEqual([7, 9]);
    expect(some.comparisons[0]).toMatchObject({ pairs: 7, verdict: { kind: 'not decided' } });
    const none = growthOf(sizes, lacking([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(none.contestants.map(({ id }) => id)).toEqual(['second']);
  });

  it('favours nobody who kept too few workers busy at either size', () => {
    const sizes = [100, 1000].map((workers) => memoryCase(workers));
    const busy = (share: number) =>
      sizes.flatMap((size) =>
        both(size).map((one) => {
          const isLow = size === sizes[1] && one.contestant === 'second';
          const peakConcurrent = Number(size.parameters['workers']) * (isLow ? share : 1);
          return { ...one, service: { ...service, peakConcurrent } };
        }),
      );
    expect(growthOf(sizes, busy(0.95)).comparisons[0]?.verdict.kind).toBe('more');
    expect(growthOf(sizes, busy(0.9)).comparisons[0]?.verdict).toMatchObject({
      kind: 'not decided',
      reason: { kind: 'low-concurrency', contestant: 'second', inFlight: 900 },
    });
  });

  it('is not decided where there are no two sizes', () => {
    const size = memoryCase(1000);
    const result = growthOf([size], both(size));
    expect(result.contestants).toEqual([]);
    expect(result.comparisons[0]).toMatchObject({
      from: 0,
      to: 0,
      pairs: 0,
      blocks: [null],
      verdict: {
        kind: 'not decided',
        reason: { kind: 'no-two-sizes', contestants: ['first', 'second'] },
      },
    });
  });

  it('is the same where the slopes differ by less than matters', () => {
    const sizes = [100, 1000].map((workers) => memoryCase(workers));
    const result = growthOf(
      sizes,
      sizes.flatMap((size) => both(size, { second: 19_100 })),
    );
    expect(result.comparisons[0]?.verdict.kind).toBe('same');
  });

  it('pairs the first rounds of each block where a slow case has fewer', () => {
    const quick = memoryCase(100, 21, 3);
    const slow = memoryCase(1000, 12, 3);
    const result = growthOf([quick, slow], [...both(quick), ...both(slow)]);
    expect(result.comparisons[0]).toMatchObject({
      pairs: 12,
      blocks: [15_000, 15_000, 15_000],
      verdict: { kind: 'more' },
    });
    expect(result.contestants[0]?.slope).toMatchObject({ n: 12, point: 20_001.5 });
  });

  it('pairs rounds with a sampler with their like, where a slow case has fewer of the others', () => {
    // The peak of a round is 10 MB and so many bytes a worker: the slopes are those bytes.
    const sizes = [memoryCase(100, 6, 3), memoryCase(1000, 3, 3)];
    const sampled = sizes.flatMap((size) => sampledPeaks('first', size, [20_000, 20_010, 20_050]));
    const others = sizes.flatMap((size) => peaks('first', size, 1000));
    const slopeOf = (records: readonly InvocationRecord[]) =>
      growthOf(sizes, records).contestants[0]?.slope;

    const unseen = others.map(({ peakTreeBytes: _, ...one }): InvocationRecord => one);
    expect(slopeOf([...unseen, ...sampled])).toMatchObject({ n: 3, point: 20_010, upper: 20_050 });
    // 1000 in each block, and the three of the sampler: the middle lies between 1000 and 20 000.
    expect(slopeOf([...others, ...sampled])).toMatchObject({ n: 6, point: 10_500 });
  });

  it('takes a record without a result for none', () => {
    const sizes = [memoryCase(100), memoryCase(1000)];
    const records = sizes.flatMap((size) => both(size));
    const broken = sizes.map((size) =>
      record({ case: size.id, round: 4, outcome: 'no-result', reason: 'the server did not start' }),
    );
    expect(growthOf(sizes, [...broken, ...records])).toEqual(growthOf(sizes, records));
  });
});
