/** Sessions as they were handed over: in folders, and in archives, however these lie in each other. All of it is data. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dirname } from 'node:path/posix';
import { readArchive, type Files } from '../publish/archive.ts';
import { megabytes } from '../publish/limits.ts';
import { Refused } from '../publish/refused.ts';
import { Problem } from '../scenario/problem.ts';

/** The largest reference of today takes 2 MB; one of a thousand cases some 50. */
const LIMITS = { files: 20_000, fileBytes: 200e6, totalBytes: 400e6 };

/** Folders deeper than this are not looked into. */
const DEEPEST = 5;

/** All that a session's folder holds. */
const PARTS = /^(?:session\.json|records\.jsonl|programs\/[0-9a-f]{64})$/;

/** A session's files by their paths in its folder, or why they can't be taken. */
export type HandedOver =
  | { readonly from: string; readonly files: Files }
  | { readonly from: string; readonly refused: string };

/**
 * The sessions in a folder or an archive (.zip), one after the other, so that one alone is in memory.
 *
 * @throws Problem (usage) where nothing is there
 */
export async function* handedOver(path: string): AsyncGenerator<HandedOver> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new Problem(
      'usage',
      `There is no ${path}. Name a folder with sessions, or an archive (.zip).`,
    );
  if (stat.isFile()) yield* inArchive(path);
  else yield* inFolder(path, 0);
}

async function* inFolder(folder: string, depth: number): AsyncGenerator<HandedOver> {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'session.json')) {
    yield ofFolder(folder);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.endsWith('.zip')) yield* inArchive(path);
    if (entry.isDirectory() && isLookedInto(entry.name) && depth < DEEPEST)
      yield* inFolder(path, depth + 1);
  }
}

const isLookedInto = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

function ofFolder(from: string): HandedOver {
  try {
    const files = new Map<string, Buffer>();
    let total = 0;
    for (const path of pathsIn(from)) {
      const { size } = lstatSync(join(from, path));
      total += size;
      if (size > LIMITS.fileBytes || total > LIMITS.totalBytes)
        throw new Refused(path, `is more than ${megabytes(LIMITS.totalBytes)} with all before it`);
      files.set(path, readFileSync(join(from, path)));
    }
    return { from, files };
  } catch (error) {
    return { from, refused: reasonOf(error) };
  }
}

/** @throws Refused for a link, and for what is no part of a session */
function pathsIn(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  return entries
    .map((entry) => ({ entry, path: relative(root, join(entry.parentPath, entry.name)) }))
    .filter(({ entry, path }) => !(entry.isDirectory() && path === 'programs'))
    .map(({ entry, path }) => {
      if (!entry.isFile()) throw new Refused(path, 'is a link, or another thing that is no file');
      if (!PARTS.test(path)) throw new Refused(path, 'is no part of a session');
      return path;
    });
}

/** An archive of one session, its files at the root; or of several, each in a folder of its own. */
async function* inArchive(from: string): AsyncGenerator<HandedOver> {
  let files: Files;
  try {
    files = await readArchive(from, LIMITS);
    checkParts(files);
  } catch (error) {
    yield { from, refused: reasonOf(error) };
    return;
  }
  for (const [root, own] of byRoot(files)) {
    yield { from: root === '.' ? from : `${from}: ${root}`, files: own };
  }
}

/** Folder of the session to which a path belongs. */
function rootOf(path: string): string {
  const folder = dirname(path);
  if (folder === 'programs') return '.';
  return folder.endsWith('/programs') ? dirname(folder) : folder;
}

function byRoot(files: Files): Map<string, Map<string, Buffer>> {
  const sessions = new Map<string, Map<string, Buffer>>();
  for (const [path, content] of files) {
    const root = rootOf(path);
    const own = sessions.get(root) ?? new Map<string, Buffer>();
    sessions.set(root, own);
    own.set(root === '.' ? path : path.slice(root.length + 1), content);
  }
  return sessions;
}

function checkParts(files: Files): void {
  const sessions = byRoot(files);
  if (sessions.size === 0) throw new Refused('the archive', 'holds no session');
  for (const [root, own] of sessions) {
    const strange = [...own.keys()].find((path) => !PARTS.test(path));
    if (strange !== undefined)
      throw new Refused(root === '.' ? strange : `${root}/${strange}`, 'is no part of a session');
    if (!own.has('session.json')) throw new Refused(root, 'has no session.json');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `${error.file}: ${error.reason}`;
  throw error;
}
