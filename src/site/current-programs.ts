/** The programs as they are today, to hold against those that were measured. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../store/canonical.ts';
import { findPlaces } from '../places.ts';

/** sha256 of a file under runners/, by the path that sessions record; `undefined` where it is gone. */
export function hashOfProgram(path: string): string | undefined {
  const file = join(findPlaces().runners, path);
  return existsSync(file) ? sha256Of(readFileSync(file)) : undefined;
}
