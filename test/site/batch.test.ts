/**
 * One build, many data sets: a document that holds every element, drawn from small sessions in which
 * two contestants have changed places, have become alike, or one of them has stopped finishing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { groups, mutated, trio } from './batch-groups.ts';
import { fixture, renderBatch, type Batch } from './batch-pages.ts';
import { core, piecesOf, type Piece } from './pieces.ts';
import { swapNames, titleOf, unnamed, words, written } from './swapped-names.ts';

const components = fileURLToPath(new URL('../../src/components', import.meta.url));

/** What says of a contestant what its runs were; each is turned where two change places. */
const KINDS = ['cell', 'beam', 'strip', 'dd', 'li', 'alt-text'];

let batch: Batch;
const said = (id: string): readonly Piece[] => batch.said(id);

beforeAll(async () => {
  batch = await renderBatch();
});

/** How Markdown writes what is drawn by a component. */
const inMarkdown: Readonly<Record<string, RegExp>> = {
  a: /\]\(/,
  h3: /^### /m,
  h4: /^#### /m,
  img: /!\[/,
  table: /^\| -+ /m,
};

it('the document of the batch uses every component that a document may use', () => {
  const source = readFileSync(join(components, 'ReportText.astro'), 'utf8');
  const known = (/^const components = \{([^}]*)\}/m.exec(source)?.[1] ?? '')
    .split(',')
    .map((entry) => entry.replace(/:.*/s, '').trim())
    .filter((entry) => entry !== '');
  const page = ['index.mdx', 'method.mdx']
    .map((file) => readFileSync(join(fixture, 'report', file), 'utf8'))
    .join('\n');
  const isUsed = (name: string): boolean =>
    (inMarkdown[name] ?? new RegExp(`<${name}\\b`)).test(page);
  expect(known.length).toBeGreaterThan(20);
  expect(known.filter((name) => !isUsed(name))).toEqual([]);
});

describe('after two contestants have changed places', () => {
  it.each(groups)(
    'every piece of $name says of one what it said of the other',
    ({ name, x, y }) => {
      const before = written(said(`${name}-before`), x, y);
      const after = written(said(`${name}-changed-places`), x, y);
      expect(after).toEqual(before.map((text) => swapNames(text, x, y)).sort());
      // The two really differ, in every kind of element.
      const old = new Set(before);
      const turned = after.filter((text) => !old.has(text));
      const kinds = [...new Set(turned.map((text) => text.slice(0, text.indexOf(':'))))];
      expect(kinds).toEqual(expect.arrayContaining(KINDS));
      expect(turned.length).toBeGreaterThan(300);
    },
  );

  it.each(groups)(
    'all that names neither of the two in $name stays as it was',
    ({ name, x, y }) => {
      const before = unnamed(said(`${name}-before`), x, y);
      expect(unnamed(said(`${name}-changed-places`), x, y)).toEqual(before);
      const counts = before.filter((text) => text.includes('published figures and statements'));
      expect(counts.length).toBeGreaterThan(12);
    },
  );

  it.each(groups)(
    '$name quotes as old what the session before said, and nothing else',
    ({ name }) => {
      const pieces = piecesOf(readFileSync(batch.changes(`${name}-changed-places`), 'utf8'));
      const sentences = pieces.filter(({ kind, text }) => kind === 'was' && /[a-z]{4}/.test(text));
      const before = core(
        said(`${name}-before`)
          .map(({ text }) => text)
          .join('\n'),
      );
      expect(sentences.length).toBeGreaterThan(1);
      for (const { text } of sentences) expect(before).toContain(core(text));
    },
  );

  it('a machine where they have is said to contradict the claims that turned', () => {
    const caption = 'claims of the reference, tested on this machine: ';
    const pieces = piecesOf(readFileSync(batch.here, 'utf8'));
    const rows = pieces.filter(({ kind, text }) => kind === 'row' && text.includes(caption));
    const inner = rows
      .map(({ text }) => text)
      .filter((row) => row.includes(trio.x) && row.includes(trio.y) && !row.includes('duso'));
    const turned = inner.filter((row) => /times as/.test(row));
    expect(turned.length).toBeGreaterThanOrEqual(3);
    for (const row of turned) {
      const cells = pieces
        .filter(({ text }) => text.startsWith(`${row}: `))
        .map(({ text }) => text);
      const was = row.slice(row.indexOf(caption) + caption.length);
      // A claim and its mirror image say the same, so a row may stand twice.
      expect([...new Set(cells)]).toEqual([
        `${row}: Here: ${swapNames(was, trio.x, trio.y)}`,
        `${row}: Agreement: ≠ contradicts the reference`,
      ]);
    }
  });
});

function isOfBoth(text: string, x: string, y: string): boolean {
  return text.includes(': both') || (text.includes(x) && text.includes(y));
}

describe('after a difference has shrunk to nothing', () => {
  const lead =
    /colour of (?!nobody)|\bahead\b|times as|\b(longer|less|more)\b|side of|the (least|most)\b/;
  const evenWords =
    /can't be told apart|no difference|neither shown to be ahead|not shown to be ahead|none shown ahead|none of them shown to be ahead|neither ahead nor behind|the same|[Nn]obody/;

  it.each(groups)('no piece of $name still sees it', ({ name, x, y }) => {
    const between = written(said(`${name}-evened`), x, y)
      .filter((text) => name !== 'trio' || isOfBoth(text, x, y))
      // A contestant against the figure that was published of it.
      .filter((text) => !/measured: (more|less)$/.test(text))
      .map((text) =>
        text.replace(
          /Who is ahead in each use case.*?: |Verdict of .*?: .*?: |Which to use when: .*?: /,
          '',
        ),
      );
    const seen = between.filter((text) => lead.test(text) && !evenWords.test(text));
    expect(seen).toEqual([]);
    expect(between.filter((text) => evenWords.test(text)).length).toBeGreaterThan(1);
  });
});

describe('after a contestant has stopped finishing', () => {
  const cases = groups.flatMap(({ name, x, y }) => [
    { id: `${name}-stopped-x`, gone: x, x, y },
    { id: `${name}-stopped-y`, gone: y, x, y },
  ]);

  it.each(cases)('no piece of $id has a number of it or has it ahead', ({ id, gone, x, y }) => {
    const pieces = written(said(id), x, y);
    const own = pieces.filter((text) => words(text).includes(gone));
    const side =
      titleOf(x) === titleOf(y) ? [] : pieces.filter((text) => text.includes(titleOf(gone)));
    expect(
      side.filter(
        (text) =>
          text.includes(`${titleOf(gone)} ahead`) || text.includes(`${titleOf(gone)} is ahead`),
      ),
    ).toEqual([]);
    const ahead = new RegExp(
      `(^|[:,.;] |\\b)${gone}(?!-)( is)? (takes|needs|uses|keeps|ahead|grows)|(than|as) ${gone}(?![-\\w])|Verdict: ${gone}$`,
    );
    expect(own.filter((text) => ahead.test(text) && !/is ahead of/.test(text))).toEqual([]);
    const medians = own.filter((text) =>
      new RegExp(`^cell: .*[Mm]edians with.*: ${gone}: `).test(text),
    );
    expect(medians.length).toBeGreaterThan(4);
    for (const text of medians)
      expect(text).toMatch(/: ✕ .*$|: Runs: 0 of \d+( runs of .*)?$|: did not finish$/);
    // The warm-up has run: its dot is all that a strip shows.
    const strips = own.filter((text) => text.startsWith(`strip: ${gone}`));
    for (const text of strips) expect(text).toMatch(/^strip: [^:]*: warm [\d.]+$/);
    const compared = new RegExp(`^cell: Every comparison .*: (both|.*\\b${gone}): Finding: (.*)$`);
    const findings = own.flatMap((text) => compared.exec(text)?.[2] ?? []);
    expect(findings.length).toBeGreaterThan(4);
    for (const words of findings)
      expect(words).toMatch(
        new RegExp(`^(– not decided: )?${gone} finished 0 of \\d+ runs(, behind [\\w-]+)?$`),
      );
    expect(
      own.filter((text) => /finished 0 of \d+ runs|did not finish/.test(text)).length,
    ).toBeGreaterThan(10);
  });
});

it('thousands of pieces were held', () => {
  const held = groups.flatMap(mutated).map(({ session }) => said(session.id).length);
  expect(held.reduce((sum, count) => sum + count)).toBeGreaterThan(100_000);
});
