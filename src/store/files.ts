import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from '../scenario/problem.ts';

/**
 * Writes under a temporary name and renames, so that no reader ever sees half a file.
 *
 * @throws Problem (blocked) when the disk is full or read-only; the old file stays as it was
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  // Two commands may write the same file at once: each its own temporary one.
  const temporary = `${file}.${process.pid}.part`;
  try {
    writeToDisk(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw explainWriteError(error, file);
  }
}

function writeToDisk(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'w');
  try {
    // Not writeSync: on a nearly full disk that writes a part and says nothing.
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** JSON that people can read and git can compare. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Says what to do when the disk is full or read-only; other errors pass. */
export function explainWriteError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem(
      'blocked',
      `No space left for ${file}. What was finished is kept: free some space and run the same command again.`,
    );
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return new Problem(
      'blocked',
      `${file} can't be written (${code}). Make its folder writable and run the same command again.`,
    );
  }
  return error;
}
