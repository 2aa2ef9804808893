import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  blockOfRound,
  countSweeps,
  firstRoundOfBlock,
  isSampled,
  scheduleSteps,
  shuffledCases,
  shuffledContestants,
  stepName,
  sweepOfRound,
  type Step,
} from '../../src/plan/schedule.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { aCase } from '../fixtures/session.ts';

const [threads] = aCase().contestants;
const contestants = ['a', 'b', 'c'].map((id) => ({ ...threads!, id }));
const nobodyIsMissing = (): boolean => false;

const three: SessionCase = aCase({ contestants, rounds: 6, blocks: 3 });
const other: SessionCase = { ...three, id: 'wait/100', rounds: 3 };

/** "case block round" of each round, in order. */
function roundsIn(steps: readonly Step[]): string[] {
  return [...new Set(steps.map((step) => `${step.case} ${step.block} ${step.round}`))];
}

describe('the schedule', () => {
  it('has the warm-up of each case, then goes through all of them in each sweep', () => {
    const steps = roundsIn(scheduleSteps([three, other], 'seed', nobodyIsMissing));
    expect(steps.slice(0, 2)).toEqual(['wait/10 0 0', 'wait/100 0 0']);
    // Two sweeps for each round of the other case, in the order of that sweep.
    const sweeps = [1, 2, 3, 4, 5, 6].map((sweep) =>
      shuffledCases([three, other], 'seed', sweep).flatMap(({ id }) => {
        const block = Math.ceil(sweep / 2);
        if (id === 'wait/10') return [`wait/10 ${block} ${sweep}`];
        return sweep % 2 === 0 ? [`wait/100 ${block} ${block}`] : [];
      }),
    );
    expect(steps.slice(2)).toEqual(sweeps.flat());
  });

  it('has every contestant once a round, at the places 1, 2, 3', () => {
    const steps = scheduleSteps([three], 'seed', nobodyIsMissing);
    for (let round = 0; round <= 6; round += 1) {
      const own = steps.filter((step) => step.round === round);
      expect(own.map(({ contestant }) => contestant).sort()).toEqual(['a', 'b', 'c']);
      expect(own.map(({ position }) => position)).toEqual([1, 2, 3]);
    }
  });

  it('names every step differently', () => {
    const steps = scheduleSteps([three, other], 'seed', nobodyIsMissing);
    expect(new Set(steps.map(stepName)).size).toBe(steps.length);
    expect(steps).toHaveLength(7 * 3 + 4 * 3);
  });

  it('is the same for the same seed, and another for another', () => {
    const steps = scheduleSteps([three, other], 'seed', nobodyIsMissing);
    expect(scheduleSteps([three, other], 'seed', nobodyIsMissing)).toEqual(steps);
    expect(scheduleSteps([three, other], 'seed 2', nobodyIsMissing)).not.toEqual(steps);
  });

  it('is empty without cases', () => {
    expect(scheduleSteps([], 'seed', nobodyIsMissing)).toEqual([]);
  });

  it('has one step, in the first counted round, for a contestant that is not here', () => {
    const steps = scheduleSteps(
      [three],
      'seed',
      (aCaseId, contestant) => aCaseId === 'wait/10' && contestant === 'b',
    );
    expect(steps.filter(({ contestant }) => contestant === 'b').map(({ round }) => round)).toEqual([
      1,
    ]);
    const second = steps.filter(({ round }) => round === 2);
    expect(second.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('has one step, and no warm-up, for a contestant that runs once', () => {
    const once = aCase({
      contestants: [
        { ...threads!, id: 'a', once: true },
        { ...threads!, id: 'b' },
      ],
      rounds: 3,
    });
    const steps = scheduleSteps([once], 'seed', nobodyIsMissing);
    expect(steps.filter(({ contestant }) => contestant === 'a').map(({ round }) => round)).toEqual([
      1,
    ]);
    expect(steps.filter(({ contestant }) => contestant === 'b').map(({ round }) => round)).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

describe('where memory must be sampled', () => {
  const measures = [
    {
      id: 'peakTree',
      title: 'Memory',
      unit: 'bytes' as const,
      source: { from: 'launcher' as const },
    },
  ];
  const memory: SessionCase = { ...three, id: 'memory/10', measures };

  it('a case about memory has three further rounds at the end, and no other case has', () => {
    const steps = scheduleSteps([memory, other], 'seed', nobodyIsMissing, true);
    expect(roundsIn(steps).slice(-3)).toEqual(['memory/10 3 7', 'memory/10 3 8', 'memory/10 3 9']);
    expect(steps.filter((step) => step.case === 'wait/100' && step.round > 3)).toEqual([]);
  });

  it('only those further rounds are sampled', () => {
    expect([0, 1, 6, 7, 9].map((round) => isSampled({ round }, memory))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('there are none of them where a cgroup tells the peak', () => {
    expect(
      scheduleSteps([memory], 'seed', nobodyIsMissing).some((step) => isSampled(step, memory)),
    ).toBe(false);
  });
});

describe('sweeps', () => {
  it('are as many as the most rounds of a case', () => {
    expect(countSweeps([{ rounds: 6 }, { rounds: 21 }, { rounds: 3 }])).toBe(21);
    expect(countSweeps([])).toBe(0);
  });

  it.each([
    [21, 21, Array.from({ length: 21 }, (_, index) => index + 1)],
    [3, 21, [4, 11, 18]],
    [12, 21, [1, 3, 5, 7, 8, 10, 12, 14, 15, 17, 19, 21]],
    [1, 21, [11]],
    [2, 3, [1, 3]],
  ])('%i rounds stand in these of %i', (rounds, sweeps, expected) => {
    const found = Array.from({ length: rounds }, (_, index) =>
      sweepOfRound(index + 1, rounds, sweeps),
    );
    expect(found).toEqual(expected);
  });

  it('leave no round out, and give each its own, however many there are', () => {
    for (let sweeps = 1; sweeps <= 40; sweeps += 1)
      for (let rounds = 1; rounds <= sweeps; rounds += 1) {
        const some = aCase({ id: 'wait/1', contestants, rounds, blocks: 1 });
        const most = aCase({ id: 'wait/2', contestants, rounds: sweeps, blocks: 1 });
        const steps = scheduleSteps([some, most], 'seed', nobodyIsMissing);
        const own = steps.filter((step) => step.case === 'wait/1' && step.position === 1);
        expect(own.map(({ round }) => round)).toEqual(
          Array.from({ length: rounds + 1 }, (_, index) => index),
        );
      }
  });

  it('have their cases in an order that can be recomputed: sorted by sha256 of "seed sweep number case"', () => {
    const cases = ['a/1', 'b/1', 'c/1'].map((id) => ({ id }));
    const hash = (id: string): string =>
      createHash('sha256').update(`seed sweep 4 ${id}`).digest('hex');
    const expected = ['a/1', 'b/1', 'c/1'].sort((x, y) => hash(x).localeCompare(hash(y), 'en'));
    expect(shuffledCases(cases, 'seed', 4).map(({ id }) => id)).toEqual(expected);
  });
});

describe('blocks', () => {
  it.each([
    [21, 3, [1, 8, 15]],
    [12, 3, [1, 5, 9]],
    [10, 3, [1, 4, 7]],
    [8, 1, [1]],
    [1, 1, [1]],
  ])('share %i rounds among %i: their first rounds are these', (rounds, blocks, expected) => {
    const aCase = { rounds, blocks };
    const numbers = Array.from({ length: blocks }, (_, index) => index + 1);
    expect(numbers.map((block) => firstRoundOfBlock(aCase, block))).toEqual(expected);
    for (let round = 1; round <= rounds; round += 1)
      expect(blockOfRound(aCase, round)).toBe(
        numbers.findLast((block) => expected[block - 1]! <= round),
      );
  });

  it('have no warm-up, and further rounds with a sampler in the last', () => {
    expect(blockOfRound({ rounds: 21, blocks: 3 }, 0)).toBe(0);
    expect(blockOfRound({ rounds: 21, blocks: 3 }, 24)).toBe(3);
  });
});

describe('the shuffled order', () => {
  /** Pearson's statistic against equal expected counts. */
  function chiSquare(counts: readonly number[]): number {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }
  const orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
  const countOrders = (seen: readonly string[]): number[] =>
    orders.map((order) => seen.filter((each) => each === order).length);
  // Quantile 0.999 of the chi-square distribution with 5 degrees of freedom.
  const critical = 20.515;

  it('is each order equally often over seeds', () => {
    const seen = Array.from({ length: 3000 }, (_, index) =>
      shuffledContestants(three, `seed ${index}`, 1).join(''),
    );
    expect(chiSquare(countOrders(seen))).toBeLessThan(critical);
  });

  it('is each order equally often over the rounds of one seed', () => {
    const seen = Array.from({ length: 3000 }, (_, index) =>
      shuffledContestants(three, 'one seed', index).join(''),
    );
    expect(chiSquare(countOrders(seen))).toBeLessThan(critical);
  });

  it('of one round says nothing about the next', () => {
    const pairs = Array.from({ length: 3000 }, (_, index) => {
      const [first, second] = [1, 2].map(
        (round) => shuffledContestants(three, `seed ${index}`, round)[0],
      );
      return `${first}${second}`;
    });
    const kinds = ['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc'];
    // Quantile 0.999 with 8 degrees of freedom.
    expect(
      chiSquare(kinds.map((kind) => pairs.filter((pair) => pair === kind).length)),
    ).toBeLessThan(26.124);
  });

  it('can be recomputed: sorted by sha256 of "seed case round contestant"', () => {
    const hash = (contestant: string): string =>
      createHash('sha256').update(`seed wait/10 4 ${contestant}`).digest('hex');
    const expected = ['a', 'b', 'c'].sort((one, two) => hash(one).localeCompare(hash(two), 'en'));
    expect(shuffledContestants(three, 'seed', 4)).toEqual(expected);
  });
});
