import { join } from 'node:path';
import type { SessionCase } from '../store/schema.ts';
import { sourceFilesOf } from '../store/source-files.ts';

/** Path of every source that these cases measure, with the sha256 that the plan found. */
export function sourcesOf(runners: string, cases: readonly SessionCase[]): Map<string, string> {
  const sources = cases.flatMap(sourceFilesOf);
  return new Map(sources.map(({ path, sha256 }) => [join(runners, path), sha256]));
}
