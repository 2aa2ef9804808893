/** The files that a case is made of, each with its hash. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenario/schema.ts';
import { sha256Of } from '../store/canonical.ts';
import type { SessionContestant } from '../store/schema.ts';

export type HashedFile = SessionContestant['files'][number];

/** Files of a scenario's service; none where there is none. */
export function serviceFiles({ service }: Scenario, runners: string): HashedFile[] {
  if (service === undefined) return [];
  return hashFiles(runners, 'services', [service.program, ...service.helpers]);
}

/** Files of the program that judges a scenario's outputs; none where there is none. */
export function checkFiles({ check }: Scenario, runners: string): HashedFile[] {
  if (check?.files === undefined) return [];
  return hashFiles(runners, 'checks', [check.files.program, ...check.files.helpers]);
}

/** @param folder below `runners`, as paths are shown */
export function hashFiles(runners: string, folder: string, paths: readonly string[]): HashedFile[] {
  return paths.map((path) => ({
    path: `${folder}/${path}`,
    sha256: sha256Of(readFileSync(join(runners, folder, path))),
  }));
}
