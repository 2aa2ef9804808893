/** A session that was handed over, written into a folder of its own beside those that are there, until it is known to be whole. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../publish/archive.ts';
import { Problem } from '../scenario/problem.ts';
import { explainWriteError } from '../store/files.ts';
import { sessionId } from '../store/ids.ts';
import { printable } from '../store/printable.ts';
import { readProgram, readSession, type StoredSession } from '../store/read.ts';
import { sourceFilesOf } from '../store/source-files.ts';

/**
 * Writes a session aside, reads it as any other is read, and hands it on. What is left of it then is removed.
 *
 * @param root folder of the sessions beside which it is written
 * @throws Problem where it isn't whole, and (blocked) where it can't be written
 */
export function withAside<T>(root: string, files: Files, use: (stored: StoredSession) => T): T {
  mkdirSync(root, { recursive: true });
  const aside = mkdtempSync(join(root, '.taking-'));
  try {
    const folder = join(aside, nameIn(files));
    for (const [path, content] of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: 'wx' });
    }
    return use(readWhole(folder));
  } catch (error) {
    if (!(error instanceof Problem)) throw explainWriteError(error, root);
    throw new Problem(error.kind, error.message.replaceAll(`${aside}/`, ''));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * A session with all the programs that it measured.
 *
 * @throws Problem where it doesn't follow the contract, its seal is broken, or a program isn't what its name says
 */
export function readWhole(folder: string): StoredSession {
  const stored = readSession(folder);
  const sources = stored.session.cases.flatMap(sourceFilesOf).map(({ sha256 }) => sha256);
  for (const sha256 of new Set(sources)) readProgram(folder, sha256);
  return stored;
}

/** The session's own name; that of its folder says nothing. */
function nameIn(files: Files): string {
  let id: unknown;
  try {
    const value = JSON.parse(files.get('session.json')?.toString('utf8') ?? '') as { id?: unknown };
    id = value.id;
  } catch {
    throw new Problem('finding', 'session.json is no JSON.');
  }
  const name = sessionId.safeParse(id);
  if (name.success) return name.data;
  const said = typeof id === 'string' ? `"${printable(id)}"` : 'what stands as its id';
  throw new Problem('finding', `session.json: ${said} is no name of a session.`);
}
