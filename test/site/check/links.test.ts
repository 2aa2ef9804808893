import { describe, expect, it } from 'vitest';
import { mdxTree } from '../../../src/claims/mdx.ts';
import { idMistakes, linkMistakes, linksIn } from '../../../src/site/check/links.ts';

const links = (text: string, chapters = ['audit', 'method']): string[] =>
  linkMistakes(mdxTree(text, 'a.mdx'), chapters).map(({ line, what }) => `${line}: ${what}`);
const ids = (text: string): string[] =>
  idMistakes(mdxTree(text, 'a.mdx')).map(({ line, what }) => `${line}: ${what}`);

describe('a link that no page can follow is told of with its line', () => {
  it.each([
    [
      'text\n\n[a](nochapter/)',
      '3: the link "nochapter/" leads to no chapter of the report. It has: audit, method.',
    ],
    [
      '[a](metod/?x=1#b)',
      '1: the link "metod/?x=1#b" leads to no chapter of the report. Did you mean "method/?x=1#b"?',
    ],
    [
      '[a](method)',
      '1: the link "method" leads to no chapter of the report. Did you mean "method/"?',
    ],
    ['[a](method.mdx#b)', 'Did you mean "method/#b"?'],
    ['[a](dot.png)', '1: the link "dot.png" leads to no chapter of the report.'],
    [
      '[a](//example.org/x)',
      '1: the link "//example.org/x" has no scheme. Write https://example.org/x.',
    ],
    [
      '[a](javascript:alert)',
      '1: the link "javascript:alert" is no address that a page may lead to. It may begin with https:, http: or mailto:.',
    ],
    ['[a](data:text/html,x)', 'is no address that a page may lead to.'],
    ['[a](https://)', '1: the link "https://" is no address that a page may lead to.'],
    ['[a](#)', '1: the link "#" leads nowhere. Write where it leads.'],
    ['[a]()', '1: the link "" leads nowhere.'],
    ['[a](method\\\\b)', '1: the link "method\\b" has a "\\". Write "/".'],
    ['[a][b]\n\n[b]: nochapter/', '3: the link "nochapter/" leads to no chapter of the report.'],
    [
      '<Cited href="method/">a</Cited>',
      '1: <Cited href="method/"> names no page of others. Write its address whole: https://….',
    ],
  ])('%j', (text, message) => {
    expect(links(text)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    '[a](method/) [b](method/#c) [d](method/?x=1#y) [e](./method/) [f](#g) [h](?x=1)',
    '[a](/) [b](/glossary/#c) [d](../other/) [e](runs/io-1/#f) [g](here/) [h](index.html)',
    '[a](https://example.org/b?c#d) [e](mailto:f@example.org) https://example.org',
    '<Cited href="https://example.org/">a</Cited> `[a](nochapter/)`',
  ])('and one that leads somewhere, or may, is not: %j', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('says so where a report has no chapters', () => {
    expect(links('[a](b/)', [])).toEqual([
      '1: the link "b/" leads to no chapter of the report. It has none.',
    ]);
  });
});

describe('the id of a section', () => {
  it('stands there once', () => {
    const section = (id: string) => `<Section id="${id}" title="t">\n\nx\n\n</Section>\n\n`;
    expect(ids(section('a') + section('b') + section('a'))).toEqual([
      '13: line 1 has a section with the id "a" already. Choose another one.',
    ]);
  });

  it.each([
    ['A b', '1: the id "A b" becomes an address: use a-z, 0-9 and "-".'],
    ['1a', '1: the id "1a" becomes an address'],
    ['main', '1: the id "main" is taken. Choose another one.'],
  ])('may not be %j', (id, message) => {
    expect(ids(`<Section id="${id}" title="t">x</Section>`)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

it('the links of a text are those of its words and definitions, with their lines', () => {
  const text = '[a](b/)\n\n![c](d.png) [e][f]\n\n[f]: g/\n';
  expect(linksIn(mdxTree(text, 'a.mdx'))).toEqual([
    { href: 'b/', line: 1 },
    { href: 'g/', line: 5 },
  ]);
});
