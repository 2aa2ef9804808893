import { describe, expect, it } from 'vitest';
import { replicated, type Says } from '../../src/claims/replicated.ts';
import type { Standing } from '../../src/claims/standing.ts';
import { replicatedSigns } from '../../src/present/machines/signs.ts';
import { replicatedWords } from '../../src/present/sentences/replicated-words.ts';
import { closeRace, decided, evidence } from './build.ts';

const [agrees, differs, more, open] = ['agrees', 'contradicted', 'further', 'open'] as const;
const reference = decided('{in: io/100, compare: [first, second], on: wall}', closeRace());
const undecided = decided('{in: io/100, compare: [first, second], on: wall}', evidence([], []));

const say = (standing: Standing, word = 'less'): Says => ({
  standing,
  ...{ found: [word], isGroup: false, sides: ['first', 'second'], ratio: null },
});
const over = (...standings: Standing[]) =>
  replicated(
    reference,
    standings.map((standing) => say(standing)),
  )!;
const wordsOf = (...standings: Standing[]): string =>
  replicatedWords(over(...standings), 'machine');
const signsOf = (...standings: Standing[]): string => replicatedSigns(over(...standings));

describe('a claim over several machines', () => {
  it.each<[string, string, Standing[]]>([
    ['on each of 2 machines', '●●', [agrees]],
    ['on each of 4 machines', '●●●●', [agrees, agrees, agrees]],
    ["on 3 of 4 machines; machine 3 can't decide it", '●●○●', [agrees, open, agrees]],
    ["on 2 of 4 machines; machines 2 and 4 can't decide it", '●○●○', [open, agrees, open]],
    ["on one machine alone; machines 2 and 3 can't decide it", '●○○', [open, open]],
    ['on 2 of 3 machines; machine 3 says more', '●●+', [agrees, more]],
    [
      "on one machine alone; machines 2 and 3 say more; machine 4 can't decide it",
      '●++○',
      [more, more, open],
    ],
    ['differs by machine: otherwise on machine 3', '●●≠', [agrees, differs]],
    [
      "differs by machine: otherwise on machines 2, 3 and 5; machine 4 can't decide it",
      '●≠≠○≠',
      [differs, differs, open, differs],
    ],
  ])('%s', (words, signs, standings) => {
    expect(wordsOf(...standings)).toBe(words);
    expect(signsOf(...standings)).toBe(signs);
  });

  it('tells those that decide it from each other where they say opposites', () => {
    const found = replicated(reference, [
      say(more, 'less-that-matters'),
      say(agrees, 'no-difference-shown'),
      say(more, 'more-that-may-matter'),
    ])!;
    expect(replicatedWords(found, 'machine')).toBe(
      'differs by machine: machines 2 and 4 decide it, and not alike',
    );
    expect(replicatedSigns(found)).toBe('●≠●≠');
  });

  it('tells of whom it is said, where that are others', () => {
    const found = replicated(reference, [
      say(agrees),
      { ...say(agrees), sides: ['first', 'third'] },
    ]);
    expect(replicatedWords(found!, 'machine')).toBe(
      'on each of 3 machines; of other contestants on machine 3',
    );
  });

  it('says who decides what the reference does not', () => {
    const [one, both] = [
      replicated(undecided, [say(open, ''), say(more)])!,
      replicated(undecided, [say(more), say(more, 'more')])!,
    ];
    expect(replicatedWords(one, 'machine')).toBe(
      "the reference doesn't decide it; machine 3 does; machine 2 can't decide it",
    );
    expect(replicatedSigns(one)).toBe('○○+');
    expect(replicatedWords(both, 'machine')).toBe(
      "differs by machine: machines 2 and 3 decide it, and not alike; the reference doesn't decide it",
    );
    expect(replicatedSigns(both)).toBe('○≠≠');
  });

  it('counts many machines in words alone', () => {
    const twenty = Array.from({ length: 20 }, (_, place) => (place < 5 ? differs : agrees));
    expect(wordsOf(...twenty)).toBe('differs by machine: otherwise on 5 machines');
    expect(signsOf(...twenty)).toBe('');
  });

  it('speaks of sessions where machines can’t be told apart', () => {
    expect(replicatedWords(over(agrees, agrees), 'session')).toBe('in each of 3 sessions');
    expect(replicatedWords(over(differs), 'session')).toBe(
      'differs by session: otherwise in session 2',
    );
  });

  it('is nothing for a number without a comparison, and where there is no other session', () => {
    expect(replicated(reference, [])).toBeUndefined();
    const { standing: _, ...number } = say(agrees, 'measured');
    expect(replicated(reference, [number])).toBeUndefined();
  });
});
