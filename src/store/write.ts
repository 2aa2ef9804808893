import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { sourceFilesOf } from './source-files.ts';
import { sha256Of } from './canonical.ts';
import { findLack } from './complete.ts';
import { prettyJson, writeWhole } from './files.ts';
import { hashWithoutSeal, readProgram, readSession, type StoredSession } from './read.ts';
import { parseRecords } from './record-file.ts';
import { sessionSchema, type Session } from './schema.ts';

/**
 * Makes the folder of a session, keeps the sources that it will measure, and writes session.json.
 *
 * @param sources path of each source, with the sha256 that it had when the session was planned
 * @returns the folder
 * @throws Problem (usage) when a source has another content by now
 */
export function createSession(
  root: string,
  session: Session,
  sources: ReadonlyMap<string, string>,
): string {
  const folder = join(root, session.id);
  mkdirSync(join(folder, 'programs'), { recursive: true });
  for (const [file, sha256] of sources) keepSource(folder, file, sha256);
  writeSession(folder, session);
  return folder;
}

/** Replaces session.json. */
export function writeSession(folder: string, session: Session): void {
  writeWhole(join(folder, 'session.json'), prettyJson(sessionSchema.parse(session)));
}

/**
 * Copies a finished session to the committed ones and seals it there, for a report.
 *
 * @param report that it says it is for from then on, where it doesn't say so already
 * @returns the new folder
 * @throws Problem (usage) when it isn't finished or whole, lacks a program, or stands there already
 */
export function sealInto(root: string, folder: string, report: string): string {
  const stored = readSession(folder);
  const target = join(root, basename(folder));
  if (existsSync(target))
    throw new Problem(
      'usage',
      `${target} is there already: a session is accepted once. For another report to render from it too, write "session: ${basename(folder)}" into its front matter.`,
    );
  checkAcceptable(stored);
  mkdirSync(root, { recursive: true });
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  cpSync(folder, part, { recursive: true });
  writeSealed(part, { ...stored.session, reports: stored.session.reports ?? [report] });
  renameSync(part, target);
  return target;
}

/** Writes session.json with a seal over the records beside it and over all else that it says. */
export function writeSealed(folder: string, session: Session): void {
  const content = readFileSync(join(folder, 'records.jsonl'), 'utf8');
  const { records } = parseRecords(content, join(folder, 'records.jsonl'));
  writeSession(folder, {
    ...session,
    seal: {
      records: records.length,
      sha256: sha256Of(content),
      sessionSha256: hashWithoutSeal(session),
    },
  });
}

function keepSource(folder: string, file: string, sha256: string): void {
  const content = readFileSync(file);
  if (sha256Of(content) !== sha256) {
    throw new Problem(
      'usage',
      `${file} was edited while the session was planned. Run the same command again.`,
    );
  }
  const copy = join(folder, 'programs', sha256);
  if (!existsSync(copy)) writeWhole(copy, content);
}

function checkAcceptable({ folder, session, records, tornLine }: StoredSession): void {
  if (session.profile === 'smoke') {
    throw new Problem(
      'usage',
      `${folder} is a smoke session, which is never published. Measure one with "npm run measure -- --profile full".`,
    );
  }
  if (tornLine || session.finishedAt === undefined) {
    throw new Problem(
      'usage',
      `${folder} isn't finished. Finish it with "npm run measure -- --resume --profile ${session.profile}".`,
    );
  }
  const lack = findLack(session, records);
  if (lack !== undefined) {
    throw new Problem(
      'usage',
      `${folder} isn't whole: ${lack}. Restore it from a copy, or measure again with --fresh.`,
    );
  }
  for (const aCase of session.cases)
    for (const source of sourceFilesOf(aCase)) readProgram(folder, source.sha256);
}
