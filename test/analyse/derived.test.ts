import { describe, expect, it } from 'vitest';
import { derivedEstimate, fitsWithin, settingsOf } from '../../src/analyse/derived.ts';
import type { InvocationRecord, SessionCase } from '../../src/store/schema.ts';
import { aCase, contestant, peakTree, record, session } from './build.ts';

const growth = {
  scenario: 'memory',
  parameter: 'workers',
  noun: 'worker',
  of: 'peakTree',
  matters: 1000,
};
const ROUNDS = 8;

function memoryCase(workers: number): SessionCase {
  return aCase({
    id: `memory/${workers}`,
    scenario: 'memory',
    parameters: { workers },
    measures: [peakTree],
    rounds: ROUNDS,
    blocks: 1,
    contestants: [contestant('first')],
  });
}

/** 8 rounds; `bytes` may differ by round. */
function runs(size: SessionCase, bytes: (round: number) => number): InvocationRecord[] {
  return Array.from({ length: ROUNDS }, (_, index) =>
    record({
      case: size.id,
      contestant: 'first',
      round: index + 1,
      wallNs: (index + 1) * 1e9,
      peakTreeBytes: bytes(index + 1),
    }),
  );
}

const product = ({ wallNs, peakTreeBytes }: InvocationRecord): number =>
  (wallNs! / 1e9) * peakTreeBytes!;

describe('a figure computed from each run', () => {
  const size = memoryCase(100);

  it('is the median of the products, not the product of the medians', () => {
    // Memory falls as time rises: products 8, 14, 18, 20, 20, 18, 14, 8, whose median is 16.
    const records = runs(size, (round) => 9 - round);
    const [setting] = settingsOf(session([size]), [size.id], records);
    expect(derivedEstimate(setting!, 'first', product)).toMatchObject({
      point: 16,
      lower: 8,
      upper: 20,
      n: 8,
    });
  });

  it('counts a run that did not finish as beyond all that did', () => {
    const records = runs(size, () => 1).map((one): InvocationRecord =>
      one.round > 3 ? { ...one, outcome: 'timed-out', reason: 'after 60 s' } : one,
    );
    const [setting] = settingsOf(session([size]), [size.id], records);
    // By hand: 1, 2, 3 finished; λ = 7 · 0.675 / (1 + 6 · 0.675), and the end 1 + λ.
    const found = derivedEstimate(setting!, 'first', product);
    expect(found).toMatchObject({ point: null, upper: null });
    expect(found?.lower).toBeCloseTo(1 + 4.725 / 5.05, 9);
  });

  it('is absent where no run has it', () => {
    const [setting] = settingsOf(
      session([size]),
      [size.id],
      runs(size, () => 1),
    );
    expect(derivedEstimate(setting!, 'first', () => undefined)).toBeUndefined();
    expect(derivedEstimate(setting!, 'nobody', product)).toBeUndefined();
  });
});

describe('how many units fit into a limit', () => {
  const sizes = [memoryCase(100), memoryCase(1100)];

  function fits(limit: number, perWorker = 10_000) {
    const records = sizes.flatMap((size) =>
      runs(size, () => 5_000_000 + Number(size.parameters['workers']) * perWorker),
    );
    const settings = settingsOf(
      session(sizes),
      sizes.map(({ id }) => id),
      records,
    );
    return fitsWithin(limit, growth, settings);
  }

  it('is read off the line through both sizes', () => {
    // 5 MB + n · 10 kB ≤ 11 MB holds up to n = 600.
    expect(fits(11e6)).toMatchObject([
      { contestant: 'first', from: 100, to: 1100, units: { point: 600, lower: 600, upper: 600 } },
    ]);
  });

  it('is absent where memory does not grow, or where there are no two sizes', () => {
    expect(fits(11e6, 0)).toEqual([]);
    const [one] = sizes;
    const settings = settingsOf(
      session([one!]),
      [one!.id],
      runs(one!, () => 1),
    );
    expect(fitsWithin(11e6, growth, settings)).toEqual([]);
  });
});
