import { describe, expect, it } from 'vitest';
import { measureValue } from '../../src/analyse/measures.ts';
import { restsOnFloor } from '../../src/quantity/measure.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import { aCase, overhead, record, wall } from './build.ts';

const cpuTime: SessionMeasure = {
  id: 'cpuTime',
  title: 'CPU time',
  unit: 'ns',
  source: { from: 'launcher' },
};
const cores: SessionMeasure = {
  id: 'coresUsed',
  title: 'Cores used',
  unit: 'cores',
  source: { from: 'quotient', of: 'cpuTime', by: 'wall' },
};
const perWorker: SessionMeasure = {
  id: 'cpuPerWorker',
  title: 'CPU a worker',
  unit: 'ns',
  source: { from: 'quotient', of: 'cpuTime', by: 'workers' },
};
const aboveFloorPerWorker: SessionMeasure = {
  id: 'late',
  title: 'Late',
  unit: 'ns',
  source: { from: 'quotient', of: 'overhead', by: 'workers' },
};
const allDone: SessionMeasure = {
  id: 'allDone',
  title: 'All done',
  unit: 'ns',
  source: { from: 'program' },
};

const measures = [wall, cpuTime, overhead, cores, perWorker, aboveFloorPerWorker, allDone];
const inCase = aCase({ measures, floorNs: 5e9 });
const full = record({
  wallNs: 6e9,
  cpuNs: 3e9,
  peakTreeBytes: 70,
  peakProcessBytes: 30,
  measures: { allDone: 12 },
});

describe('measureValue', () => {
  it.each([
    [wall, 6e9],
    [cpuTime, 3e9],
    [overhead, 1e9],
    [cores, 0.5],
    [perWorker, 3e7],
    [aboveFloorPerWorker, 1e7],
    [allDone, 12],
  ])('reads $id from a record', (measure, value) => {
    expect(measureValue(full, measure, inCase)).toBe(value);
  });

  it('reads both measures of memory', () => {
    expect(measureValue(full, { ...wall, id: 'peakTree' }, inCase)).toBe(70);
    expect(measureValue(full, { ...wall, id: 'peakProcess' }, inCase)).toBe(30);
  });

  it('takes the floor off a time that the program reports', () => {
    const rest: SessionMeasure = {
      ...overhead,
      id: 'rest',
      source: { from: 'floor', of: 'allDone' },
    };
    const other = aCase({ measures: [...measures, rest], floorNs: 10 });
    expect(measureValue(full, rest, other)).toBe(2);
    expect(measureValue(record({ wallNs: 6e9 }), rest, other)).toBeUndefined();
  });

  it('is per second where it is a rate', () => {
    const speed: SessionMeasure = {
      id: 'speed',
      title: 'Workers per second',
      unit: 'count/s',
      source: { from: 'quotient', of: 'workers', by: 'wall' },
    };
    // 100 workers in 6 s.
    expect(measureValue(full, speed, inCase)).toBeCloseTo(16.6667, 4);
  });

  it('is below 0 where a run beats its floor', () => {
    expect(measureValue(record({ wallNs: 4e9 }), overhead, inCase)).toBe(-1e9);
  });

  it.each(measures)('knows no $id in an empty record', (measure) => {
    expect(measureValue(record(), measure, inCase)).toBeUndefined();
  });

  it('divides by no 0, and by nothing that is not there', () => {
    expect(
      measureValue(full, perWorker, aCase({ measures, parameters: { workers: 0 } })),
    ).toBeUndefined();
    expect(measureValue(full, perWorker, aCase({ measures, parameters: {} }))).toBeUndefined();
  });
});

describe('restsOnFloor', () => {
  it('holds for what is above the floor and for its quotients', () => {
    expect(
      measures.filter((measure) => restsOnFloor(measure, measures)).map(({ id }) => id),
    ).toEqual(['overhead', 'late']);
  });
});
