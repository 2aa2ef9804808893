import { describe, expect, it } from 'vitest';
import { markdownBlocks } from '../../../src/claims/lint/markdown-blocks.ts';

/** A line for each block: its pieces with line and column, code between backticks. */
function blocks(source: string, kind: 'md' | 'mdx' = 'mdx'): string[] {
  return markdownBlocks(source, kind, 'a.mdx').map((block) =>
    block
      .map(
        ({ line, column, text, isCode }) => `${line}:${column}(${isCode ? `\`${text}\`` : text})`,
      )
      .join(''),
  );
}

describe('the prose of a document', () => {
  it('is a block for each paragraph, heading, item and quotation', () => {
    expect(blocks('- a\n- b\n\n  c\n\n> q\n> r\n\n# h\n\ntext\nmore\n\n- x\n  - y')).toEqual([
      ...['1:3(a)', '2:3(b)', '4:3(c)', '6:3(q\nr)', '9:3(h)', '11:1(text\nmore)'],
      ...['14:3(x)', '15:5(y)'],
    ]);
  });

  it('has pieces where they stand in the line, with a space for a break', () => {
    expect(blocks("a *b* `c d` {'e'} f  \ng [k](u) n[^1]\n\n[^1]: foot")).toEqual([
      '1:1(a )1:4(b)1:6( )1:8(`c d`)1:12( )1:15(e)1:18( f)1:20( )2:1(g )2:4(k)2:9( n)',
      '4:7(foot)',
    ]);
  });

  it('is no code and no front matter', () => {
    const source = '---\na: b\n---\n\ntext\n\n```js\ncode\n```\n';
    expect(blocks(source)).toEqual(['5:1(text)']);
    expect(blocks(`${source}\n    indented`, 'md')).toEqual(['5:1(text)']);
  });

  it('has a gap where a line holds what is exempt, and nothing where it stands alone', () => {
    const inside = ['Cited', 'Opinion', 'Published', 'Claim', 'code', 'pre', 'kbd', 'samp'];
    for (const name of inside) {
      const element = `<${name}>b ![c](d) </${name}>`;
      const behind = 3 + element.length;
      expect(blocks(`a ${element} e`)).toEqual([`1:1(a )1:3(…)1:${behind}( e)`]);
      expect(blocks(`a\n\n<${name} title="t">\n\nb\n\n</${name}>\n\ne`)).toEqual([
        '1:1(a)',
        '9:1(e)',
      ]);
    }
  });

  it('is one stretch in an element on a line of its own, and nothing for a picture alone', () => {
    expect(blocks('<A>a *b* {"c"}</A>')).toEqual(['1:4(a )1:7(b)1:9( )1:12(c)']);
    expect(blocks('![a](b)')).toEqual(['1:1(a)']);
  });

  it('stands apart before and behind what has blocks of its own', () => {
    expect(blocks('<A>\na\n\n- b\n\nc\n</A>')).toEqual(['2:1(a)', '4:3(b)', '6:1(c)']);
  });
});

describe('the texts beside the prose', () => {
  it('are alt texts and titles', () => {
    expect(blocks('a ![b](c "d") ![e][f] *[g](h "i")*\n\n[f]: u')).toEqual([
      ...['1:3(b)', '1:3(d)', '1:15(e)', '1:24(i)'],
      '1:1(a )1:14( )1:22( )1:25(g)',
    ]);
  });

  it('are the attributes that a reader gets to see', () => {
    const shown = 'title alt caption note label summary aria-label description'.split(' ');
    for (const name of shown) {
      expect(blocks(`\n\n<A ${name}="t" other="no" b {...c}>\n\nd\n\n</A>`)).toEqual([
        '3:1(t)',
        '5:1(d)',
      ]);
      expect(blocks(`a <A ${name}="t" other="no" ${name} />`)).toEqual(['1:3(t)', '1:1(a )']);
    }
    expect(blocks("<A title={'q'} title />")).toEqual(['1:2(q)']);
  });

  it('are texts in expressions and of what is exported', () => {
    expect(blocks(`export const a = "b"\n\n{"c" + 'd'}\n\n{x ?\n'e' : ""}`)).toEqual([
      ...['1:19(b)', '3:3(c)', '3:9(d)', '6:2(e)', '6:8()'],
    ]);
  });
});

describe('the blocks of a table', () => {
  it('are its head, and each row with the heading before every cell', () => {
    expect(blocks('\n| | a | *b* |\n| - | - | - |\n| c | d | e | f |\n| | g |')).toEqual([
      '2:1( | )2:5(a)2:3( | )2:10(b)2:7( | )',
      '4:1(: )4:3(c)4:1( | )4:5(a)4:5(: )4:7(d)4:5( | )4:9(b)4:9(: )4:11(e)4:9( | )4:13(: )4:15(f)4:13( | )',
      expect.stringContaining('5:1(: )5:1( | )5:3(a)5:3(: )5:5(g)5:3( | )'),
    ]);
  });

  it('have the texts beside them behind', () => {
    expect(blocks('| a |\n| - |\n| b ![c](d) <B title="e" /> |').slice(2)).toEqual([
      '3:5(c)',
      '3:13(e)',
    ]);
  });
});

describe('raw HTML', () => {
  it('is read without its tags, comments and code, line for line', () => {
    const html = '\n\n<p>\na <em>b</em> c\n<!-- d\n --> e <!----> f\n</p>';
    expect(blocks(html, 'md')).toEqual([
      ['3:1(   ', 'a     b      c', '      ', '     e         f', '    )'].join('\n'),
    ]);
    expect(blocks('<p>\n<!----> a <!-- b > c --> <> d <!-- e > f -->\n</p>', 'md')).toEqual([
      ['1:1(   ', `${' '.repeat(8)}a${' '.repeat(19)}d${' '.repeat(15)}`, '    )'].join('\n'),
    ]);
    const code = ['pre', 'code', 'script', 'style'].map((name) => `<${name} a>no</${name}>`);
    const texts = markdownBlocks(
      `<p>${code.join('y')}<pref>z</pref></p>${code.join('')}`,
      'md',
      'a.md',
    );
    expect(texts.flat().map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual([' y y y z ']);
  });

  it('has its shown attributes beside it, those of comments not', () => {
    const html =
      '<div title="u" data-alt="no">\n<!-- <b alt="no"> -->\n<img alt="" aria-label="a word"/>\n</div>';
    expect(blocks(html, 'md')).toEqual(['1:1(u)', '1:1(a word)']);
    expect(blocks('a <b title="x">c</b> <!-- alt="no" --> e', 'md')).toEqual([
      '1:3(x)',
      '1:1(a )1:16(c)1:21( )1:39( e)',
    ]);
    expect(blocks('# a <b alt="x">c</b>', 'md')).toEqual(['1:5(x)', '1:3(a )1:16(c)']);
  });
});
