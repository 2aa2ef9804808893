import { describe, expect, it } from 'vitest';
import { replicated, type Says } from '../../src/claims/replicated.ts';
import type { Standing } from '../../src/claims/standing.ts';
import { replicatedSigns } from '../../src/present/machines/signs.ts';
import { replicatedWords } from '../../src/present/sentences/replicated-words.ts';

const [agrees, differs, more, open] = ['agrees', 'contradicted', 'further', 'open'] as const;
const undecided = 'reference-open';

const says = (...standings: Standing[]): Says[] =>
  standings.map((standing) => ({ standing, found: ['less'], ratio: null }));
const wordsOf = (...standings: Standing[]): string =>
  replicatedWords(replicated(says(...standings))!, 'machine');
const signsOf = (...standings: Standing[]): string =>
  replicatedSigns(replicated(says(...standings))!);

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
    ["the reference doesn't decide it", '●○', [undecided]],
  ])('%s', (words, signs, standings) => {
    expect(wordsOf(...standings)).toBe(words);
    expect(signsOf(...standings)).toBe(signs);
  });

  it('tells those that decide it from each other where they say opposites', () => {
    const found = replicated([
      { standing: more, found: ['less-that-matters'], ratio: null },
      { standing: agrees, found: ['no-difference-shown'], ratio: null },
      { standing: more, found: ['more-that-may-matter'], ratio: null },
    ])!;
    expect(replicatedWords(found, 'machine')).toBe(
      'differs by machine: machines 2 and 4 decide it, and not alike',
    );
    expect(replicatedSigns(found)).toBe('●≠●≠');
  });

  it('counts many machines in words alone', () => {
    const twenty = Array.from({ length: 20 }, (_, place) => (place < 5 ? differs : agrees));
    expect(wordsOf(...twenty)).toBe('differs by machine: otherwise on 5 machines');
    expect(signsOf(...twenty)).toBe('');
  });

  it('speaks of sessions where machines can’t be told apart', () => {
    expect(replicatedWords(replicated(says(agrees, agrees))!, 'session')).toBe(
      'in each of 3 sessions',
    );
    expect(replicatedWords(replicated(says(differs))!, 'session')).toBe(
      'differs by session: otherwise in session 2',
    );
  });

  it('is nothing for a number without a comparison, and where there is no other session', () => {
    expect(replicated([])).toBeUndefined();
    expect(replicated([{ found: ['measured'], ratio: null }])).toBeUndefined();
  });
});
