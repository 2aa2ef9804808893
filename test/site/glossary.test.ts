import { describe, expect, it } from 'vitest';
import { glossaryOf, readGlossary, termAnchor } from '../../src/site/glossary.ts';

describe('the glossary', () => {
  it('has a group a heading and an entry a list item, with its terms and its words', () => {
    const text =
      '# Glossary\n\nIntro.\n\n## One\n\n- **case**: a scenario, `io/100`.\n- **a**, **b**: both; **c**: a third.\n';
    expect(glossaryOf(text)).toEqual([
      {
        title: 'One',
        entries: [
          {
            terms: ['case'],
            words: [
              { kind: 'text', text: 'a scenario, ' },
              { kind: 'code', text: 'io/100' },
              { kind: 'text', text: '.' },
            ],
          },
          {
            terms: ['a', 'b'],
            words: [
              { kind: 'text', text: 'both; ' },
              { kind: 'term', text: 'c' },
              { kind: 'text', text: ': a third.' },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps the words of a link to a file of the project', () => {
    const [group] = glossaryOf('## A\n\n- **x**: see [the data](../data/README.md).\n');
    expect(group?.entries[0]?.words.map(({ text }) => text).join('')).toBe('see the data.');
  });

  it('names an entry that has no term', () => {
    expect(() => glossaryOf('## A\n\n- just words\n')).toThrow('"just words"');
  });

  it("reads the project's own, which has no empty entry", () => {
    const groups = readGlossary();
    const entries = groups.flatMap((group) => group.entries);
    expect(entries.length).toBeGreaterThan(50);
    for (const { terms, words } of entries)
      expect(words.map(({ text }) => text).join(''), terms.join()).toMatch(/\w/);
  });

  it('gives a term an anchor of its own', () => {
    expect(termAnchor('A/A control')).toBe('term-a-a-control');
  });
});
