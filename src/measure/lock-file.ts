/** A file that one living process holds: its content is the holder's number. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Taken, with the way to give it back; or held by a process, unknown where it changed hands just now. */
export type Lock =
  { readonly giveBack: () => void } | { readonly holder: number | 'another process' };

/**
 * Tries to take the lock. One whose holder has ended is taken over. Its folder is made.
 *
 * @throws the file system's error where the file can't be written or removed
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
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
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
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
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
