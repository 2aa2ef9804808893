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
