import { describe, expect, it } from 'vitest';
import { concurrencyOf, isLow, isSaturated, serviceTroubleOf } from '../../src/analyse/service.ts';
import type { InvocationRecord, ServiceReport } from '../../src/store/record-schema.ts';
import { aCase, record } from './build.ts';

function served(
  changes: Partial<ServiceReport>,
  round = 1,
  outcome: InvocationRecord['outcome'] = 'measured',
): InvocationRecord {
  const report = {
    requests: 500,
    connections: 100,
    handshakes: 0,
    peakConcurrent: 100,
    shortestNs: 1e9,
    longestNs: 1.01e9,
    cpuNs: 1e8,
  };
  return record({ round, outcome, service: { ...report, ...changes } });
}

describe('concurrencyOf', () => {
  it('is the median of the most requests in flight, as a share of the workers', () => {
    const concurrency = concurrencyOf(
      [
        served({ peakConcurrent: 90 }, 1),
        served({ peakConcurrent: 100 }, 2),
        served({ peakConcurrent: 80 }, 3),
      ],
      aCase(),
    );
    expect(concurrency).toEqual({ median: 90, share: 0.9, lowRounds: [1, 3] });
    expect(isLow(concurrency)).toBe(true);
  });

  it('is enough from 95% of the workers on', () => {
    expect(isLow(concurrencyOf([served({ peakConcurrent: 95 })], aCase()))).toBe(false);
    expect(isLow(concurrencyOf([served({ peakConcurrent: 94 })], aCase()))).toBe(true);
    const rounds = [served({ peakConcurrent: 94 }, 1), served({ peakConcurrent: 95 }, 2)];
    expect(concurrencyOf(rounds, aCase())?.lowRounds).toEqual([1]);
  });

  it('is unknown where no service saw a measured run', () => {
    expect(concurrencyOf([record(), served({}, 2, 'failed')], aCase())).toBeUndefined();
  });

  it('is never low in a case without workers', () => {
    const concurrency = concurrencyOf([served({ peakConcurrent: 1 })], aCase({ parameters: {} }));
    expect(concurrency).toEqual({ median: 1, lowRounds: [] });
    expect(isLow(concurrency)).toBe(false);
  });

  it.each([
    [0, undefined],
    [1, 2],
  ])('of %i workers is the share %s', (workers, share) => {
    const concurrency = concurrencyOf(
      [served({ peakConcurrent: 2 })],
      aCase({ parameters: { workers } }),
    );
    expect(concurrency?.share).toBe(share);
  });
});

describe('isSaturated', () => {
  const low = { median: 50, share: 0.5, lowRounds: [] };
  const enough = { median: 100, share: 1, lowRounds: [] };

  it('holds if no contestant that a service saw kept enough workers busy', () => {
    expect(isSaturated([low, low, undefined])).toBe(true);
    expect(isSaturated([low, enough])).toBe(false);
    expect(isSaturated([undefined])).toBe(false);
    expect(isSaturated([undefined, low])).toBe(true);
  });
});

describe('serviceTroubleOf', () => {
  it('finds none in a service that answered in time', () => {
    expect(
      serviceTroubleOf([served({}), served({ listenOverflows: 0 }), record()]),
    ).toBeUndefined();
  });

  it('finds requests held up in most measured runs', () => {
    const slow = { longestNs: 1.6e9 };
    expect(serviceTroubleOf([served(slow), served(slow), served({})])).toEqual({
      kind: 'service-held-up',
      runs: 2,
      of: 3,
    });
    expect(serviceTroubleOf([served(slow), served({})])).toBeUndefined();
    // The shortest takes a second: one and a half is as long as it may be.
    expect(serviceTroubleOf([served({ longestNs: 1.5e9 })])).toBeUndefined();
    expect(serviceTroubleOf([served({ longestNs: 1.51e9 })])).toEqual({
      kind: 'service-held-up',
      runs: 1,
      of: 1,
    });
    expect(
      serviceTroubleOf([served(slow), served(slow, 2, 'timed-out'), served({})]),
    ).toBeUndefined();
  });

  it('finds listen overflows in most of the runs that tell them', () => {
    expect(serviceTroubleOf([served({ listenOverflows: 3 }), served({})])).toEqual({
      kind: 'service-overflowed',
      runs: 1,
      of: 1,
    });
    expect(
      serviceTroubleOf([served({ listenOverflows: 3 }), served({ listenOverflows: 0 })]),
    ).toBeUndefined();
    expect(serviceTroubleOf([served({ listenOverflows: 1 })])).toEqual({
      kind: 'service-overflowed',
      runs: 1,
      of: 1,
    });
  });
});
