import { describe, expect, it } from 'vitest';
import { parsePublished, readPublished } from '../../src/claims/published.ts';
import { Problem } from '../../src/scenario/problem.ts';

const text = (fields: string, id = 'x') =>
  `title: A\nconditions: B\nfigures:\n  ${id}: { section: S, quote: 'takes 3.2x, 20 MB', ${fields} }\n`;
function said(published: string): string {
  try {
    parsePublished(published, 'p.yaml');
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return error.message;
    throw error;
  }
  return 'it was read';
}
const finished = (where: string, of: string) => `test: { as: finished, in: ${where}, of: ${of} }`;
const value = (on: string) => `figure: 20 MB, test: { as: value, in: io/1, of: a, on: ${on} }`;

describe('the names in published.yaml', () => {
  it.each(['io/1', 'i/a', 'i-o2/a-1'])('may be the case %s', (where) => {
    expect(said(text(finished(where, 'a')))).toBe('it was read');
  });

  it.each(['io', 'io/', '/1', 'Io/1', '1io/1', '-io/1', 'io/-1', 'io/1!', 'a io/1', 'io/1/2'])(
    'may not be the case %j',
    (where) => {
      expect(said(text(finished(`'${where}'`, 'a')))).toMatch(
        /^p\.yaml:4: figures\.x\.test\.in: use "scenario\/case", for example "io\/100"$/m,
      );
    },
  );

  it.each(['A', '1a', 'a_b', '-a', ' a'])('may not be the contestant %j', (of) => {
    expect(said(text(finished('io/1', `'${of}'`)))).toContain('figures.x.test.of');
    expect(said(text('untestable: so', `'${of}'`))).toContain(
      'use lower-case letters, digits and hyphens',
    );
  });

  it('may be the measure w or peakTree2, and not another way of writing', () => {
    for (const on of ['w', 'peakTree2']) expect(said(text(value(on)))).toBe('it was read');
    for (const on of ['Wall', '2wall', 'peak-tree', "' wall'"])
      expect(said(text(value(on)))).toContain('figures.x.test.on');
  });

  it('are one at least, and two where they are compared', () => {
    expect(said(text(finished('io/1', '[]')))).toContain('figures.x.test.of');
    expect(said(text(finished('io/1', '[a, b, c]')))).toBe('it was read');
    const less = (compare: string) =>
      text(`test: { as: less, in: io/1, compare: ${compare}, on: wall }`);
    expect(said(less('[a]'))).toContain('figures.x.test.compare');
    expect(said(less('[a, b, c]'))).toBe('it was read');
  });
});

describe('what is read from published.yaml', () => {
  it('has its title, its conditions, and the contestants of a test as a list', () => {
    const read = (of: string) => parsePublished(text(finished('io/1', of)), 'p.yaml');
    const { title, conditions, figures } = read('engine');
    expect([title, conditions]).toEqual(['A', 'B']);
    expect(figures[0]?.test).toEqual({ as: 'finished', in: 'io/1', of: ['engine'] });
    expect(read('[engine, rival]').figures[0]?.test).toMatchObject({ of: ['engine', 'rival'] });
  });
});

describe('a field that nobody knows', () => {
  it.each([
    'as: ratio, in: io/1, compare: [a, b], on: wall',
    'as: less, in: io/1, compare: [a, b], on: wall',
    'as: value, in: io/1, of: a, on: wall',
    'as: share, in: io/1, of: a, on: wall, total: 1 GB',
    'as: finished, in: io/1, of: a',
    'as: rises, in: [io/1, io/2], of: a, on: wall',
  ])('is told in a test { %s }', (test) => {
    expect(said(text(`figure: 20 MB, test: { ${test} }`))).toBe('it was read');
    expect(said(text(`figure: 20 MB, test: { ${test}, unless: b }`))).toMatch(
      /^p\.yaml:4: "unless" is no field here\.$/m,
    );
  });

  it('is told beside the figures', () => {
    expect(said(`${text('untestable: so')}author: me\n`)).toMatch(
      /^p\.yaml:5: "author" is no field here\.$/m,
    );
  });
});

describe('a mistake in published.yaml', () => {
  it('is told with its field, and where the fields are described', () => {
    const end = '\ndocs/writing.md lists the fields.';
    const ways =
      'say one of "test", "untestable", "repeats" and "contradicts" ("contradicts" may have a test too)';
    expect(said(text(''))).toBe(`p.yaml:4: figures.x.test: ${ways}${end}`);
    const places = 'say where it is tested: "in" a case, or "over" the cases of a scenario';
    expect(said(text('figure: 20 MB, test: { as: value, of: a, on: wall }'))).toBe(
      `p.yaml:4: figures.x.test: ${places}${end}`,
    );
  });

  it.each(['ratio', 'value', 'share'])('is a test as %s without its figure', (as) => {
    const more = as === 'ratio' ? 'compare: [a, b]' : 'of: a';
    const total = as === 'share' ? ', total: 1 GB' : '';
    expect(said(text(`test: { as: ${as}, in: io/1, ${more}, on: wall${total} }`))).toContain(
      `p.yaml:4: figures.x.figure: a test as "${as}" needs the figure that it tests`,
    );
  });

  it('is a range of which only one end stands in the quote', () => {
    for (const figure of ['20-50 MB', '10-20 MB'])
      expect(said(text(`figure: ${figure}, untestable: so`))).toContain(
        `figures.x.figure: "${figure}" doesn't stand in the quote "takes 3.2x, 20 MB"\n`,
      );
  });

  it('is told with the line of a figure, and of what it contradicts', () => {
    const two = `${text('untestable: so')}  y:\n    section: S\n    quote: q\n    contradicts: `;
    expect(said(`${two}z\n`)).toMatch(/^p\.yaml:8: "y" contradicts "z"/);
    expect(said(`${two}constructor\n`)).toMatch(/^p\.yaml:8: "y" contradicts "constructor"/);
    const { figures } = parsePublished(`${two}x\n`, 'p.yaml');
    expect(figures.map(({ id, line }) => [id, line])).toEqual([
      ['x', 4],
      ['y', 5],
    ]);
  });

  it('is one in usage where the file is missing', () => {
    const message =
      'p.yaml is missing. Write the published figures there, or take <Audit /> out of the document.';
    expect(() => readPublished('nowhere.yaml', 'p.yaml')).toThrow(
      expect.objectContaining({ kind: 'usage', message }),
    );
  });
});
