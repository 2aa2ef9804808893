/** Sessions as they were handed over: in folders, and in archives, however these lie in each other. All of it is data. */
import { lstatSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { dirname } from 'node:path/posix';
import { setImmediate } from 'node:timers/promises';
import { readArchive, type Files } from '../publish/archive.ts';
import { megabytes } from '../publish/limits.ts';
import { Refused } from '../publish/refused.ts';
import { Problem } from '../scenario/problem.ts';
import { explainWriteError } from '../store/files.ts';

/** The largest reference of today takes 2 MB; one of a thousand cases some 50. */
const LIMITS = { files: 20_000, fileBytes: 200e6, totalBytes: 400e6 };

/** All that a session's folder holds. */
const PARTS = /^(?:session\.json|records\.jsonl|programs\/[0-9a-f]{64})$/;

/** A session's files by their paths in its folder, or why they can't be taken. */
export type HandedOver =
  | { readonly from: string; readonly files: Files }
  | { readonly from: string; readonly refused: string };

/**
 * The sessions in a folder or an archive (.zip), one after the other, so that one alone is in memory. What looks like one
 * and isn't, or can't be read, is told of.
 *
 * @throws Problem (usage) where nothing is there
 */
export async function* handedOver(path: string): AsyncGenerator<HandedOver> {
  checkThere(path);
  yield* inPlace(path);
}

/** @throws Problem (usage) where nothing is there, or neither a folder nor a file */
export function checkThere(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === true || stat?.isDirectory() === true) return;
  const what = stat === undefined ? `There is no ${path}.` : `${path} is no folder and no file.`;
  throw new Problem('usage', `${what} Name a folder with sessions, or an archive (.zip).`);
}

async function* inPlace(path: string): AsyncGenerator<HandedOver> {
  // Between two sessions others have their turn: Ctrl-C, too.
  await setImmediate();
  if (statSync(path).isFile()) yield* inArchive(path);
  else yield* inFolder(path);
}

async function* inFolder(folder: string): AsyncGenerator<HandedOver> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { from: folder, refused: reasonOf(error) };
    return;
  }
  if (entries.some(({ name }) => SESSION_FILES.includes(name))) {
    yield attempt(folder, () => ofFolder(folder));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink())
      yield { from: path, refused: 'it is a link. Name what it leads to' };
    else if (OTHER_ARCHIVE.test(entry.name))
      yield { from: path, refused: 'it is no .zip. Unpack it' };
    else if (entry.isDirectory() ? isLookedInto(entry.name) : ARCHIVE.test(entry.name))
      yield* inPlace(path);
  }
}

const SESSION_FILES: readonly string[] = ['session.json', 'records.jsonl'];
const ARCHIVE = /\.zip$/i;
const OTHER_ARCHIVE = /\.(?:tar|tgz|tar\.\w+|7z)$/i;

const isLookedInto = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

function ofFolder(folder: string): Files {
  const files = new Map<string, Buffer>();
  let total = 0;
  for (const path of checkedParts(pathsIn(folder))) {
    const { size } = lstatSync(join(folder, path));
    total += size;
    if (size > LIMITS.fileBytes || total > LIMITS.totalBytes)
      throw new Refused(path, `is more than ${megabytes(LIMITS.totalBytes)} with all before it`);
    files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

/** @throws Refused for a link, and another thing that is no file */
function pathsIn(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name));
      if (!entry.isFile()) throw new Refused(path, 'is a link, or another thing that is no file');
      return path;
    });
}

/** @throws Refused for what is no part of a session, and where a part is missing */
function checkedParts(paths: readonly string[]): readonly string[] {
  const strange = paths.find((path) => !PARTS.test(path));
  if (strange !== undefined)
    throw new Refused(strange, 'is no part of a session. Hand over what "measure" wrote alone');
  const missing = SESSION_FILES.find((path) => !paths.includes(path));
  if (missing !== undefined) throw new Refused(missing, 'is missing');
  return paths;
}

/** An archive of one session, its files at the root; or of several, each in a folder of its own. */
async function* inArchive(archive: string): AsyncGenerator<HandedOver> {
  let sessions: Map<string, Files>;
  try {
    sessions = byRoot(await readArchive(archive, LIMITS));
    if (sessions.size === 0) throw new Refused('the archive', 'holds no session');
  } catch (error) {
    yield { from: archive, refused: reasonOf(error) };
    return;
  }
  for (const [root, files] of sessions) {
    const from = root === '.' ? archive : `${archive}: ${root}`;
    yield attempt(from, () => {
      checkedParts([...files.keys()]);
      return files;
    });
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

function attempt(from: string, read: () => Files): HandedOver {
  try {
    return { from, files: read() };
  } catch (error) {
    return { from, refused: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `${error.file}: ${error.reason}`;
  const { path = 'it' } = error as NodeJS.ErrnoException;
  const explained = explainWriteError(error, path);
  if (explained instanceof Problem) return explained.message;
  throw error;
}
