import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkDrawn, checkSources, checkWritable, reportsOf } from '../../src/drawing/checks.ts';
import { findPlaces, type Places } from '../../src/places.ts';
import { Problem } from '../../src/scenario/problem.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-checks-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A project whose content, with one report, stands in these folders below the temporary one. */
function places(root = 'project', content = join(root, 'content')): Places {
  mkdirSync(join(folder, content, 'report'), { recursive: true });
  writeFileSync(join(folder, content, 'report', 'index.mdx'), '');
  const [at, texts] = [join(folder, root), join(folder, content)];
  return { ...findPlaces({}), root: at, content: texts, dist: join(at, 'dist') };
}

function refusal(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    expect((error as Problem).kind).toBe('usage');
    return (error as Problem).message;
  }
}

describe('before anything is drawn', () => {
  it.each(['a%20b', '100%', 'ü ö', `q'u"o`, '[x]', '{y}', '(z)', '!n', '@(p)'])(
    'nothing is said against a project in a folder "%s"',
    (name) => expect(refusal(() => checkSources(places(name)))).toBeUndefined(),
  );

  it.each(['a#b', 'a?b', 'st*r'])(
    'a project in a folder "%s" is refused, with the sign that is misread',
    (name) => {
      expect(refusal(() => checkSources(places(name)))).toMatch(
        /^The project can't be in .*misread a "[#?*]" in a path\. Move it, or rename the folder\.$/,
      );
    },
  );

  it.each(['a#b', 'a?b', 'st*r', 'a%20b', '100%', 'a\\b'])(
    'content that was moved to a folder "%s" is refused',
    (name) => {
      const said = refusal(() => checkSources(places('project', join(name, 'texts'))));
      expect(said).toMatch(/^The content can't be in .*misread a/);
    },
  );

  it('a content folder without a report is one to begin with, unless it was named', () => {
    const none = { ...places(), content: join(folder, 'nowhere') };
    expect(() => checkSources(none)).not.toThrow();
    expect(() => reportsOf(none)).toThrow(
      `There is no report: no folder in ${none.content} has an index.mdx.`,
    );
    vi.stubEnv('STEELYARD_CONTENT', none.content);
    expect(refusal(() => checkSources(none))).toBe(
      `There is no report: no folder in ${none.content}, which STEELYARD_CONTENT names, has an index.mdx.`,
    );
  });

  it.each(['DATA', 'CONTENT', 'RUNNERS', 'CACHE'])(
    'a file in the place of a folder is named, with STEELYARD_%s if that names it',
    (name) => {
      const file = join(folder, 'a file');
      writeFileSync(file, '');
      vi.stubEnv(`STEELYARD_${name}`, file);
      const { content, ...others } = places();
      const moved = { ...findPlaces(), root: others.root };
      const all = name === 'CONTENT' ? moved : { ...moved, content };
      expect(refusal(() => checkSources(all))).toBe(
        `${file} is no folder. STEELYARD_${name} names it. Move the file, or name a folder.`,
      );
    },
  );

  it('a report whose folder’s name is no address is named', () => {
    const content = join('project', 'content');
    mkdirSync(join(folder, content, 'a b'), { recursive: true });
    writeFileSync(join(folder, content, 'a b', 'index.mdx'), '');
    expect(refusal(() => checkSources(places()))).toContain("content/a b/ can't be a report");
  });

  it('addresses are read, and the folder of the base is looked for', () => {
    vi.stubEnv('STEELYARD_SITE', 'example.org');
    expect(refusal(() => checkSources(places()))).toContain('STEELYARD_SITE');
    vi.stubEnv('STEELYARD_SITE', '');
    vi.stubEnv('STEELYARD_BEFORE', join(folder, 'before'));
    expect(refusal(() => checkSources(places()))).toContain('STEELYARD_BEFORE names');
  });
});

it('a folder that Astro writes to is made, and named where it can’t be', () => {
  const { root, cache } = { ...places(), cache: join(folder, 'cache') };
  checkWritable({ root, cache });
  expect(readdirSync(root)).toContain('.astro');
  const isFile = join(root, 'content', 'report', 'index.mdx');
  expect(() => checkWritable({ root, cache: join(isFile, 'cache') })).toThrow(isFile);
});

it('pages that weren’t drawn can’t be served, and it is said how to draw them', () => {
  expect(refusal(() => checkDrawn(places()))).toBe(
    `There are no pages in ${join(folder, 'project', 'dist')}. Draw them first: npm run render`,
  );
});

it('an empty variable counts as unset, so that it names no folder', () => {
  const names = ['OUT', 'DATA', 'CONTENT', 'RUNNERS', 'CACHE'];
  const empty = Object.fromEntries(names.map((name) => [`STEELYARD_${name}`, '']));
  expect(findPlaces(empty)).toEqual(findPlaces({}));
});
