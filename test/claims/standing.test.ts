import { describe, expect, it } from 'vitest';
import { saysOf, replicated } from '../../src/claims/replicated.ts';
import { standingOf, type Standing } from '../../src/claims/standing.ts';
import { aCase, around, walls } from '../analyse/build.ts';
import { closeRace, decided, evidence, race } from './build.ts';

const noisy = around(100, 10).map((value, index) => value * (index % 2 === 0 ? 0.8 : 1.25));
const sessions = {
  less: race({ first: 100, second: 147, third: 147 }),
  more: race({ first: 147, second: 100, third: 147 }),
  same: race({ first: 100, second: 100, third: 147 }),
  close: closeRace(),
  unclear: evidence([aCase()], [...walls('first', noisy), ...walls('second', around(100, 10))]),
  few: evidence(
    [aCase({ rounds: 3 })],
    [...walls('first', around(100, 3)), ...walls('second', around(150, 3))],
  ),
} as const;
type Name = keyof typeof sessions;

const line = '{in: io/100, compare: [first, second], on: wall}';
const best = '{in: io/100, best: wall}';
const says = (text: string, reference: Name, own: Name) =>
  standingOf(decided(text, sessions[reference]), decided(text, sessions[own]));

describe('what a further session says', () => {
  it.each<[string, Name, Name, Standing]>([
    [line, 'less', 'less', 'agrees'],
    [line, 'less', 'close', 'agrees'],
    [line, 'less', 'more', 'contradicted'],
    // Shown to matter, and shown not to.
    [line, 'less', 'same', 'contradicted'],
    [line, 'same', 'less', 'contradicted'],
    [line, 'less', 'unclear', 'open'],
    [line, 'less', 'few', 'open'],
    [line, 'same', 'close', 'open'],
    [line, 'same', 'unclear', 'open'],
    // What the reference leaves open: whether there is a difference, and whether it matters.
    [line, 'unclear', 'less', 'further'],
    [line, 'unclear', 'close', 'further'],
    [line, 'unclear', 'same', 'agrees'],
    [line, 'close', 'same', 'further'],
    [line, 'few', 'less', 'reference-open'],
    // Who is best.
    [best, 'same', 'same', 'agrees'],
    [best, 'same', 'less', 'further'],
    [best, 'less', 'same', 'open'],
    [best, 'less', 'more', 'contradicted'],
  ])('to %s of a reference that finds %s, one that finds %s: %s', (text, there, own, standing) => {
    expect(says(text, there, own)).toBe(standing);
  });
});

describe('sessions that decide what the reference leaves open', () => {
  const over = (text: string, reference: Name, ...others: Name[]) =>
    replicated(
      others.map((own) => saysOf(decided(text, sessions[reference]), decided(text, sessions[own]))),
    );

  it('say more where they say it alike', () => {
    expect(over(line, 'unclear', 'less', 'same', 'close')).toEqual({
      state: 'further',
      ...{ agree: [1], contradict: [], further: [0, 2], open: [], isSplit: false },
    });
  });

  it('differ where one says less and another more', () => {
    expect(over(line, 'unclear', 'less', 'unclear', 'more')).toEqual({
      state: 'differs',
      ...{ agree: [1], contradict: [], further: [0, 2], open: [], isSplit: true },
    });
    expect(over(best, 'same', 'less', 'more')).toMatchObject({ state: 'differs' });
  });
});
