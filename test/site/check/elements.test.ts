import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mdxTree } from '../../../src/claims/mdx.ts';
import { HTML_ELEMENTS, SVG_ELEMENTS } from '../../../src/publish/vocabulary.ts';
import { elementMistakes } from '../../../src/site/check/elements.ts';
import { COMPONENTS, ELEMENTS } from '../../../src/site/check/vocabulary.ts';

const said = (text: string): string[] =>
  elementMistakes(mdxTree(text, 'a.mdx')).map(({ line, what }) => `${line}: ${what}`);

describe('what a report has no place for is told of with its line', () => {
  it.each([
    [
      'text\n\n<Figrue case="io/1" />',
      '3: there is no <Figrue> in a report. Did you mean <Figure>? docs/writing.md lists what there is.',
    ],
    ['<claim id="x" />', '1: there is no <claim> in a report. Did you mean <Claim>?'],
    ['<Nonsense />', '1: there is no <Nonsense> in a report. docs/writing.md lists what there is.'],
    ['<spam>x</spam>', '1: there is no <spam> in a report. Did you mean <span>?'],
    ['<toString />', '1: there is no <toString> in a report.'],
    ['<script>x</script>', '1: there is no <script> in a report.'],
    ['<iframe src="x" />', '1: there is no <iframe> in a report.'],
    [
      '<img src="x.png" alt="x" />',
      '1: <img> is written as Markdown: ![what it shows](picture.png).',
    ],
    ['text <a href="x">y</a>', '1: <a> is written as Markdown: [words](address).'],
    [
      '<Figure cas="io/1" measures="wall" />',
      '1: <Figure> has no attribute "cas". Did you mean case="…"?',
    ],
    ['<Figure measures="wall" />', '1: <Figure> needs case="…".'],
    ['<Figure case measures="wall" />', '1: <Figure> needs a text: case="…".'],
    ['<Figure case={100} measures="wall" />', '1: <Figure> needs a text: case="…".'],
    [
      '<Figure {...all} case="x" measures="y" />',
      '1: <Figure> has attributes in braces. Write each as name="…".',
    ],
    ['<Verdicts all />', '1: <Verdicts> has no attribute "all". It has none.'],
    ['<Claim id="x" as="long" />', '1: <Claim> needs as="short".'],
    [
      '<Section id="a" title="b" evidence="yes">x</Section>',
      '1: <Section> needs evidence alone, without a value.',
    ],
    [
      '{(() => { throw new Error("x") })()}',
      '1: {(() => { throw new Error("x") })()} would be computed',
    ],
    ['text {nothing.at.all} text', '1: {nothing.at.all} would be computed'],
    ['{`${1}`}', '1: {`${1}`} would be computed'],
    ["{'a' + 'b'}", "1: {'a' + 'b'} would be computed"],
    ['{3}', '1: {3} would be computed'],
    [
      "import A from './nowhere.astro'\n\ntext",
      '1: "import A from \'./nowhere.astro\'" is code, and a report has none',
    ],
    ['export const a = 1;\n\ntext', '1: "export const a = 1;" is code'],
    ['<div onclick="x">y</div>', '1: <div> has "onclick", and nothing in a report is run.'],
    ['<div set:html="x" />', '1: <div> has "set:html"'],
    ['<div class={a()}>y</div>', '1: <div> has a class that would be computed.'],
  ])('%j', (text, message) => {
    expect(said(text)).toEqual([expect.stringContaining(message)]);
  });

  it('each of several', () => {
    expect(said('<Figrue />\n\n<Setting cas="x" />')).toHaveLength(2);
  });

  it.each([
    '{/* a comment */} and text {" "} and {\'{\'} {`a $ b`}',
    '{\n/* a comment\nover lines */\n}',
    '<Section id="a" title="b" evidence>\n\n<Note title={\'c\'}>\n\ntext\n\n</Note>\n\n</Section>',
    '<Section id="a" title="b" evidence={true}>x</Section>',
    '<div class="a" id="b"><span data-x="1">H<sub>2</sub>O</span><br /></div>',
    '<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>',
    '`{a: 1}` and\n\n```js\nimport a from "a"; <Figrue/>\n```',
    '\\{a: 1\\} and 1 < 2',
    '<Derived work="a" unit="b" units={1_000} noun="c" growth="d e" container="f" start="g h" job="i" />',
  ])('and what has a place isn’t: %j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('the vocabulary', () => {
  const folder = join(import.meta.dirname, '../../../src/components');
  const source = readFileSync(join(folder, 'ReportText.astro'), 'utf8');

  it('has every component that the MDX gets, and no other', () => {
    const list = /^const components = \{([^}]*)\}/m.exec(source)?.[1] ?? '';
    const given = list.split(',').map((one) => one.trim());
    expect(given.filter((name) => /^[A-Z]/.test(name)).sort()).toEqual(
      Object.keys(COMPONENTS).sort(),
    );
  });

  it('has the attributes of each, as its component declares them', () => {
    for (const [name, { required = {}, optional = {} }] of Object.entries(COMPONENTS)) {
      const file = new RegExp(`^import ${name} from '(.*)'`, 'm').exec(source)?.[1] ?? '';
      const component = readFileSync(join(folder, file), 'utf8');
      const props = /^interface Props \{\n(.*?)^\}/ms.exec(component)?.[1] ?? '';
      const declared = [...props.matchAll(/^ {2}(\w+)(\??):/gm)];
      const written = [
        ...Object.keys(required),
        ...Object.keys(optional).map((attribute) => `${attribute}?`),
      ];
      expect(declared.map(([, attribute, mark]) => `${attribute}${mark}`).sort(), name).toEqual(
        written.sort(),
      );
    }
  });

  it('has no element that a preview refuses', () => {
    const shown = new Set([...HTML_ELEMENTS, ...SVG_ELEMENTS]);
    expect([...ELEMENTS].filter((name) => !shown.has(name))).toEqual([]);
  });
});
