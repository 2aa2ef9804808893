import { describe, expect, it } from 'vitest';
import { PAGE_LIMITS } from '../../src/publish/limits.ts';
import { vettedPage } from '../../src/publish/page.ts';
import { Refused } from '../../src/publish/refused.ts';
import { COMMIT, pageWith } from './artifact.ts';

const context = { path: 'a.html', base: '/pr-12/', shown: { number: 12, commit: COMMIT } };
const vet = (body: string): string => vettedPage(pageWith(body), context);
const each = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const TOO_DEEP = 'has elements more than 100 deep in one another';
const TOO_MANY = 'has more than 100000 elements';
const TOO_LARGE = 'becomes larger than 10 MB when it is read';

describe('a page is refused', () => {
  it.each([
    ['3000 elements deep', '<div>'.repeat(3000), TOO_DEEP],
    ['3000 deep, all of them closed', '<div>'.repeat(3000) + '</div>'.repeat(3000), TOO_DEEP],
    ['100 000 elements deep', '<div>'.repeat(100_000), TOO_DEEP],
    ['100 000 deep in a drawing', `<svg>${'<g>'.repeat(100_000)}`, TOO_DEEP],
    ['deep by elements for letters', each(100_000, (id) => `<b id="${id}">`), TOO_DEEP],
    ['deep by tables', '<table><tr><td>'.repeat(3000), TOO_DEEP],
    ['deep by links that close each other', '<a><div>'.repeat(3000), TOO_DEEP],
    ['made of too many elements', '<br>'.repeat(PAGE_LIMITS.nodes), TOO_MANY],
    ['made of too many comments', '<!---->'.repeat(PAGE_LIMITS.nodes), TOO_MANY],
    [
      'short, and opens them again in each paragraph',
      `<p>${each(60, (id) => `<b id="${id}">`)}${'<p>x</p>'.repeat(10_000)}`,
      TOO_MANY,
    ],
    [
      'short, and repeats long attributes',
      `<p>${each(40, (id) => `<b id="${id}" title="${'x'.repeat(900)}">`)}${'<p>x</p>'.repeat(2000)}`,
      TOO_LARGE,
    ],
    ['larger once its signs are written out', '&'.repeat(3_000_000), TOO_LARGE],
  ])('that is %s', (_, body, reason) => {
    expect(() => vet(body)).toThrow(Refused);
    expect(() => vet(body)).toThrow(reason);
  });

  it.each([
    ['misplaced in a table', `<table>${'<tr></tr><i></i>'.repeat(60_000)}`],
    ['with very many attributes', `<p ${each(20_000, (id) => `a${id} `)}>`],
    ['cut off in its middle', `${'<p><b title="'.repeat(1000)}`],
  ])('and nothing else happens, %s', (_, body) => {
    expect(() => vet(body)).toThrow(Refused);
  });
});

it('a page as deep and as large as a long document is shown', () => {
  const deep = '<div>'.repeat(60) + 'x' + '</div>'.repeat(60);
  expect(vet(deep + '<p>x</p>'.repeat(20_000))).toContain('<p>x</p></body>');
});
