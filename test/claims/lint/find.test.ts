import { describe, expect, it } from 'vitest';
import { lintDocument, lintPublished } from '../../../src/claims/lint/document.ts';
import { findInBlocks } from '../../../src/claims/lint/find.ts';
import { namesOf } from '../../../src/claims/lint/names.ts';

const names = namesOf({
  runtimes: [{ id: 'lua', title: 'Lua' }],
  reports: [
    { subject: 'lua', others: 'zig', contestants: [{ id: 'zig', worker: 'fibre' }], cases: {} },
  ],
});
const found = (text: string) => findInBlocks([[{ text, line: 1, column: 1 }]], names);

describe('a finding', () => {
  it('is of one sentence, whatever the others of the paragraph say', () => {
    expect(found('Lua is here. This is faster. It waits.')).toEqual([]);
    expect(found('  Lua waits.  Lua is faster than `x`.  It waits.  ')).toEqual([
      {
        rule: 'comparative',
        words: 'faster',
        name: 'Lua',
        sentence: 'Lua is faster than `x`.',
        line: 1,
        column: 15,
      },
    ]);
  });

  it('begins where the first word of its sentence does', () => {
    expect(found('  Lua is faster.')).toMatchObject([{ column: 3, sentence: 'Lua is faster.' }]);
  });

  it.each([
    ['A fibre is faster.', undefined],
    ['A fibre is faster than that.', 'comparative'],
    ['A fibre is the cheapest.', 'superlative'],
    ['The cheapest is a fibre.', undefined],
    ['A fibre wins.', 'verdict'],
    ['A fibre wins, as big as it is, vs. that.', 'comparative'],
    ['A fibre wins vs. that.', 'verdict'],
    ['A fibre is tiny vs. that.', undefined],
  ])('about what a contestant is made of is, in %j: %s', (text, rule) => {
    expect(found(text)[0]?.rule).toBe(rule);
  });
});

describe('a document', () => {
  it('has the lines of its file in the front matter too', () => {
    const source = '---\ntitle: Lua is faster\n---\n\nLua is slower.\n';
    expect(lintDocument(source, 'mdx', names).map(({ line }) => line)).toEqual([2, 5]);
  });

  it('that is no MDX is called as it is told', () => {
    expect(() => lintDocument('{', 'mdx', names, 'a.mdx')).toThrow(/^a\.mdx:1: /);
    expect(() => lintDocument('{', 'mdx', names)).toThrow(/^the text:1: /);
  });

  it('of published figures has words of its author under three keys', () => {
    const keys = ['differs', 'why', 'untestable', 'quote', 'stated', 'section'];
    const fields = keys.map((key) => `    ${key}: Lua is faster\n`).join('');
    expect(lintPublished(`figures:\n  x:\n${fields}`, names).map(({ line }) => line)).toEqual([
      3, 4, 5,
    ]);
  });
});
