import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface Lock {
  readonly file: string;
  readonly sha256: string;
  /** Packages in it, each once: a package may stand there twice, for different interpreters. */
  readonly packages: readonly string[];
}

/** Reads requirements.lock: names, exact versions and hashes of files, for pip. */
export async function readLock(file: string): Promise<Lock> {
  const text = await readFile(file, 'utf8');
  const names = [...text.matchAll(/^([A-Za-z0-9._-]+)==/gm)].map((match) => match[1] ?? '');
  return {
    file,
    sha256: createHash('sha256').update(text).digest('hex'),
    packages: [...new Set(names)],
  };
}
