import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOutputFolder, projectFolders } from '../../src/drawing/output-folder.ts';
import { findPlaces, type Places } from '../../src/places.ts';
import { writeManifest } from '../../src/publish/manifest.ts';
import { Problem } from '../../src/scenario/problem.ts';

const project = findPlaces({}).root;
let folder = '';
let usual: Places;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-out-'));
  const data = join(folder, 'moved', 'data');
  usual = {
    ...findPlaces({ STEELYARD_DATA: data, STEELYARD_CONTENT: join(folder, 'texts') }),
    root: join(folder, 'project'),
  };
  for (const name of ['project/src', 'texts', 'moved/data', 'foreign'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'foreign', 'thesis.tex'), 'Four years of work');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of this output folder; undefined where it may be filled. */
function refusal(out: string): string | undefined {
  try {
    checkOutputFolder({ ...usual, dist: join(folder, out) });
    return undefined;
  } catch (error) {
    expect((error as Problem).kind).toBe('usage');
    return (error as Problem).message;
  }
}

describe('the pages may go', () => {
  it('into a folder that isn’t there yet, with others above it that aren’t either', () => {
    expect(refusal('project/dist')).toBeUndefined();
    expect(refusal('new/and/newer')).toBeUndefined();
    expect(readdirSync(folder)).not.toContain('new');
  });

  it('into an empty one, and one where a drawing was killed', () => {
    mkdirSync(join(folder, 'empty', '.steelyard-drawing-1'), { recursive: true });
    expect(refusal('empty')).toBeUndefined();
  });

  it('where pages were drawn before, whatever somebody put beside them', () => {
    writeManifest(join(folder, 'foreign'), ['index.html']);
    expect(refusal('foreign')).toBeUndefined();
  });

  it('through a link to such a folder', () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'link'));
    expect(refusal('link')).toBeUndefined();
  });
});

describe('the pages may not go', () => {
  it('into a folder of somebody else: it is named with what is in it, and with the way out', () => {
    expect(refusal('foreign')).toMatch(
      /^The pages can't go into .*foreign: it holds what Steelyard didn't draw \(thesis\.tex\).*STEELYARD_OUT/,
    );
  });

  it('into a repository, though nothing is checked out there', () => {
    mkdirSync(join(folder, 'bare', '.git'), { recursive: true });
    expect(refusal('bare')).toContain('(.git)');
  });

  it('through a link into a folder of somebody else', () => {
    symlinkSync('foreign', join(folder, 'link'));
    expect(refusal('link')).toContain('(thesis.tex)');
  });

  it('through a link that leads nowhere, nor into a file', () => {
    symlinkSync('nowhere', join(folder, 'link'));
    expect(refusal('link')).toContain('it is a link that leads nowhere');
    expect(refusal('foreign/thesis.tex')).toContain('it is a file');
  });

  it('into the project or above it', () => {
    expect(refusal('project')).toContain('it is the project itself');
    expect(refusal('.')).toContain(`it holds the project, ${usual.root}`);
    expect(refusal('../..')).toContain('it holds the project');
  });

  it.each(['project/src/pages', 'project/docs', 'project/.git/x', 'texts', 'texts/dist'])(
    'into %s, where sources are, even if it is new or empty',
    (out) => {
      expect(refusal(out)).toContain(', a folder of the project');
    },
  );

  it('into a folder that holds moved data', () => {
    expect(refusal('moved')).toContain(
      `it holds ${join(folder, 'moved', 'data')}, a folder of the project`,
    );
  });

  it('into the sources through a link, even if pages were once drawn there', () => {
    symlinkSync('project/src', join(folder, 'link'));
    writeManifest(join(folder, 'project', 'src'), []);
    expect(refusal('link')).toContain(', a folder of the project');
  });
});

it('every folder that comes with the project is one in which nothing is drawn', () => {
  const ignored = readFileSync(join(project, '.gitignore'), 'utf8').split('\n');
  const folders = readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ignored.includes(`${entry.name}/`))
    .map(({ name }) => name)
    // What editors keep there is hidden.
    .filter((name) => !name.startsWith('.'));
  expect(folders).toContain('src');
  expect(projectFolders).toEqual(expect.arrayContaining(['.ci', '.git', '.github']));
  expect(folders.filter((name) => !projectFolders.includes(name))).toEqual([]);
});
