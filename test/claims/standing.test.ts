import { describe, expect, it } from 'vitest';
import { saysOf, replicated } from '../../src/claims/replicated.ts';
import type { Evidence } from '../../src/claims/evidence.ts';
import { standingOf, type Standing } from '../../src/claims/standing.ts';
import { aCase, around, contestant, walls } from '../analyse/build.ts';
import { closeRace, decided, evidence, race } from './build.ts';

const noisy = around(100, 10).map((value, index) => value * (index % 2 === 0 ? 0.8 : 1.25));
const sessions = {
  less: race({ first: 100, second: 147, third: 147 }),
  more: race({ first: 147, second: 100, third: 147 }),
  same: race({ first: 100, second: 100, third: 147 }),
  close: closeRace(),
  unclear: evidence([aCase()], [...walls('first', noisy), ...walls('second', around(100, 10))]),
  short: evidence(
    [aCase({ rounds: 3, contestants: ['first', 'second', 'third'].map((id) => contestant(id)) })],
    ['first', 'second', 'third'].flatMap((id) => walls(id, around(100, 3))),
  ),
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
    [line, 'few', 'less', 'further'],
    [line, 'few', 'few', 'open'],
    [line, 'close', 'less', 'further'],
    // Who is best.
    [best, 'same', 'same', 'agrees'],
    [best, 'same', 'less', 'further'],
    [best, 'less', 'same', 'open'],
    [best, 'same', 'short', 'open'],
    [best, 'short', 'same', 'further'],
    [best, 'short', 'short', 'open'],
    [best, 'less', 'more', 'contradicted'],
  ])('to %s of a reference that finds %s, one that finds %s: %s', (text, there, own, standing) => {
    expect(says(text, there, own)).toBe(standing);
  });
});

describe('whether a program finishes', () => {
  it('is told otherwise by a session in which some of its runs do not', () => {
    const finishing = (runs: number): Evidence => {
      const none = Array.from({ length: 10 - runs }, () => null);
      const records = [
        ...walls('first', [...around(100, runs), ...none]),
        ...walls('second', around(100, 10)),
      ];
      return evidence([aCase({ rounds: 10 })], records);
    };
    const claim = '{in: io/100, of: first}';
    const standing = (reference: number, own: number) =>
      standingOf(decided(claim, finishing(reference)), decided(claim, finishing(own)));
    expect([standing(10, 6), standing(0, 6), standing(6, 10)]).toEqual([
      'contradicted',
      'contradicted',
      'open',
    ]);
  });
});

describe('sessions that decide what the reference leaves open', () => {
  const over = (text: string, reference: Name, ...others: Name[]) => {
    const own = decided(text, sessions[reference]);
    return replicated(
      own,
      others.map((name) => saysOf(own, decided(text, sessions[name]))),
    );
  };
  const nobody = { agree: [], contradict: [], further: [], open: [], split: [], ofOthers: [] };

  it('say more where they say it alike', () => {
    expect(over(line, 'unclear', 'less', 'unclear', 'close')).toEqual({
      ...nobody,
      ...{ state: 'further', isDecided: true, agree: [1], further: [0, 2] },
    });
  });

  it('differ where one says less and another more', () => {
    expect(over(line, 'unclear', 'less', 'unclear', 'more', 'few')).toEqual({
      ...nobody,
      ...{ state: 'differs', isDecided: true, agree: [1], split: [0, 2], open: [3] },
    });
    expect(over(best, 'same', 'less', 'more')).toMatchObject({ state: 'differs', split: [0, 1] });
  });

  it('differ where one says the opposite of one that agrees, or goes the other way about the weight', () => {
    expect(over(line, 'unclear', 'same', 'less')).toMatchObject({
      ...{ state: 'differs', agree: [0], contradict: [1] },
    });
    expect(over(line, 'unclear', 'same', 'less', 'close', 'more')).toMatchObject({
      ...{ state: 'differs', agree: [0], contradict: [], split: [1, 2, 3] },
    });
    expect(over(line, 'close', 'less', 'same')).toMatchObject({ state: 'differs', split: [0, 1] });
  });

  it('differ where their groups of the best share nobody', () => {
    const [one, two] = [
      race({ first: 147, second: 100, third: 147 }),
      race({ first: 100, second: 147, third: 100 }),
    ];
    const reference = decided(best, race({ first: 100, second: 100, third: 147 }));
    const all = [one, two].map((own) => saysOf(reference, decided(best, own)));
    expect(replicated(reference, all)).toMatchObject({ state: 'differs', split: [0, 1] });
  });

  it('say nothing against each other where one lacks a contestant: who is best of fewer is another question', () => {
    const fewer = evidence(
      [aCase({ contestants: [contestant('second'), contestant('third')] })],
      [...walls('second', around(100, 10)), ...walls('third', around(147, 10))],
    );
    const over = (reference: Evidence) => {
      const own = decided(best, reference);
      return replicated(
        own,
        [sessions.less, fewer].map((one) => saysOf(own, decided(best, one))),
      );
    };
    expect(over(sessions.same)).toMatchObject({ state: 'further', further: [0], open: [1] });
    expect(over(sessions.short)).toMatchObject({ state: 'undecided', further: [0], open: [1] });
  });

  it('do so of a reference that decides nothing, too', () => {
    expect(over(line, 'few', 'less', 'more')).toMatchObject({
      ...{ state: 'differs', isDecided: false, split: [0, 1] },
    });
    expect(over(line, 'few', 'less', 'few')).toMatchObject({
      ...{ state: 'undecided', isDecided: false, further: [0], open: [1] },
    });
  });
});
