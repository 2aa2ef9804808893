import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../src/analyse/derived.ts';
import { findOneOffs, type OneOff } from '../../src/analyse/one-off.ts';
import { aCase, contestant, record, session, wall } from './build.ts';

const SIZES = [10, 100, 500, 1000, 10_000];
const stepped = { scenario: 'spawn', parameter: 'workers', of: 'wall' };

/** A session whose wall time at each size is so many ns, a permille more or less from round to round. */
function found(valuesNs: readonly number[], rounds = 9, spread = 0.001): OneOff[] {
  const cases = valuesNs.map((_, index) =>
    aCase({
      id: `spawn/${SIZES[index]}`,
      scenario: 'spawn',
      parameters: { workers: SIZES[index]! },
      measures: [wall],
      rounds,
      contestants: [contestant('first')],
    }),
  );
  const records = valuesNs.flatMap((value, index) =>
    Array.from({ length: rounds }, (_, round) =>
      record({
        case: `spawn/${SIZES[index]}`,
        contestant: 'first',
        round: round + 1,
        wallNs: value * (1 + spread * (round - (rounds - 1) / 2)),
      }),
    ),
  );
  const ids = cases.map(({ id }) => id);
  return findOneOffs(stepped, settingsOf(session(cases), ids, records));
}

/** The value at each size where each further unit costs so much from one size to the next. */
function rising(start: number, ...slopes: readonly number[]): number[] {
  return slopes.reduce<number[]>(
    (values, slope, index) => [
      ...values,
      values.at(-1)! + slope * (SIZES[index + 1]! - SIZES[index]!),
    ],
    [start],
  );
}

describe('a one-off among sizes', () => {
  it('is the step whose cost per further unit is unlike all others: one pass of a collector', () => {
    // Medians in ns of a published session: 0.113, 1.163, 2.594, 4.596 ms.
    const [one, ...rest] = found([113e3, 1163e3, 2594e3, 4596e3]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ contestant: 'first', step: { from: 10, to: 100 } });
    // (1163 − 113) / 90, (2594 − 1163) / 400 and (4596 − 2594) / 500 µs.
    expect(one!.step.slope.point).toBeCloseTo(11_666.7, 0);
    expect(one!.others.map(({ slope }) => Math.round(slope.point!))).toEqual([3578, 4004]);
  });

  it('is a cliff at the end, and a stretch that is nearly free', () => {
    expect(found(rising(1e5, 22e3, 22e3, 14e6))[0]?.step).toMatchObject({ from: 500, to: 1000 });
    expect(found(rising(1e6, 5000, 200, 5000, 5000))[0]?.step).toMatchObject({
      from: 100,
      to: 500,
    });
  });

  it.each([
    ['a cost that stays the same', rising(1e5, 3000, 3000, 3000, 3000)],
    ['a cost that doubles from step to step', rising(1e5, 1000, 2000, 4000, 8000)],
    ['a cost that is another one from a size on', rising(1e5, 1000, 1000, 5000, 5000)],
    ['a cost that is half as much again', rising(1e5, 3000, 4500, 3000, 3000)],
    ['only two steps', rising(1e5, 10_000, 1000)],
    ['steps of which one is no growth', rising(1e5, 0, 9000, 3000)],
  ])('is none in %s', (_, values) => {
    expect(found(values)).toEqual([]);
  });

  it('is none where the rounds vary more than the step', () => {
    expect(found([113e3, 1163e3, 2594e3, 4596e3], 9, 0.2)).toEqual([]);
  });

  it('is none in fewer than six rounds', () => {
    expect(found([113e3, 1163e3, 2594e3, 4596e3], 5)).toEqual([]);
    expect(found([113e3, 1163e3, 2594e3, 4596e3], 6)).toHaveLength(1);
  });
});
