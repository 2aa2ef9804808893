/** Which documents there are, and where they stand. */
import { basename, join } from 'node:path';
import type { DocumentView } from '../present/document.ts';
import type { Report } from '../present/report.ts';
import { listSessions } from '../store/read.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import { belongsTo } from './belonging.ts';
import { documentFromHere, documentFromSession } from './document.ts';
import { drawsEarlierWhole } from './earlier.ts';
import { readHere } from './here.ts';
import { findPlaces, type Roots } from '../places.ts';
import { analysedSession, localSessions, type AnalysedSession } from './stored.ts';

export interface ReportDocuments {
  readonly report: Report;
  /** The document itself; absent where nothing is accepted and nothing was measured here. */
  readonly main?: DocumentView;
  /** The same document from this machine's runs. */
  readonly here?: DocumentView;
  /** Accepted sessions that are no longer pinned, newest first. */
  readonly earlier: readonly DocumentView[];
}

/** The documents of a report: the pinned reference, this machine's, earlier ones. */
export function documentsOf(
  report: Report,
  { data }: Pick<Roots, 'data'> = findPlaces(),
): ReportDocuments {
  const main = mainDocument(report, data);
  const here = hereDocument(report, data);
  const earlier = earlierDocuments(report, data);
  return { report, ...(main && { main }), ...(here && { here }), earlier };
}

/** The document of the pinned session; `undefined` where no reference is accepted. */
export function referenceDocument(
  report: Report,
  { data }: Pick<Roots, 'data'> = findPlaces(),
): DocumentView | undefined {
  if (report.session === undefined) return undefined;
  const where = `"session" in content/${report.id}/index.mdx`;
  const stored = analysedSession(data, report.session, where);
  return documentFromSession(report, 'reference', `/${report.id}/`, stored);
}

function mainDocument(report: Report, data: string): DocumentView | undefined {
  const path = `/${report.id}/`;
  if (report.session !== undefined) return referenceDocument(report, { data });
  const here = readHere(data);
  const own = here && withRuns(documentFromHere(report, 'local', path, here, data));
  if (own !== undefined) return own;
  for (const stored of localSessions(data)) {
    if (!belongsTo(stored.session, report)) continue;
    const found = withRuns(documentFromSession(report, 'local', path, stored));
    if (found !== undefined) return found;
  }
  return undefined;
}

function hereDocument(report: Report, data: string): DocumentView | undefined {
  const here = readHere(data);
  return here && withRuns(documentFromHere(report, 'here', `/${report.id}/here/`, here, data));
}

/**
 * A document, unless it shows no run at all: a session may be of other cases only, interrupted
 * before its first program ended, or of programs that have been changed since.
 */
function withRuns(view: DocumentView): DocumentView | undefined {
  const hasRuns = [...view.cases.values()].some(
    (aCase) => aCase.state === 'measured' && aCase.records.some(isCounted),
  );
  return hasRuns ? view : undefined;
}

const isCounted = ({ round, outcome }: InvocationRecord): boolean =>
  round > 0 && outcome !== 'unavailable' && outcome !== 'not-attempted';

function earlierDocuments(report: Report, data: string): DocumentView[] {
  return acceptedSessions(report, data)
    .filter(({ session }) => session.id !== report.session)
    .reverse()
    .map((stored) => ({
      ...documentFromSession(
        report,
        'earlier',
        `/${report.id}/sessions/${stored.session.id}/`,
        stored,
      ),
      recordsOnly: !drawsEarlierWhole(),
    }))
    .filter((view) => withRuns(view) !== undefined);
}

/** Accepted sessions of the report, oldest first. */
export function acceptedSessions(report: Report, data: string): AnalysedSession[] {
  return listSessions(join(data, 'sessions'))
    .map((folder) => analysedSession(data, basename(folder), 'data/sessions'))
    .filter(({ session }) => belongsTo(session, report));
}
