import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';
import { canonicalJson, sha256Of } from './canonical.ts';
import { parseRecords } from './record-file.ts';
import { type InvocationRecord } from './record-schema.ts';
import { SCHEMA_VERSION, sessionSchema, type Session } from './schema.ts';

export interface StoredSession {
  readonly folder: string;
  readonly session: Session;
  readonly records: readonly InvocationRecord[];
  /** A last line that a crash had torn was dropped. */
  readonly tornLine: boolean;
}

/**
 * One session with its records, validated; a seal is checked.
 *
 * @throws Problem (usage) for a file that is missing, torn, wrong or newer;
 *   Problem (finding) for a seal that doesn't fit
 */
export function readSession(folder: string): StoredSession {
  const session = readSessionFile(folder);
  const file = join(folder, 'records.jsonl');
  const content = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { records, tornLine } = parseRecords(content, file);
  checkSeal(session, content, records.length, folder);
  return { folder, session, records, tornLine };
}

/** session.json alone: cheap, for choosing among sessions. */
export function readSessionFile(folder: string): Session {
  const file = join(folder, 'session.json');
  const value = parseJson(file);
  const version = (value as { schema?: unknown } | null)?.schema;
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    throw new Problem(
      'usage',
      `${file} has schema ${version}; this Steelyard reads up to ${SCHEMA_VERSION}. Update Steelyard.`,
    );
  }
  const parsed = sessionSchema.safeParse(value);
  if (!parsed.success) {
    throw new Problem(
      'usage',
      `${file} is no session of schema ${SCHEMA_VERSION}.\n${z.prettifyError(parsed.error)}`,
    );
  }
  if (parsed.data.id !== basename(folder)) {
    throw new Problem(
      'usage',
      `${file} names the session "${parsed.data.id}", but its folder is "${basename(folder)}". Rename the folder.`,
    );
  }
  return parsed.data;
}

/** Folders of the sessions under a root, oldest first (their names begin with the time). */
export function listSessions(root: string): string[] {
  if (!existsSync(root)) return [];
  return (
    readdirSync(root)
      .sort()
      // What a broken-off "accept" left behind is no session.
      .filter((name) => !name.endsWith('.part'))
      .map((name) => join(root, name))
      .filter((folder) => existsSync(join(folder, 'session.json')))
  );
}

/** Source of a measured file, as it stood when it was measured. */
export function readProgram(folder: string, sha256: string): string {
  const file = join(folder, 'programs', sha256);
  if (!existsSync(file)) {
    throw new Problem(
      'usage',
      `${file} is missing: the session doesn't hold a program that it measured. Restore it from a copy.`,
    );
  }
  const content = readFileSync(file);
  if (sha256Of(content) !== sha256) {
    throw new Problem(
      'finding',
      `${file} was changed after it was measured: its hash doesn't fit its name. Restore it from a copy.`,
    );
  }
  return content.toString('utf8');
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Problem(
      'usage',
      `${file} can't be read: ${(error as Error).message}. Restore it from a copy, or set the folder aside.`,
    );
  }
}

/** Of all that session.json says but for its seal. */
export function hashWithoutSeal(session: Session): string {
  const { seal: _, ...rest } = session;
  return sha256Of(canonicalJson(rest));
}

function checkSeal(session: Session, content: string, records: number, folder: string): void {
  const { seal } = session;
  if (seal === undefined) return;
  const broken = (file: string, how: string): Problem =>
    new Problem(
      'finding',
      `The seal of ${join(folder, file)} is broken: ${how}. Restore the file from git, or from where it was measured; sealed sessions are never edited.`,
    );
  if (seal.records !== records || seal.sha256 !== sha256Of(content))
    throw broken(
      'records.jsonl',
      `${seal.records} records were sealed with another content than the ${records} that stand there`,
    );
  if (seal.sessionSha256 !== undefined && seal.sessionSha256 !== hashWithoutSeal(session))
    throw broken('session.json', 'it was sealed with another content than what stands there');
}
