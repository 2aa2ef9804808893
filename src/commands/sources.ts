import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../plan/schedule.ts';
import { Problem } from '../scenario/problem.ts';
import { sha256Of } from '../store/canonical.ts';
import type { SessionCase } from '../store/schema.ts';

/** Path of every source that these cases measure, with the sha256 that the plan found. */
export function sourcesOf(runners: string, cases: readonly SessionCase[]): Map<string, string> {
  const sources = cases.flatMap((aCase) => [
    ...aCase.contestants.flatMap((contestant) => contestant.files),
    ...(aCase.service ?? []),
  ]);
  return new Map(sources.map(({ path, sha256 }) => [join(runners, path), sha256]));
}

/**
 * Checks that what a step measures is still what its key says.
 *
 * @throws Problem (usage) when a file was edited since the session was planned
 */
export function checkSources(runners: string, cases: readonly SessionCase[], step: Step): void {
  const aCase = cases.find((each) => each.id === step.case);
  const files = aCase?.contestants.find((each) => each.id === step.contestant)?.files ?? [];
  for (const { path, sha256 } of [...files, ...(aCase?.service ?? [])]) {
    const file = join(runners, path);
    if (existsSync(file) && sha256Of(readFileSync(file)) === sha256) continue;
    throw new Problem(
      'usage',
      `${file} was edited while it was measured. What is finished is kept: ` +
        'put the file back and run the same command again to go on, or run it as it is to measure the new one.',
    );
  }
}
