import { join } from 'node:path';
import type { SessionCase } from '../store/schema.ts';

/** Path of every source that these cases measure, with the sha256 that the plan found. */
export function sourcesOf(runners: string, cases: readonly SessionCase[]): Map<string, string> {
  const sources = cases.flatMap((aCase) => [
    ...aCase.contestants.flatMap((contestant) => contestant.files),
    ...(aCase.service ?? []),
    ...(aCase.checkFiles ?? []),
    ...Object.values(aCase.inputs ?? {}).flatMap(({ files = [] }) => files),
  ]);
  return new Map(sources.map(({ path, sha256 }) => [join(runners, path), sha256]));
}
