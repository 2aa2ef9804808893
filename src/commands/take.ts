/** A session that another machine measured, handed over as an archive that nobody vouches for. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readArchive, type Files } from '../publish/archive.ts';
import { Refused } from '../publish/refused.ts';
import { Problem } from '../scenario/problem.ts';
import { SESSION_NAME } from '../store/ids.ts';
import { printable } from '../store/printable.ts';
import { readProgram, readSession } from '../store/read.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/** The reference of today takes 2 MB. */
const LIMITS = { files: 1000, fileBytes: 100e6, totalBytes: 200e6 };

/** All that a session's folder holds. */
const PARTS = /^(?:session\.json|records\.jsonl|programs\/[0-9a-f]{64})$/;

/**
 * Takes a session into data/local/, from where it can be looked at and accepted. Nothing of the archive
 * is unpacked but the files of a session, and nothing of it is run.
 *
 * @param zip path of the archive
 * @param session its name, as the machine that measured it says
 * @throws Problem (usage) for a name that is none, or that is here already;
 *   Problem (finding) for an archive of anything else than this session, whole and unchanged
 */
export async function take(
  zip: string,
  session: string,
  places: Places,
  output: Output,
): Promise<void> {
  if (!SESSION_NAME.test(session))
    throw new Problem('usage', `"${printable(session)}" is no name of a session.`);
  const target = join(places.local, session);
  if (existsSync(target))
    throw new Problem('usage', `${target} is there already: a session is taken once.`);
  const files = await filesOf(zip);
  mkdirSync(places.local, { recursive: true });
  const aside = mkdtempSync(join(places.local, '.taking-'));
  try {
    const folder = join(aside, session);
    writeFiles(folder, files);
    checkWhole(folder);
    renameSync(folder, target);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  output.say(`Taken: ${relative(places.root, target)}`);
  output.result({ session });
}

async function filesOf(zip: string): Promise<Files> {
  try {
    const files = await readArchive(zip, LIMITS);
    const strange = [...files.keys()].find((path) => !PARTS.test(path));
    if (strange !== undefined) throw new Refused(strange, 'is no part of a session');
    return files;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Problem(
      'finding',
      `The session was refused, and nothing of it taken: ${printable(error.file)}: ${printable(error.reason)}.`,
    );
  }
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: 'wx' });
  }
}

/** @throws Problem where it doesn't follow the contract, or a program isn't what its name says */
function checkWhole(folder: string): void {
  const { session } = readSession(folder);
  for (const { contestants, service = [] } of session.cases)
    for (const { sha256 } of [...contestants.flatMap(({ files }) => files), ...service])
      readProgram(folder, sha256);
}
