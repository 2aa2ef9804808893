import { expect, it } from 'vitest';
import { explainMdx } from '../../src/claims/mdx-mistakes.ts';
import { mdxTree } from '../../src/claims/mdx.ts';

it.each([
  ['</>', '</> closes nothing. Open it before, or remove it.'],
  ['<>', '<> is never closed. Write </>.'],
  ['<a></>', '</> stands where <a> is still open. Write </a> before it.'],
  ['<></a>', '</a> stands where <> is still open. Write </> before it.'],
  ['<a>', '<a> is never closed. Write </a>, or <a … /> if it holds nothing.'],
])('tells of %j by the names that are there', (text, what) => {
  expect(() => mdxTree(text, 'a.mdx')).toThrow(`a.mdx:1: ${what}`);
});

it('repeats what it doesn’t know, without the library’s own name for it', () => {
  expect(explainMdx('12:34: A thing (1:1) is odd (mdx-jsx:odd-thing)')).toEqual({
    line: 12,
    what: 'A thing (1:1) is odd. Mend it there.',
  });
  expect(explainMdx('A (mdx:thing) is odd')).toEqual({
    line: 1,
    what: 'A (mdx:thing) is odd. Mend it there.',
  });
  expect(explainMdx('1:1: two\nlines').what).toBe('two\nlines. Mend it there.');
  expect(explainMdx('At 1:1: odd').what).toBe('At 1:1: odd. Mend it there.');
});

it.each([
  'Unexpected character `!`',
  'Could not parse expression',
  'Unexpected closing tag `</a>`, expected corresponding closing tag for `<b>`',
  'Unexpected closing tag `</a>`',
  'Expected a closing tag for `<a>`',
  'Unexpected character',
])('knows %j only where a message begins with it', (words) => {
  expect(explainMdx(`1:1: ${words} (mdx:odd)`).what).not.toContain('Mend it there.');
  expect(explainMdx(`1:1: Odd: ${words} (mdx:odd)`).what).toBe(`Odd: ${words}. Mend it there.`);
});

it('knows a "<" that begins nothing, whatever stands behind it', () => {
  const what = explainMdx('1:1: Unexpected `<`').what;
  expect(what).toMatch(/^a "<" begins nothing/);
  expect(explainMdx('1:1: Unexpected odd character').what).toBe(what);
});
