import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Problem } from '../scenario/problem.ts';

/**
 * Writes under a temporary name and renames, so that no reader ever sees half a file. A link stays one, and the file keeps
 * who may read and write it.
 *
 * @throws Problem (blocked) when the disk is full or read-only; the old file stays as it was
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  // Two commands may write the same file at once: each its own temporary one.
  const target = existsSync(file) ? realpathSync(file) : file;
  const temporary = `${target}.${process.pid}.part`;
  try {
    writeToDisk(temporary, content);
    if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
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

/** What keeps a file from being read or written, and what to do about it. */
const obstacles: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder. Move it out of the way',
  ENOTDIR: 'something above it is no folder. Move that out of the way',
  ELOOP: 'its symbolic links lead in a circle. Mend them',
  ENAMETOOLONG: 'its name is too long. Choose a shorter place',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine',
};

/** Says what to do where a file can't be read or written for a reason outside of Steelyard; other errors pass. */
export function explainWriteError(error: unknown, file: string): unknown {
  const { code = '', syscall = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem(
      'blocked',
      `No space left for ${file}. What was finished is kept: free some space and run the same command again.`,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return forbidden(code, file, isReading(syscall, file));
  const obstacle = obstacles[code];
  if (obstacle === undefined) return error;
  return new Problem(
    'blocked',
    `${file} can't be used (${code}): ${obstacle}. What was finished is kept: run the same command again then.`,
  );
}

function forbidden(code: string, file: string, reading: boolean): Problem {
  return new Problem(
    'blocked',
    reading
      ? `${file} can't be read (${code}). Make it readable and run the same command again.`
      : `${file} can't be written (${code}). Make its folder writable and run the same command again.`,
  );
}

/** To open is both: then it was reading, if the file is there and can't be read. */
function isReading(syscall: string, file: string): boolean {
  if (syscall !== 'open') return /^(l?stat|scandir|access|read|readlink|realpath)/.test(syscall);
  try {
    accessSync(file, constants.R_OK);
    return false;
  } catch {
    return existsSync(file);
  }
}
