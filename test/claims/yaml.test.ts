import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { checkedValue, parseYaml } from '../../src/claims/yaml.ts';
import { Problem } from '../../src/scenario/problem.ts';

const FILE = 'content/report/index.mdx';

/** The message of a text whose first line is the second of its file. */
function said(text: string, schema?: z.ZodType): string {
  try {
    const yaml = parseYaml({ text, file: FILE, firstLine: 2 });
    if (schema) checkedValue(yaml, schema, 'See there.');
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return error.message;
    throw error;
  }
  return 'it was read';
}

describe('what YAML doesn’t allow is told of with file, line and what to do', () => {
  it.each([
    [
      'a: b\ntitle: Duso: a comparison',
      '3: a text with a colon in it needs quotes around it: title: "Duso: a comparison".',
    ],
    ['title: One: "two"', '2: a text with a colon in it needs quotes around it.'],
    [
      'cases:\n  io/1: { title: x }\n   io/2: { title: y }',
      '4: the line doesn’t begin where its neighbours do. Mend the indentation.',
    ],
    [
      'title: a\n  more: b',
      '2: "title: a" has a value, and the next line is indented below it. Mend the indentation.',
    ],
    ['title: a\ntitle: b', '3: "title" stands there twice. Remove one of the two.'],
    ['a:\n  b: 1\n  "b": 2', '4: "b" stands there twice. Remove one of the two.'],
    ['cases:\n\tio/1: x', '3: a line begins with a tab. Indent it with spaces.'],
    ['title: @you', '2: a text that begins with "@" needs quotes around it.'],
    ['title: `code`', '2: a text that begins with "`" needs quotes around it.'],
    ['title: %x', '2: a text that begins with "%" needs quotes around it.'],
    ['title: !x y', '2: a text that begins with "!" needs quotes around it.'],
    [
      'title: *x',
      '2: Unresolved alias (the anchor must be set before the alias): x. Write the value itself, or put quotes around it.',
    ],
    ['title: "a\nb: c', '2: a quote is opened here and never closed. Close it.'],
    [
      "b: c\ntitle: 'it's'",
      `3: "title: 'it's'" can't be read as YAML. Put quotes around the whole text.`,
    ],
    ['title: "a" b', '2: "title: "a" b" can\'t be read as YAML. Put quotes around the whole text.'],
    ['a: [1, 2\nb: 3', '3: a "]" is missing here. Close the bracket.'],
    ['a: {b: 1\nc: 3', '3: a "}" is missing here. Close the bracket.'],
    ['title:x\nb: 1', '2: "title:x" is no field. Write its name, a colon, a space and its value.'],
    ['a: b\nc', '3: "c" is no field. Write its name, a colon, a space and its value.'],
    [
      'a: "\\q"',
      '2: between double quotes "\\" begins a code. Write "\\\\", or use single quotes.',
    ],
    ['a: 1\n...\nb: 2', '4: a line "---" or "..." ends the text here. Remove it.'],
  ])('%j', (text, message) => {
    expect(said(text)).toContain(message);
    expect(said(text)).toMatch(new RegExp(`^${FILE}:\\d+: `));
  });
});

describe('what a schema doesn’t allow is told of with the line of the field', () => {
  const schema = z.strictObject({
    title: z.string().min(1, 'say something'),
    rows: z.array(z.strictObject({ case: z.string(), slot: z.int().max(6) })).optional(),
    cases: z.record(z.string().regex(/\//, 'use "scenario/case"'), z.string()).optional(),
  });

  it.each([
    ['title: 3', '2: title: Invalid input: expected string, received number'],
    ['rows: []', '2: the field "title" is missing.'],
    ['title: ""', '2: title: say something'],
    ['title: a\ntitel: b', '3: "titel" is no field here.'],
    ['title: a\nrows:\n  - { case: x, slot: 1 }\n  - { case: y, slot: 7 }', '5: rows.1.slot: '],
    ['title: a\nrows:\n  - { case: x }', '4: the field "rows.0.slot" is missing.'],
    ['title: a\nrows:\n  - case: x\n    slot: 1\n    more: 2', '6: "more" is no field here.'],
    ['title: a\ncases:\n  io: x', '4: cases.io: use "scenario/case"'],
    ['- a\n- b', '2: there have to be lines "field: value" here.'],
    ['only words', '2: there have to be lines "field: value" here.'],
    ['', '2: there have to be lines "field: value" here.'],
  ])('%j', (text, message) => {
    expect(said(text, schema)).toContain(`${FILE}:${message}`);
    expect(said(text, schema)).toMatch(/\nSee there\.$/);
  });

  it.each([
    [['a', 'b', 'c'], 5],
    [['a', 'b'], 4],
    [['a', 'x', 'y'], 3],
    [['a', 'list', 0], 7],
    [['a', 'list', 1], 9],
    [['a', 'list', 1, 'd'], 9],
    [['a', 'list', 5], 6],
    [['word', 'x', 'y'], 10],
    [['x', 'y'], 3],
    [[], 3],
  ])('of the path %j is line %i', (path, line) => {
    const text = '\na:\n  b:\n    c:\n  list:\n    - e\n    -\n      d: 1\nword: f';
    expect(parseYaml({ text, file: FILE, firstLine: 2 }).lineOf(path)).toBe(line);
  });

  it('of an empty text is its first line', () => {
    expect(parseYaml({ text: '', file: FILE }).lineOf(['x'])).toBe(1);
    expect(parseYaml({ text: '\n\n# nothing', file: FILE }).lineOf([])).toBe(1);
  });

  it('all mistakes at once', () => {
    expect(said('titel: a\nrows: b', schema).split('\n')).toHaveLength(4);
  });

  it('and a date is the text that stands there', () => {
    expect(said('title: 2024-01-01', schema)).toBe('it was read');
  });
});
