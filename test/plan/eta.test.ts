import { describe, expect, it } from 'vitest';
import { estimateSeconds, TimeLeft, typicalSeconds } from '../../src/plan/eta.ts';
import { scheduleSteps, type Step } from '../../src/plan/schedule.ts';
import { aCase, aRecord } from '../fixtures/session.ts';

const nothing = (): boolean => false;
const steps = scheduleSteps([aCase({ rounds: 3 })], 'seed', nothing);
const around = 0.25;

describe('how long an invocation typically takes', () => {
  it('is the middle of what was measured, over all sessions', () => {
    const walls = [1, 9, 2].map((seconds) => aRecord({ wallNs: seconds * 1e9 }));
    expect(typicalSeconds([walls.slice(0, 1), walls.slice(1)])).toEqual(
      new Map([['wait/10 threads', 2]]),
    );
  });

  it('is the upper of the two in the middle', () => {
    const walls = [7, 1, 9, 3, 2, 8].map((seconds) => aRecord({ wallNs: seconds * 1e9 }));
    expect(typicalSeconds([walls])).toEqual(new Map([['wait/10 threads', 7]]));
  });

  it('is unknown where no time was taken', () => {
    const untimed = aRecord();
    delete untimed.wallNs;
    expect(typicalSeconds([[untimed]])).toEqual(new Map());
  });

  it('is told apart by case and by contestant', () => {
    const records = [
      aRecord(),
      aRecord({ case: 'wait/100', wallNs: 7e9 }),
      aRecord({ contestant: 'tasks', wallNs: 3e9 }),
    ];
    expect(Object.fromEntries(typicalSeconds([records]))).toEqual({
      'wait/10 threads': 5,
      'wait/100 threads': 7,
      'wait/10 tasks': 3,
    });
  });
});

describe('the time that is left', () => {
  it('is what each step typically takes, and what stands around it', () => {
    const seconds = estimateSeconds(steps, [aCase()], new Map([['wait/10 threads', 2]]), nothing);
    expect(seconds).toBeCloseTo(4 * (2 + around), 9);
  });

  it('is guessed from the floor where nothing was measured yet', () => {
    expect(estimateSeconds(steps, [aCase({ floorNs: 5e9 })], new Map(), nothing)).toBeCloseTo(
      4 * (5.5 + around),
      9,
    );
  });

  it('is guessed from the timeout where there is no floor', () => {
    expect(estimateSeconds(steps, [aCase({ timeoutS: 50 })], new Map(), nothing)).toBeCloseTo(
      4 * (1 + around),
      9,
    );
  });

  it('is a second for a case that is not known', () => {
    expect(estimateSeconds(steps, [], new Map(), nothing)).toBeCloseTo(4 * (1 + around), 9);
  });

  it('is nothing for what can not run here, and nothing when all is done', () => {
    expect(estimateSeconds(steps, [aCase()], new Map(), () => true)).toBe(0);
    expect(estimateSeconds([], [aCase()], new Map(), nothing)).toBe(0);
  });
});

describe('the time left of a run', () => {
  const step = (contestant: string, round: number): Step => ({
    case: 'wait/10',
    contestant,
    block: 1,
    round,
    position: 1,
  });

  it('is as was guessed before anything has run', () => {
    expect(new TimeLeft(() => 2).of([step('a', 0), step('b', 0)])).toBe(4);
  });

  it('is what the same steps took in this run, and of others the guess at the pace of those', () => {
    const left = new TimeLeft(() => 2);
    left.note(step('a', 0), 0.4);
    left.note(step('a', 1), 0.6);
    expect(left.of([step('a', 2)])).toBeCloseTo(0.5, 12);
    // Two guesses of 2 s took 1 s.
    expect(left.of([step('b', 0)])).toBeCloseTo(0.5, 12);
    expect(left.of([])).toBe(0);
  });
});
