import { describe, expect, it } from 'vitest';
import { allNodes, attributeText, lineOf, mdxTree, startOf } from '../../src/claims/mdx.ts';
import { Problem } from '../../src/scenario/problem.ts';

const FILE = 'content/report/index.mdx';
const FRONT = '---\ntitle: a\n---\n';

function said(text: string): string {
  try {
    mdxTree(text, FILE);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return error.message;
    throw error;
  }
  return 'it was read';
}

describe('a text that is no MDX is told of with file, line and what to do', () => {
  it.each([
    [
      '\nText\n\n{a: 1}\n',
      '7: what stands between { and } is no text in quotes. Write a brace of the text as \\{.',
    ],
    ['\nText {a: 1} text\n', '5: what stands between { and } is no text in quotes.'],
    ['\n<!-- a -->\n', '5: a comment of HTML. Write it as {/* … */}.'],
    ['\nText <!-- a --> text\n', '5: a comment of HTML. Write it as {/* … */}.'],
    [
      '\n{ text\n\nmore\n',
      '5: a { is never closed. Close it, or write a brace of the text as \\{.',
    ],
    [
      '\n<Section id="a" title="b">\n\ntext\n',
      '5: <Section> is never closed. Write </Section>, or <Section … /> if it holds nothing.',
    ],
    ['\ntext <b>text\n', '5: <b> is never closed.'],
    ['\ntext\n\n</Section>\n', '7: </Section> closes nothing. Open it before, or remove it.'],
    [
      '\n<Section>\n\ntext\n\n</Note>\n',
      '9: </Note> stands where <Section> is still open. Write </Section> before it.',
    ],
    [
      '\n<Figure case=io />\n',
      '5: a "<" begins nothing that can be read. Write attributes as name="value"',
    ],
    ['\na <5 b\n', '5: a "<" begins nothing that can be read.'],
    ['\n<https://example.org>\n', '5: a "<" begins nothing that can be read.'],
  ])('%j', (text, message) => {
    expect(said(FRONT + text)).toContain(`${FILE}:${message}`);
  });

  it('at line 12 and column 16 too', () => {
    expect(said(`${'\n'.repeat(11)}text text text <5`)).toBe(
      `${FILE}:12: a "<" begins nothing that can be read. Write attributes as name="value", a "<" of the text as \\<, and an address as [text](address).`,
    );
  });

  it('a front matter that looks like MDX is none of it', () => {
    expect(said('---\ntitle: "{a: 1} <b>"\n---\n\ntext\n')).toBe('it was read');
  });
});

describe('the tree of a text', () => {
  it('has its nodes in order, with the lines of the file and the texts of attributes', () => {
    const tree = mdxTree(`${FRONT}\n<A id="x" b={'y'} c={1} d>\n\n[a](b)\n\n</A>\n`, FILE);
    const [, element, , link] = [...allNodes(tree)];
    expect([element?.name, element && lineOf(element)]).toEqual(['A', 5]);
    expect(['id', 'b', 'c', 'd', 'e'].map((name) => attributeText(element!, name))).toEqual([
      ...['x', 'y', undefined, undefined, undefined],
    ]);
    expect(link && [link.url, lineOf(link)]).toEqual(['b', 7]);
  });

  it('has the text of an attribute only where it is one text', () => {
    const texts = ['{ "yes" }', "{''}", '""', '{`a b`}', "{'a' + b}", "{b + 'a'}", '{`a${b}`}'];
    const found = texts.map((text) => {
      const [element] = mdxTree(`<A b=${text} />`, FILE).children ?? [];
      return attributeText(element!, 'b');
    });
    expect(found).toEqual(['yes', '', '', 'a b', undefined, undefined, undefined]);
  });

  it('begins at the beginning of the file where it doesn’t say', () => {
    expect(startOf({ type: 'root' })).toEqual({ line: 1, column: 1 });
    expect(lineOf({ type: 'root' })).toBe(1);
  });
});
