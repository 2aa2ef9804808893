/** CITATION.cff of a report's session (Citation File Format 1.2.0, citation-file-format.github.io). */
import { stringify } from 'yaml';
import { COMMIT } from '../../store/commit.ts';
import type { Session } from '../../store/schema.ts';

/** What the project says of itself, in its package.json. */
export interface CitedProject {
  readonly author: { readonly name: string; readonly email?: string; readonly website?: string };
  readonly repository?: string;
  readonly license?: string;
}

export interface CitedReport {
  readonly title: string;
  readonly description: string;
}

/**
 * The report as a data set, at the commit that measured it, on the day of its session. The author's name stands
 * as it is stated, and nobody guesses which part of it is the family's.
 */
export function citationCff(
  { title, description }: CitedReport,
  { id, startedAt, finishedAt, harness }: Session,
  { author, repository, license }: CitedProject,
): string {
  const isCommit = COMMIT.test(harness.commit) && !harness.dirty;
  return stringify({
    'cff-version': '1.2.0',
    message: 'If you use these measurements, please cite them as below.',
    type: 'dataset',
    title,
    abstract: description,
    authors: [author],
    'date-released': (finishedAt ?? startedAt).slice(0, 10),
    version: id,
    ...(isCommit && { commit: harness.commit }),
    ...(repository !== undefined && { 'repository-code': repository }),
    ...(license !== undefined && { license }),
  });
}
