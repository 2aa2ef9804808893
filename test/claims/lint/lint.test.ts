import { describe, expect, it } from 'vitest';
import { lintDocument, lintPublished } from '../../../src/claims/lint/document.ts';
import { explainFindings } from '../../../src/claims/lint/explain.ts';
import { loadClaims } from '../../../src/claims/load.ts';
import { namesOf } from '../../../src/claims/lint/names.ts';
import { suggestClaim } from '../../../src/claims/lint/suggest.ts';
import { context, listed, names } from './context.ts';

const rulesIn = (source: string): string[] =>
  lintDocument(source, 'mdx', names).map((one) => one.rule);
const report = `---
title: A report
description: Duso beside Python
---

`;

describe('the prose lint', () => {
  it("catches at least 38 of the published report's 40 comparative sentences, pasted one by one", () => {
    const sentences = listed('comparative.txt');
    expect(sentences).toHaveLength(40);
    const missed = sentences.filter((sentence) => rulesIn(`${report}${sentence}\n`).length === 0);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('flags at most 2 of 100 neutral sentences', () => {
    const sentences = listed('neutral.txt');
    expect(sentences).toHaveLength(100);
    const flagged = sentences.flatMap((sentence) =>
      lintDocument(sentence, 'mdx', names).map((one) => `${one.words}: ${sentence}`),
    );
    expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(2);
  });

  it.each([
    ['a number with a unit', 'It took 5.03 s.', 'number'],
    ['a number with a unit that is spelled out', 'It took 30 milliseconds.', 'number'],
    ['a factor', 'The ratio is 3.2×.', 'number'],
    ['a share', 'That is 40% of it.', 'number'],
    ['times', 'It takes 1.47 times as long.', 'number'],
    ['a comparative with a runtime', 'Python is slower here.', 'comparative'],
    ['an equality with a runtime', 'Duso is as fast as C.', 'comparative'],
    ['a superlative with a contestant', 'The least memory goes to python-asyncio.', 'superlative'],
    [
      'a contestant that is named in code',
      'With `python-asyncio` it needs fewer cores.',
      'comparative',
    ],
    ['a verdict', 'Python beats it.', 'verdict'],
    ['a judgement', 'Duso is lightweight.', 'judgement'],
    [
      'a way of working set against another',
      'Tasks start sooner than threads, and use less memory than processes.',
      'comparative',
    ],
  ])('catches %s', (_, sentence, rule) => {
    expect(rulesIn(sentence)).toEqual([rule]);
  });

  it.each([
    ['a comparative that is about nothing measured', 'A shorter sentence reads better.'],
    [
      'the level of an interval',
      'A median stands with its 95% interval, a comparison with a 99% interval.',
    ],
    ['counts without a unit', 'There are 1000 workers and 5 requests for each, in 3 × 7 rounds.'],
    ['a decade', 'Python goes back to the 1990s.'],
    ['a version', 'Python 3.10 or higher is needed.'],
    [
      '"at least" and "no longer"',
      'Duso needs at least one core, and Python no longer needs the lock.',
    ],
  ])('leaves alone %s', (_, sentence) => {
    expect(rulesIn(sentence)).toEqual([]);
  });

  it.each([
    ['code', 'Run `time=5 s` and\n\n```sh\nsleep 5 s # Duso is faster than Python\n```\n'],
    [
      'what is cited',
      '<Cited href="https://example.org">Python has more libraries than Duso.</Cited>',
    ],
    ['an opinion', '<Opinion>\n\nPython is easier to debug than Duso.\n\n</Opinion>'],
    ['quoted published figures', 'The report said <Published>Duso is 3.2x faster</Published>.'],
    ['comments', '{/* Duso is faster than Python */}'],
  ])('exempts %s', (_, source) => {
    expect(rulesIn(source)).toEqual([]);
  });

  it.each([
    ['headings', '## Why Duso is lighter'],
    ['alt texts', '![Duso is ahead of Python](chart.svg)'],
    ['titles of links', '[a chart](chart.svg "Duso is faster than Python")'],
    [
      'captions and titles of components',
      '<Figure case="io/100" title="Duso is faster than Python" />',
    ],
    ['strings in expressions', "<Note title={'Python is slower'}>\n\nText.\n\n</Note>"],
    ['bullets', '- Duso is cheaper\n'],
    ['quotations', '> Duso is faster than Python\n'],
    ['front matter', '---\ntitle: Duso is faster than Python\n---\n'],
    ['table cells', '| Case | Seen |\n| --- | --- |\n| startup | 4 ms |\n'],
    [
      'a name under a heading that crowns it',
      '| Case | Winner |\n| --- | --- |\n| startup | Python |\n',
    ],
    ['strings that are printed', '{"Duso is faster than Python"}'],
  ])('reads %s', (_, source) => {
    expect(rulesIn(source)).toHaveLength(1);
  });

  it('reads raw HTML of a README, and not its comments', () => {
    const source = '<!-- Duso is faster -->\n<img alt="Duso is faster than Python" src="a.png">\n';
    expect(lintDocument(source, 'md', names)).toHaveLength(1);
  });

  it('says where a sentence begins, in a paragraph over several lines', () => {
    const source = `${report}Nothing to see here.\nA median *stands* here. Duso is\nfaster than Python.\n`;
    const [found] = lintDocument(source, 'mdx', names);
    expect(found).toMatchObject({
      line: 7,
      column: 25,
      sentence: 'Duso is faster than Python.',
      words: 'faster',
      name: 'Duso',
    });
  });

  it("reads the author's own words beside published figures, and not the quotes", () => {
    const source =
      'figures:\n  a: { quote: "Duso is 3.2x faster", why: The rival is named. }\n  b: { quote: x, why: Python is slower. }\n';
    expect(lintPublished(source, names).map((one) => [one.line, one.rule])).toEqual([
      [3, 'comparative'],
    ]);
  });

  it('knows no names of its own', () => {
    const other = namesOf({ reports: [], runtimes: [{ id: 'perl', title: 'Perl' }] });
    expect(lintDocument('Duso is faster than Python.', 'mdx', other)).toEqual([]);
    expect(lintDocument('Perl is better.', 'mdx', other)).toHaveLength(1);
  });
});

describe('an error of the lint', () => {
  it('shows the sentence and a claim to paste', () => {
    const sentence = 'With 1000 workers Duso uses less memory than asyncio.';
    const [found] = lintDocument(sentence, 'mdx', names);
    const text = explainFindings([{ ...found!, file: 'content/a/index.mdx' }], context);
    expect(text).toContain(`content/a/index.mdx:1:1: "less"`);
    expect(text).toContain(sentence);
    expect(text).toContain(
      'memory-1000-peak-tree: {in: memory/1000, compare: [python-asyncio, duso], on: peakTree}',
    );
    expect(text).toContain('<Claim id="memory-1000-peak-tree" />');
    expect(text).toContain('<Opinion>');
  });

  it('suggests a claim that claims.yaml takes', () => {
    for (const sentence of listed('comparative.txt')) {
      const { id, yaml } = suggestClaim(sentence, context)!;
      expect(loadClaims(yaml, 'claims.yaml')).toMatchObject([{ id, kind: 'compare' }]);
    }
  });

  it('takes a runtime by its usual contestant, and a contestant that is named by itself', () => {
    const pairOf = (sentence: string) =>
      /compare: \[(.*)\]/.exec(suggestClaim(sentence, context)!.yaml)?.[1];
    expect(pairOf('Duso is faster than Python.')).toBe('duso, python-threads');
    expect(pairOf('Python processes are slower than Duso.')).toBe('python-processes, duso');
    expect(pairOf('Memory is the biggest advantage.')).toBe('duso, python-threads');
  });

  it('suggests the case and measure that the sentence speaks of', () => {
    expect(
      suggestClaim(
        'Starting 100 workers takes Python longer: spawn is slower than in Duso.',
        context,
      )?.yaml,
    ).toContain('in: spawn/100,');
    expect(suggestClaim('Duso is faster.', { reports: [], runtimes: [] })).toBeUndefined();
  });
});
