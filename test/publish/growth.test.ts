import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCount } from '../../src/present/format/value.ts';
import { growthWords } from '../../src/publish/growth.ts';
import { megabytes, PREVIEW_LIMITS } from '../../src/publish/limits.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const limits = { files: 10, fileBytes: 4e6, totalBytes: 10e6 };

/** A folder of files of these sizes, in MB. */
function pages(name: string, files: Readonly<Record<string, number>>): string {
  const dist = join(folder(), name);
  for (const [path, size] of Object.entries(files)) {
    const file = join(dist, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    truncateSync(file, Math.round(size * 1e6));
  }
  return dist;
}

it('the limits are those that the documentation tells', () => {
  const doc = join(import.meta.dirname, '..', '..', 'docs', 'publishing.md');
  const { files, fileBytes, totalBytes } = PREVIEW_LIMITS;
  expect(readFileSync(doc, 'utf8')).toContain(
    `A preview may have ${megabytes(totalBytes)} in ${formatCount(files)} files, none above ${megabytes(fileBytes)}`,
  );
});

describe('the size of the pages', () => {
  it('is nothing to tell while a preview of them has room', () => {
    const files = { 'index.html': 1, 'a/index.html': 2, 'a/runs/io/index.html': 2.3 };
    expect(growthWords(pages('room', files), limits)).toBeUndefined();
  });

  it('is told from 60% of what a preview may have, with the heaviest parts and what to do', () => {
    const files = {
      'index.html': 0.1,
      'a/sessions/x/index.html': 2,
      'a/sessions/y/index.html': 2.3,
      'a/runs/io/index.html': 1.5,
      'a/index.html': 0.3,
    };
    expect(growthWords(pages('near', files), limits)).toBe(
      'The pages take 6.2 MB in 5 files, the largest a/sessions/y/index.html with 2.3 MB. ' +
        'A preview of a pull request may have 10 MB in 10 files, none above 4 MB, and is refused beyond. ' +
        'Most is in a/sessions/ (4.3 MB), a/runs/ (1.5 MB), a/ (0.3 MB). ' +
        'What to do stands in docs/publishing.md, "How large a site may grow".',
    );
  });

  it('is told for many small files, and for a large one', () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`a/${at}.html`, 0]));
    expect(growthWords(pages('many', many), limits)).toContain('0 MB in 6 files');
    expect(growthWords(pages('large', { 'a/data.csv': 2.5 }), limits)).toContain(
      'the largest a/data.csv with 2.5 MB',
    );
  });

  it('says that a preview would be refused where it would be', () => {
    expect(growthWords(pages('beyond', { 'a.csv': 4.1 }), limits)).toContain(
      'A preview of a pull request would be refused: it may have 10 MB in 10 files',
    );
    // Nine pages and the comparison are ten files; one more is refused.
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a/${at}.html`, 0]));
    expect(growthWords(pages('ten', ten), limits)).toContain('would be refused');
  });

  it('leaves out what this machine measured, which no pull request draws', () => {
    const files = { 'a/index.html': 1, 'a/here/index.html': 3.9, 'a/here/runs/io/index.html': 3 };
    expect(growthWords(pages('here', files), limits)).toBeUndefined();
  });
});
