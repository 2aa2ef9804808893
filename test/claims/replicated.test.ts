import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/claims/agreement.ts';
import { replicated, type Says } from '../../src/claims/replicated.ts';
import { replicatedSigns } from '../../src/present/machines/signs.ts';
import { replicatedWords } from '../../src/present/sentences/replicated-words.ts';

const agrees: Agreement = { kind: 'agrees' };
const differs: Agreement = { kind: 'contradicted' };
const open: Agreement = {
  kind: 'inconclusive',
  why: { kind: 'found', word: 'no-difference-shown' },
};
const absent: Agreement = { kind: 'untestable', why: { kind: 'not-in-this-session' } };
const undecided: Agreement = { kind: 'untestable', why: { kind: 'reference-undecided' } };

const says = (...agreements: Agreement[]): Says[] =>
  agreements.map((agreement) => ({ agreement, found: [], ratio: null }));
const wordsOf = (...agreements: Agreement[]): string =>
  replicatedWords(replicated(says(...agreements))!, 'machine');
const signsOf = (...agreements: Agreement[]): string =>
  replicatedSigns(replicated(says(...agreements))!);

describe('a claim over several machines', () => {
  it.each<[string, string, Agreement[]]>([
    ['on each of 2 machines', '●●', [agrees]],
    ['on each of 4 machines', '●●●●', [agrees, agrees, agrees]],
    ["on 3 of 4 machines; machine 3 can't decide it", '●●○●', [agrees, open, agrees]],
    ["on 2 of 4 machines; machines 2 and 4 can't decide it", '●○●○', [open, agrees, absent]],
    ["on one machine alone; machines 2 and 3 can't decide it", '●○○', [open, absent]],
    ['differs by machine: otherwise on machine 3', '●●≠', [agrees, differs]],
    [
      "differs by machine: otherwise on machines 2, 3 and 5; machine 4 can't decide it",
      '●≠≠○≠',
      [differs, differs, open, differs],
    ],
    ["the reference doesn't decide it", '●○', [undecided]],
  ])('%s', (words, signs, agreements) => {
    expect(wordsOf(...agreements)).toBe(words);
    expect(signsOf(...agreements)).toBe(signs);
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
