/**
 * One build, many data sets: a document that holds every element, drawn from small sessions in which
 * two contestants have changed places, have become alike, or one of them has stopped finishing.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { groups, mutated, trio } from './batch-groups.ts';
import { swap, writeSessions } from './batch-sessions.ts';
import { core, piecesOf, type Piece } from './pieces.ts';
import { htmlFiles, render, testFolder } from './render.ts';
import { swapNames, titleOf, words, written } from './swapped-names.ts';

const NAME = 'batch';
const data = join(testFolder(NAME), 'data');
const content = join(testFolder(NAME), 'content');
const fixture = fileURLToPath(new URL('../fixtures/batch', import.meta.url));
const components = fileURLToPath(new URL('../../src/components', import.meta.url));

const REFERENCE = 'trio-before';

let out = '';
let held = 0;
/**
 * All that the pages of a session say; the session's own id is left out. The page of changes is
 * about two sessions, and held by itself.
 */
function said(id: string): Piece[] {
  const folder = join(out, 'report', id === REFERENCE ? '' : `sessions/${id}`);
  const pieces = htmlFiles(folder)
    .filter((file) => !/^(sessions|here)\//.test(file) && !file.startsWith('changes/'))
    .flatMap((file) => piecesOf(readFileSync(join(folder, file), 'utf8')))
    .map(({ kind, text }) => ({ kind, text: text.replaceAll(id, 'SESSION') }));
  held += pieces.length;
  return pieces;
}

function changesPage(id: string): string {
  return join(out, 'report', 'sessions', id, 'changes', 'index.html');
}

beforeAll(async () => {
  const sealed = groups.flatMap(mutated);
  const here = swap(sealed[0]!, 'local-swapped', trio.x, trio.y);
  writeSessions(data, sealed, here);
  rmSync(content, { recursive: true, force: true });
  cpSync(fixture, content, { recursive: true });
  const page = join(content, 'report', 'index.mdx');
  const source = readFileSync(page, 'utf8');
  writeFileSync(page, source.replace('subject:', `session: ${REFERENCE}\nsubject:`));
  out = await render({ name: NAME, data, content });
});

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
    (name === 'a' ? /\]\(/ : new RegExp(`<${name}\\b`)).test(page);
  expect(known.length).toBeGreaterThan(20);
  expect(known.filter((name) => !isUsed(name))).toEqual([]);
});

describe('after two contestants have changed places', () => {
  it.each(groups)(
    'every piece of $name says of one what it said of the other',
    ({ name, x, y }) => {
      const isHeld = name === 'trio' ? isSymmetric : () => true;
      const before = written(said(`${name}-before`), x, y).filter(isHeld);
      const after = written(said(`${name}-changed-places`), x, y).filter(isHeld);
      expect(after).toEqual(before.map((text) => swapNames(text, x, y)).sort());
      // The two really differ, in every kind of element.
      const old = new Set(before);
      const turned = after.filter((text) => !old.has(text));
      const kinds = [...new Set(turned.map((text) => text.slice(0, text.indexOf(':'))))];
      expect(kinds).toEqual(expect.arrayContaining(['cell', 'alt-text', 'drawn', 'li']));
      expect(turned.length).toBeGreaterThan(100);
    },
  );

  it.each(groups)(
    '$name quotes as old what the session before said, and nothing else',
    ({ name }) => {
      const pieces = piecesOf(readFileSync(changesPage(`${name}-changed-places`), 'utf8'));
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
    const pieces = piecesOf(readFileSync(join(out, 'report', 'here', 'index.html'), 'utf8'));
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

/** Of three contestants the text's claims weigh some against the third only; those pieces have no mirror image. */
function isSymmetric(text: string): boolean {
  if (text.includes('An earlier text')) return false;
  return !/^(li|p): /.test(text) || (text.includes(trio.x) && text.includes(trio.y));
}

describe('after a difference has shrunk to nothing', () => {
  const lead = /\bahead\b|times as|\b(longer|less|more)\b|side of|the (least|most)\b/;
  const evenWords =
    /no difference|neither shown to be ahead|not shown to be ahead|the same|[Nn]obody/;

  it.each(groups)('no piece of $name still sees it', ({ name, x, y }) => {
    const between = written(said(`${name}-evened`), x, y)
      .filter((text) => name !== 'trio' || (text.includes(x) && text.includes(y)))
      .map((text) => text.replace(/Who is ahead in each use case.*?: |Verdict of .*?: .*?: /, ''));
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
      new RegExp(`^cell: .*medians with.*: ${gone}: `).test(text),
    );
    expect(medians.length).toBeGreaterThan(4);
    for (const text of medians) expect(text).toMatch(/: did not finish$|: Finished: 0 of \d+$/);
    expect(
      own.filter((text) => /finished 0 of \d+ runs|did not finish/.test(text)).length,
    ).toBeGreaterThan(10);
  });
});

it('thousands of pieces were held', () => {
  expect(held).toBeGreaterThan(50_000);
});
