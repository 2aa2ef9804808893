/** How large the drawn pages are against what a preview of them may take, told before it is refused. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { manual } from '../engine.ts';
import { formatCount } from '../present/format/value.ts';
import { megabytes, PREVIEW_LIMITS, type Limits } from './limits.ts';

interface DrawnFile {
  /** Below the pages' folder, with "/" between folders. */
  readonly path: string;
  readonly bytes: number;
}

/** From here on a person has time to do something about it. */
const TOLD_FROM = 0.6;

/** This machine's results: pull requests are drawn where nothing was measured. */
const isHere = (path: string): boolean => /^[^/]+\/here\//.test(path);

/**
 * What a person should know of the size of the pages; undefined while there is room.
 *
 * @param dist folder of the drawn pages
 */
export function growthWords(dist: string, limits: Limits = PREVIEW_LIMITS): string | undefined {
  const files = filesIn(dist).filter(({ path }) => !isHere(path));
  const bytes = sumOf(files);
  const largest = files.reduce((a, b) => (b.bytes > a.bytes ? b : a), { path: '', bytes: 0 });
  const share = Math.max(
    bytes / limits.totalBytes,
    // The comparison is handed over beside the pages.
    (files.length + 1) / limits.files,
    largest.bytes / limits.fileBytes,
  );
  if (share < TOLD_FROM) return undefined;
  const allowed = `${megabytes(limits.totalBytes)} in ${formatCount(limits.files)} files, none above ${megabytes(limits.fileBytes)}`;
  return [
    `The pages take ${megabytes(bytes)} in ${formatCount(files.length)} files, the largest ${largest.path} with ${megabytes(largest.bytes)}.`,
    share > 1
      ? `A preview of a pull request would be refused: it may have ${allowed}.`
      : `A preview of a pull request may have ${allowed}, and is refused beyond.`,
    `Most is in ${mostOf(files)}. What to do stands in ${manual('docs/publishing.md')}, "How large a site may grow".`,
  ].join(' ');
}

/** "report/sessions/ (9.2 MB), report/runs/ (4.6 MB)": the heaviest parts first. */
function mostOf(files: readonly DrawnFile[]): string {
  return [...Map.groupBy(files, ({ path }) => partOf(path))]
    .map(([part, own]) => ({ part, bytes: sumOf(own) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
    .map(({ part, bytes }) => `${part} (${megabytes(bytes)})`)
    .join(', ');
}

/** The two uppermost folders of a file: what a report consists of. */
function partOf(path: string): string {
  const folders = path.split('/').slice(0, -1).slice(0, 2);
  return folders.length === 0 ? 'the uppermost folder' : `${folders.join('/')}/`;
}

function sumOf(files: readonly DrawnFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function filesIn(folder: string): DrawnFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).replaceAll(sep, '/'),
      bytes: statSync(file).size,
    }));
}
