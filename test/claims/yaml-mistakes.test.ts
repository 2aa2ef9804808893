import { expect, it } from 'vitest';
import { parseDocument, type YAMLError } from 'yaml';
import { explainYaml } from '../../src/claims/yaml-mistakes.ts';

/** What is said of the first mistake in a text, and of which line. */
function said(text: string): string {
  const document = parseDocument(text);
  const { offset, what } = explainYaml(document.errors[0]!, text, document);
  return `${text.slice(0, offset).split('\n').length}: ${what}`;
}

/** Where the quote is said to begin that stands open before a place. */
function quoteBefore(text: string, before: number): number {
  const error = { code: 'MISSING_CHAR', message: 'Missing closing "quote', pos: [before, before] };
  return explainYaml(error as unknown as YAMLError, text, parseDocument(text)).offset;
}

it.each([
  [
    'x:\n  title: "a" b  ',
    `2: "title: "a" b" can't be read as YAML. Put quotes around the whole text.`,
  ],
  [
    'x:\n  title: a  \n    more: b',
    '2: "title: a" has a value, and the next line is indented below it. Mend the indentation.',
  ],
  ['x:\n  b: 1\n  c  \n', '3: "c" is no field. Write its name, a colon, a space and its value.'],
  ['title: a\ntitle : b', '2: "title" stands there twice. Remove one of the two.'],
])('shows of %j what stands there, without the spaces around it', (text, what) => {
  expect(said(text)).toBe(what);
});

it.each([
  ['t: a: b', 't: "a: b"'],
  ['title:  a: b', 'title: "a: b"'],
  ['x:\n  title: a: b  ', 'title: "a: b"'],
  ['- key: a: b', 'key: "a: b"'],
  ['title: : b', 'title: ": b"'],
  ['title: a:', 'title: "a:"'],
  ['title: a: b:c', 'title: "a: b:c"'],
  ['x: a:b: c', 'x: "a:b: c"'],
])('shows how to write %j', (text, line) => {
  expect(said(text)).toContain(`a text with a colon in it needs quotes around it: ${line}.`);
});

it('gives YAML’s own words for what is rare, without the place, which stands before', () => {
  const what = 'A node can have at most one anchor. Mend it there.';
  expect(said('a: &x &y b')).toBe(`1: ${what}`);
  expect(said(`${'\n'.repeat(11)}abcdefghijkl: &x &y b`)).toBe(`12: ${what}`);
});

it('finds the quote that is open where a text ends', () => {
  expect(said("title: 'a\nb: c")).toBe('1: a quote is opened here and never closed. Close it.');
  expect(said('x: "ok"\ny: \'a\nb: c')).toMatch(/^2: a quote is opened/);
});

it('takes for it the last one that begins up to there', () => {
  //            0         10        20
  const text = `a: "b"\nc: d\ne: 'f'\ng: "h"\n`;
  expect([2, 3, 10, 14, 15, 21, 22, 26].map((before) => quoteBefore(text, before))).toEqual([
    2, 3, 3, 3, 15, 15, 22, 22,
  ]);
});

it('shows the line that ends where the mistake is', () => {
  const text = 'ab\ncd\n';
  const error = { code: 'UNEXPECTED_TOKEN', message: 'odd', pos: [5, 6] } as unknown as YAMLError;
  expect(explainYaml(error, text, parseDocument(text)).what).toMatch(/^"cd" can't be read/);
});
