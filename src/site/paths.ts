/** Which pages are built, for the routes under src/pages/[report]/. */
import { getCollection, type CollectionEntry } from 'astro:content';
import type { DocumentView, MeasuredCase } from '../present/document.ts';
import { documentsOf, type ReportDocuments } from './site.ts';

type Entry = CollectionEntry<'reports'>;

export interface ReportPages extends ReportDocuments {
  readonly entry: Entry;
}

/** All reports with their documents, in the order of their names. */
export async function allReports(): Promise<ReportPages[]> {
  const entries = await getCollection('reports');
  return entries
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({ entry, ...documentsOf(entry) }));
}

/** Cases of a document that have runs, with the name of their page. */
export function runPages(view: DocumentView): { case: string; aCase: MeasuredCase }[] {
  return [...view.cases.values()]
    .filter((one): one is MeasuredCase => one.state === 'measured')
    .map((aCase) => ({ case: aCase.id.replace('/', '-'), aCase }));
}
