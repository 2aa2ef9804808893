import type { DocumentView } from '../document.ts';

/** The page of a report's machines, below the base. */
export function machinesPath({ report }: Pick<DocumentView, 'report'>): string {
  return `/${report.id}/machines/`;
}

/** A file of a session beside the reference, as it was sealed. */
export function sealedPath(
  view: Pick<DocumentView, 'report'>,
  session: string,
  part: 'session.json' | 'records.jsonl',
): string {
  return `${machinesPath(view)}${session}/${part}`;
}
