import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../src/analyse/flags.ts';
import { outlierBar } from '../../src/analyse/outliers.ts';
import { runsOf } from '../../src/analyse/runs.ts';
import { aCase, around, overhead, wall, walls } from './build.ts';

const flagsOfWalls = (
  valuesMs: readonly (number | null)[],
  measures = [wall],
): ReturnType<typeof flagsOf> =>
  flagsOf(runsOf(walls('first', valuesMs)), aCase({ measures, floorNs: 0 }), undefined);

describe('outlierBar', () => {
  it('is 10 robust standard deviations above the median', () => {
    // median 3, distances 2 1 0 1 2, so MAD 1
    expect(outlierBar([1, 2, 3, 4, 5])).toBeCloseTo(3 + 14.826, 12);
  });

  it('is 10 standard deviations above the mean of normal values', () => {
    // Half of a normal distribution lies within 0.674489750 deviations of its mean (published tables).
    const quartile = 0.674489750196;
    const sample = [-3, -quartile, 0, quartile, 3].map((deviations) => 50 + 2 * deviations);
    expect(outlierBar(sample)).toBeCloseTo(50 + 10 * 2, 3);
  });

  it('is 1% above the median where most values are equal', () => {
    expect(outlierBar([20, 20, 20, 20, 90])).toBeCloseTo(20.2, 12);
  });
});

describe('flagsOf', () => {
  it('says nothing of ordinary runs', () => {
    expect(flagsOfWalls(around(100, 20))).toEqual([]);
  });

  it('marks a drift with its probability', () => {
    const flags = flagsOfWalls([1, 2, 3, 4, 5, 6, 8, 7, 10, 9]);
    expect(flags).toEqual([
      {
        kind: 'drift',
        measure: 'wall',
        rounds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        value: expect.closeTo(2.97619e-5, 10) as unknown,
      },
    ]);
  });

  it('marks a drift from the one in a hundred on that the method states', () => {
    // Equal values, then a larger and a smaller large one. Of the n(n − 1) orders three are as
    // extreme on either side: in order, these two swapped, one of the equal ones behind the first.
    const drifts = (n: number) =>
      flagsOfWalls([...Array<number>(n - 2).fill(100), 100.2, 100.1]).map(({ value }) => value);
    expect(6 / (25 * 24)).toBe(0.01);
    expect(drifts(25)).toEqual([]);
    expect(drifts(26)).toEqual([expect.closeTo(6 / (26 * 25), 12)]);
  });

  it('looks for runs far out from five runs on, and asks more than the bar', () => {
    const kinds = (valuesMs: number[]) => flagsOfWalls(valuesMs).map(({ kind }) => kind);
    expect(kinds([100, 101, 99, 300])).toEqual([]);
    expect(kinds([100, 101, 99, 300, 100])).toEqual(['outliers']);
    // Equal ones: the bar is 1% above them.
    expect(kinds([100, 100, 101, 100, 100])).toEqual([]);
    expect(kinds([100, 100, 101.001, 100, 100])).toEqual(['outliers']);
  });

  it('compares wall and CPU time only where both were taken', () => {
    const records = walls('first', around(100, 12)).map((aRecord, index) => {
      const { cpuNs: _, ...without } = aRecord;
      if (index === 3) return without;
      return { ...aRecord, cpuNs: index === 4 ? 0 : aRecord.wallNs! / (index === 6 ? 3 : 1) };
    });
    expect(flagsOf(runsOf(records), aCase(), undefined)).toEqual([
      { kind: 'wall-cpu-jump', rounds: [7], value: 1 },
    ]);
  });

  it('counts for wall against CPU time only the runs that have both', () => {
    const records = walls('first', [100, 100, 100, 100, 100]).map((aRecord, index) => {
      const { cpuNs: _, ...without } = aRecord;
      return index === 0 ? without : { ...aRecord, cpuNs: index === 3 ? 1e7 : 1e8 };
    });
    expect(flagsOf(runsOf(records), aCase(), undefined)).toEqual([]);
  });

  it('marks a slow first run apart from other outliers', () => {
    expect(flagsOfWalls(around(100, 12).with(0, 200))).toEqual([
      { kind: 'slow-first-run', measure: 'wall', rounds: [1] },
    ]);
    expect(flagsOfWalls(around(100, 12).with(4, 200))).toEqual([
      { kind: 'outliers', measure: 'wall', rounds: [5], value: 1 },
    ]);
  });

  it('marks runs whose wall time grew without their CPU time', () => {
    const records = walls('first', around(100, 12)).map((aRecord, index) => ({
      ...aRecord,
      cpuNs: (aRecord.wallNs ?? 0) / (index === 6 ? 3 : 1 + index / 1000),
    }));
    expect(flagsOf(runsOf(records), aCase(), undefined)).toEqual([
      { kind: 'wall-cpu-jump', rounds: [7], value: 1 },
    ]);
  });

  it('does not repeat for overhead what it says of wall time', () => {
    const flags = flagsOfWalls(around(100, 12).with(4, 200), [wall, overhead]);
    expect(flags.map((flag) => flag.measure)).toEqual(['wall']);
    expect(
      flagsOfWalls(around(100, 12).with(4, 200), [overhead]).map((flag) => flag.measure),
    ).toEqual(['overhead']);
  });

  it('looks at finished runs only', () => {
    expect(flagsOfWalls([...around(100, 12), null, null])).toEqual([]);
  });

  it('marks too few requests in flight, with the share reached', () => {
    const flags = flagsOf([], aCase(), { median: 48, share: 0.48, lowRounds: [1, 2, 4] });
    expect(flags).toEqual([{ kind: 'low-concurrency', rounds: [1, 2, 4], value: 0.48 }]);
    expect(flagsOf([], aCase(), { median: 95, share: 0.95, lowRounds: [] })).toEqual([]);
  });
});
