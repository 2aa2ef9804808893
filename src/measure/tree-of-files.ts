/** A file, or all files of a folder: their hash and their size. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface FilesSeen {
  /** Of the content of a file; of a folder, of all paths with their contents. */
  readonly sha256: string;
  readonly bytes: number;
}

/** @param change made to each file's content before it is hashed; absent: none */
export function lookAtFiles(path: string, change?: (text: string) => string): FilesSeen {
  const hash = createHash('sha256');
  let bytes = 0;
  const add = (file: string): void => {
    const content = readFileSync(file);
    bytes += content.length;
    hash.update(change === undefined ? content : change(content.toString('utf8')));
  };
  if (!lstatSync(path).isDirectory()) add(path);
  else
    for (const name of filesBelow(path)) {
      const file = join(path, name);
      hash.update(`${name}\0`);
      if (lstatSync(file).isSymbolicLink()) hash.update(readlinkSync(file));
      else add(file);
      hash.update('\0');
    }
  return { sha256: hash.digest('hex'), bytes };
}

/** Paths below a folder, sorted, of all that is no folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
