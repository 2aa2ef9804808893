import { describe, expect, it } from 'vitest';
import { codeHtml, codePieces } from '../../../src/present/programs/code.ts';

const kinds = (source: string): string[] =>
  codePieces(source)
    .filter((one) => one.kind !== 'plain')
    .map((one) => `${one.kind} ${one.text}`);

describe('code in pieces', () => {
  it('is the source again when joined', () => {
    const source = '/* for\n me */\nfor x in "for # y":\n  z // end\n';
    expect(
      codePieces(source)
        .map((one) => one.text)
        .join(''),
    ).toBe(source);
  });

  it('gives weight to keywords and grey to comments, and neither inside a string', () => {
    expect(kinds('for x in "if # no": # a for\n')).toEqual([
      'keyword for',
      'keyword in',
      'comment # a for',
    ]);
    expect(kinds('/* for\n me */ x // do')).toEqual(['comment /* for\n me */', 'comment // do']);
  });

  it('is safe as HTML', () => {
    expect(codeHtml('if a < b && "<b>" // >')).toBe(
      '<b>if</b> a &lt; b &amp;&amp; "&lt;b&gt;" <i>// &gt;</i>',
    );
  });

  it('takes a word that only begins like a keyword as plain', () => {
    expect(kinds('format informal')).toEqual([]);
  });
});
