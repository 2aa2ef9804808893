import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { invert } from '../../src/analyse/verdict.ts';
import type { Results } from '../../src/analyse/types.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { bell, seeded } from '../fixtures/random.ts';
import { aCase, contestant, peakTree, record, session, wall, walls } from './build.ts';

fc.configureGlobal({ seed: 1 });

const wallsMs = fc.array(fc.option(fc.integer({ min: 1, max: 200 }), { freq: 12 }), {
  minLength: 8,
  maxLength: 21,
});
const twoSeries = fc.tuple(wallsMs, wallsMs);

const contestants = [contestant('first'), contestant('second')];
const plain = session([aCase({ contestants, measures: [wall] })]);
const swapped = session([aCase({ contestants: contestants.toReversed(), measures: [wall] })]);
const recordsOf = ([first, second]: readonly (readonly (
  number | null
)[])[]): InvocationRecord[] => [...walls('first', first ?? []), ...walls('second', second ?? [])];

function comparisonOf(results: Results): Results['cases'][number]['comparisons'][number] {
  const comparison = results.cases[0]?.comparisons[0];
  if (comparison === undefined) throw new Error('no comparison');
  return comparison;
}

describe('analyse', () => {
  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        twoSeries.chain((series) =>
          fc.shuffledSubarray(recordsOf(series), { minLength: recordsOf(series).length }),
        ),
        (shuffled) => {
          const inOrder = shuffled.toSorted(
            (x, y) => x.contestant.localeCompare(y.contestant) || x.round - y.round,
          );
          expect(JSON.stringify(analyse(plain, shuffled))).toBe(
            JSON.stringify(analyse(plain, inOrder)),
          );
        },
      ),
    );
  });

  it('says the same whatever stands among the records without a result', () => {
    const places = fc.record({
      contestant: fc.constantFrom('first', 'second'),
      round: fc.integer({ min: 0, max: 30 }),
      at: fc.nat(50),
    });
    fc.assert(
      fc.property(twoSeries, fc.array(places), (series, broken) => {
        const records = recordsOf(series);
        const disturbed = broken.reduce(
          (all, { at, ...place }) =>
            all.toSpliced(at, 0, record({ ...place, outcome: 'no-result', reason: 'no server' })),
          records,
        );
        expect(analyse(plain, disturbed)).toEqual(analyse(plain, records));
      }),
    );
  });

  it('leaves the records as they were', () => {
    const records = recordsOf([
      [3, 1, 2],
      [2, null, 1],
    ]).toReversed();
    const before = structuredClone(records);
    analyse(plain, records);
    expect(records).toEqual(before);
  });

  it('turns a verdict round when contestants change places', () => {
    fc.assert(
      fc.property(twoSeries, (series) => {
        const records = recordsOf(series);
        const there = comparisonOf(analyse(plain, records));
        const back = comparisonOf(analyse(swapped, records));
        expect(back.a).toBe('second');
        expect(back.verdict).toEqual(invert(there.verdict));
        expect(back.difference?.point ?? null).toBe(negated(there.difference?.point ?? null));
      }),
    );
  });

  it('decides a ratio alike whatever the unit', () => {
    fc.assert(
      fc.property(twoSeries, fc.integer({ min: 2, max: 1000 }), (series, factor) => {
        const records = recordsOf(series);
        const scaled = records.map((aRecord) => ({
          ...aRecord,
          wallNs: (aRecord.wallNs ?? 0) * factor,
        }));
        const before = comparisonOf(analyse(plain, records));
        const after = comparisonOf(analyse(plain, scaled));
        expect(after.verdict).toEqual(before.verdict);
        expect(after.ratio?.point ?? 0).toBeCloseTo(before.ratio?.point ?? 0, 9);
        expect(after.ratio?.upper ?? 0).toBeCloseTo(before.ratio?.upper ?? 0, 9);
      }),
    );
  });

  it('gives every number 12 significant digits and nothing that JSON lacks', () => {
    const random = seeded(3);
    const noisy = (): number[] => Array.from({ length: 13 }, () => 100 + 3 * bell(random));
    const theSession = session([aCase({ contestants, measures: [wall, peakTree], blocks: 2 })]);
    const records = [
      ...walls('first', [...noisy(), null], { peakTreeBytes: 7 }),
      ...walls('second', [...noisy(), null]),
    ];
    const results = analyse(theSession, records);
    const numbers = numbersIn(results);
    expect(numbers.length).toBeGreaterThan(20);
    for (const value of numbers) expect(value).toBe(Number(value.toPrecision(12)));
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  });

  it('gives no verdict in most of 200 comparisons of a program with itself, and never calls it more than 5 times', () => {
    const random = seeded(11);
    let different = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const series = [0, 1].map(() =>
        Array.from({ length: 10 }, () => Math.exp(0.02 * bell(random)) * 1000),
      );
      const { kind } = comparisonOf(analyse(plain, recordsOf(series))).verdict;
      if (kind === 'less' || kind === 'more') different += 1;
    }
    // 1% is expected: 2 of 200.
    expect(different).toBeLessThanOrEqual(5);
  });

  it('finds a true 5% at 2% noise in most of 200 comparisons', () => {
    const random = seeded(12);
    let found = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const series = [1050, 1000].map((centre) =>
        Array.from({ length: 10 }, () => Math.exp(0.02 * bell(random)) * centre),
      );
      if (comparisonOf(analyse(plain, recordsOf(series))).verdict.kind === 'more') found += 1;
    }
    // 92% is expected.
    expect(found).toBeGreaterThan(170);
  });

  it('has an answer for a session without records', () => {
    const results = analyse(plain, []);
    expect(results).toMatchObject({ schema: 1, session: plain.id });
    expect(comparisonOf(results).verdict).toEqual({
      kind: 'not decided',
      reason: { kind: 'not-run', contestant: 'first' },
    });
    expect(results.cases[0]?.contestants[0]).toMatchObject({
      attempted: 0,
      finished: 0,
      estimates: {},
      outcomes: {},
    });
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

function negated(value: number | null): number | null {
  return value === null ? null : 0 - value;
}
