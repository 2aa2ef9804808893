/** A file that one living process holds: its content is the holder's number. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../scenario/problem.ts';

/** Taken, with the way to give it back; or held by a process, unknown where it changed hands just now. */
export type Lock =
  { readonly giveBack: () => void } | { readonly holder: number | 'another process' };

/**
 * Tries to take the lock. One whose holder has ended is taken over. Its folder is made.
 *
 * @throws Problem (usage) for a link, a pipe or a folder in its place; the file system's error where the
 *   file can't be written or removed
 */
export function tryLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const taken: Lock = { giveBack: () => rmSync(file, { force: true }) };
  if (tryToLink(file)) return taken;
  const holder = readHolder(file);
  if (holder !== undefined && isAlive(holder)) return { holder };
  removeStale(file);
  return tryToLink(file) ? taken : { holder: 'another process' };
}

/** A link appears with its content at once: nobody reads a lock that doesn't name its holder yet. */
function tryToLink(file: string): boolean {
  // A new name that nobody could foresee: in a folder of all, a link in its place would be followed.
  const own = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(own, String(process.pid), { flag: 'wx' });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Undefined when the lock has gone meanwhile. */
function readHolder(file: string): number | undefined {
  let descriptor: number;
  try {
    // Opening a pipe would wait for its writer.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw noLock(file);
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw noLock(file);
    return Number(readFileSync(descriptor, 'utf8'));
  } finally {
    closeSync(descriptor);
  }
}

function noLock(file: string): Problem {
  return new Problem(
    'usage',
    `${file} is no lock of Steelyard’s, and in its place. Look at what it is, and remove it.`,
  );
}

/**
 * Two who find the same stale lock must not remove each other's new one: a renaming gets one file
 * alone, and what turns out to be held after all is put back.
 */
function removeStale(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isAlive(holder)) linkSync(aside, file);
  rmSync(aside);
}

/** Whether a process runs that has this number. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
