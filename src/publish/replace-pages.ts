/** Puts pages in the place of earlier ones. What else stands in the folder stays as it is. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { MANIFEST, readManifest, writeManifest } from './manifest.ts';

/** All files below a folder but its manifest, with "/" between folders, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MANIFEST)
    .sort();
}

/**
 * Moves all files of `fresh` to `folder`, on the same file system; removes those that an earlier
 * call put there and that are no more. At every moment each of our files is in the manifest.
 *
 * @param folder exists
 * @param where what a person calls the folder
 * @throws Problem (usage) before anything is changed, where a file of somebody else is in the way
 */
export function replacePages(folder: string, fresh: string, where = folder): void {
  const files = listFiles(fresh);
  const before = readManifest(folder, where) ?? [];
  const foreign = foreignInTheWay(folder, fresh, files, before, where);
  const own = files.filter((path) => !foreign.has(path));
  writeManifest(folder, [...new Set([...before, ...own])]);
  const kept = new Set(own);
  removeFiles(
    folder,
    before.filter((path) => !kept.has(path)),
  );
  for (const path of own) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(fresh, path), target);
  }
  writeManifest(folder, own);
}

/** Removes all that an earlier call put there; the folder too, if nothing else is in it. */
export function removePages(folder: string): void {
  removeFiles(folder, readManifest(folder) ?? []);
  rmSync(join(folder, MANIFEST), { force: true });
  removeIfEmpty(folder);
}

/**
 * Files that somebody else put where a page would go, with the very same bytes: they stay theirs.
 *
 * @throws Problem (usage) for one with other bytes
 */
function foreignInTheWay(
  folder: string,
  fresh: string,
  files: readonly string[],
  before: readonly string[],
  where: string,
): Set<string> {
  const ours = new Set(before);
  const same = new Set<string>();
  for (const path of files) {
    const inTheWay = pathsTo(path).find((one) => isInTheWay(folder, one, one === path, ours));
    if (inTheWay === undefined) continue;
    if (inTheWay === path && isSame(join(folder, path), join(fresh, path))) same.add(path);
    else
      throw new Problem(
        'usage',
        `${inTheWay} stands in ${where}, where the pages have ${path}, and Steelyard didn't put it there. ` +
          'Move it away, or do without that page.',
      );
  }
  return same;
}

/** `a`, `a/b`, `a/b/c`. */
function pathsTo(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** A folder may be shared; a file, a link, or a folder where a file shall go must be ours. */
function isInTheWay(
  folder: string,
  path: string,
  isFile: boolean,
  ours: ReadonlySet<string>,
): boolean {
  const stat = statOf(join(folder, path));
  if (stat === undefined) return false;
  if (!stat.isDirectory()) return !ours.has(path);
  const below = isFile ? listFiles(join(folder, path)) : [];
  return isFile && (below.length === 0 || below.some((one) => !ours.has(`${path}/${one}`)));
}

function isSame(one: string, other: string): boolean {
  return lstatSync(one).isFile() && readFileSync(one).equals(readFileSync(other));
}

/** Removes these files, and the folders that are empty then. A path through a link leads elsewhere. */
function removeFiles(folder: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    const above = pathsTo(path).slice(0, -1);
    const isHere = above.every((one) => statOf(join(folder, one))?.isDirectory());
    const stat = isHere ? statOf(join(folder, path)) : undefined;
    if (stat === undefined || stat.isDirectory()) continue;
    rmSync(join(folder, path));
    for (const one of above) folders.add(one);
  }
  // The deepest first.
  for (const one of [...folders].sort().reverse()) removeIfEmpty(join(folder, one));
}

/** Undefined where nothing is, also below a file. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error;
  }
}
