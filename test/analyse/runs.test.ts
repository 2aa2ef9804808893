import { describe, expect, it } from 'vitest';
import { countedRecords, runsOf } from '../../src/analyse/runs.ts';
import { record } from './build.ts';

describe('countedRecords', () => {
  it('leaves the warm-up out and sorts by block, round and position', () => {
    const records = [
      record({ block: 2, round: 3 }),
      record({ block: 1, round: 2, position: 2 }),
      record({ block: 1, round: 2, position: 1 }),
      record({ block: 0, round: 0 }),
    ];
    expect(
      countedRecords(records).map(({ block, round, position }) => [block, round, position]),
    ).toEqual([
      [1, 2, 1],
      [1, 2, 2],
      [2, 3, 1],
    ]);
  });

  it('sorts by block before the round, and by name what stands at one place', () => {
    const sampled = record({ block: 1, round: 22 });
    const second = record({ block: 2, round: 8 });
    expect(countedRecords([second, sampled])).toEqual([sampled, second]);
    expect(countedRecords([sampled, second])).toEqual([sampled, second]);
    const [a, b] = ['a', 'b'].map((contestant) => record({ contestant }));
    expect(countedRecords([b!, a!])).toEqual([a, b]);
    expect(countedRecords([a!, b!])).toEqual([a, b]);
  });

  it('leaves out what has no result, whatever was recorded of the step after it', () => {
    const broken = record({ outcome: 'no-result', reason: 'the server did not start' });
    expect(countedRecords([broken, record()])).toEqual([record()]);
    expect(countedRecords([broken])).toEqual([]);
  });
});

describe('runsOf', () => {
  it('counts what was not attempted after a failure in the block as unfinished', () => {
    const runs = runsOf([
      record({ block: 1, round: 1, outcome: 'failed' }),
      record({ block: 1, round: 2, outcome: 'not-attempted' }),
      record({ block: 2, round: 3, outcome: 'measured' }),
      record({ block: 2, round: 4, outcome: 'not-attempted' }),
    ]);
    expect(runs.map(({ round, finished }) => [round, finished])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('counts nothing where the contestant could not be tried', () => {
    expect(
      runsOf([record({ outcome: 'unavailable' }), record({ round: 2, outcome: 'not-attempted' })]),
    ).toEqual([]);
  });

  it.each(['wrong-answer', 'failed', 'timed-out', 'out-of-memory', 'killed'] as const)(
    'counts %s as a run that did not finish',
    (outcome) => {
      expect(runsOf([record({ outcome })])).toMatchObject([{ finished: false }]);
    },
  );
});
