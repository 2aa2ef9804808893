import { describe, expect, it } from 'vitest';
import { derivedEstimate, fitsWithin, settingsOf } from '../../src/analyse/derived.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionCase } from '../../src/store/schema.ts';
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
      estimate: { point: 16, lower: 8, upper: 20, n: 8 },
      runs: 8,
    });
  });

  it('counts a run that did not finish as beyond all that did', () => {
    const records = runs(size, () => 1).map((one): InvocationRecord =>
      one.round > 3 ? { ...one, outcome: 'timed-out', reason: 'after 60 s' } : one,
    );
    const [setting] = settingsOf(session([size]), [size.id], records);
    // By hand: 1, 2, 3 finished; λ = 7 · 0.675 / (1 + 6 · 0.675), and the end 1 + λ.
    const found = derivedEstimate(setting!, 'first', product);
    expect(found?.estimate).toMatchObject({ point: null, upper: null });
    expect(found?.estimate.lower).toBeCloseTo(1 + 4.725 / 5.05, 9);
  });

  it('counts the runs that lack a part of it', () => {
    const records = runs(size, () => 1).map((one): InvocationRecord => {
      const { peakTreeBytes: _, ...without } = one;
      return one.round === 2 || one.round === 8 ? without : one;
    });
    const [setting] = settingsOf(session([size]), [size.id], records);
    const shares = ({ wallNs, peakTreeBytes }: InvocationRecord) =>
      peakTreeBytes && wallNs! / 1e9 / peakTreeBytes;
    // 1, 3, 4, 5, 6 and 7 are left.
    expect(derivedEstimate(setting!, 'first', shares)).toMatchObject({
      estimate: { point: 4.5, n: 6 },
      runs: 8,
    });
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

  it('is any number or none in a round without growth, and such rounds are counted', () => {
    const flat = (limit: number, rounds: number) => {
      const [small, large] = sizes;
      const records = [
        ...runs(small!, () => 6e6),
        ...runs(large!, (round) => (round <= rounds ? 6e6 - round : 16e6)),
      ];
      const settings = settingsOf(
        session(sizes),
        sizes.map(({ id }) => id),
        records,
      );
      return fitsWithin(limit, growth, settings)[0];
    };
    // 6 MB at 100, 16 MB at 1100: 11 MB lies half-way, and any number fits where nothing grew.
    expect(flat(11e6, 3)).toMatchObject({
      units: { point: 600, lower: 600, upper: Infinity, n: 8 },
      rounds: 8,
      withoutGrowth: 3,
    });
    expect(flat(11e6, 8)).toMatchObject({ units: { point: Infinity }, withoutGrowth: 8 });
    expect(flat(6e6, 8)).toMatchObject({ units: { point: Infinity }, withoutGrowth: 8 });
    expect(flat(5e6, 8)).toMatchObject({ units: { upper: -Infinity }, withoutGrowth: 8 });
    // Not a bit more at the larger size, and the limit exactly there: 0/0 is any number.
    expect(fits(5e6, 0)).toMatchObject([{ units: { point: Infinity, lower: Infinity, n: 8 } }]);
  });

  it('counts the rounds in which a size lacks its value', () => {
    const records = sizes.flatMap((size) =>
      runs(size, () => 5e6 + Number(size.parameters['workers']) * 1e4),
    );
    const without = records.map(({ peakTreeBytes, ...one }): InvocationRecord =>
      (one.round === 2 && one.case === sizes[0]!.id) || one.round === 5
        ? one
        : { ...one, peakTreeBytes: peakTreeBytes! },
    );
    const settings = settingsOf(
      session(sizes),
      sizes.map(({ id }) => id),
      without,
    );
    expect(fitsWithin(11e6, growth, settings)).toMatchObject([
      { units: { point: 600, n: 6 }, rounds: 8, withoutGrowth: 0 },
    ]);
  });

  it('is absent where no round has a value, or where there are no two sizes', () => {
    const unseen = sizes.flatMap((size) =>
      runs(size, () => 1).map(({ peakTreeBytes: _, ...one }): InvocationRecord => one),
    );
    const both = settingsOf(
      session(sizes),
      sizes.map(({ id }) => id),
      unseen,
    );
    expect(fitsWithin(11e6, growth, both)).toEqual([]);
    const [one] = sizes;
    const settings = settingsOf(
      session([one!]),
      [one!.id],
      runs(one!, () => 1),
    );
    expect(fitsWithin(11e6, growth, settings)).toEqual([]);
  });
});
