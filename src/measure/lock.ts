import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../scenario/problem.ts';

/**
 * Takes the machine's measuring lock: two measuring runs at once would disturb each other,
 * also from two checkouts, so the lock stands in the temporary folder.
 *
 * @returns gives the lock back
 * @throws Problem (blocked) while another living process holds it
 */
export function takeLock(folder: string = tmpdir()): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'steelyard-measuring.lock');
  if (!tryToLink(file)) {
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) {
      throw new Problem(
        'blocked',
        `Another measuring run (process ${holder}) is under way on this machine: two at once would disturb each other. ` +
          `Wait for it, or end it. If that process is something else, remove ${file}.`,
      );
    }
    removeStale(file);
    if (!tryToLink(file))
      throw new Problem(
        'blocked',
        `${file} was taken by another measuring run just now. Wait for it.`,
      );
  }
  return () => rmSync(file, { force: true });
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

function removeStale(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw new Problem(
      'blocked',
      `${file} was left by a run that has ended, and can't be removed: ${(error as Error).message}. Remove it.`,
    );
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
