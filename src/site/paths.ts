/** Which pages are built, for the routes under src/pages/[report]/. */
import { getCollection, type CollectionEntry } from 'astro:content';
import type { DocumentView, MeasuredCase } from '../present/document.ts';
import { chaptersOf } from './chapters.ts';
import { documentsOf, type ReportDocuments } from './site.ts';

interface ChapterPage {
  readonly name: string;
  readonly entry: CollectionEntry<'chapters'>;
}

export interface ReportPages extends ReportDocuments {
  readonly entry: CollectionEntry<'reports'>;
  /** Pages that every document of the report has besides its own. */
  readonly chapters: readonly ChapterPage[];
}

/** All reports with their documents, in the order of their names. */
export async function allReports(): Promise<ReportPages[]> {
  const entries = await getCollection('reports');
  const chapters = await getCollection('chapters');
  return entries
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({
      entry,
      chapters: chaptersOf(entry.id).flatMap(({ name }) => {
        const found = chapters.find(({ id }) => id === `${entry.id}/${name}`);
        return found ? [{ name, entry: found }] : [];
      }),
      ...documentsOf(entry),
    }));
}

/** Cases of a document that have runs, with the name of their page. */
export function runPages(view: DocumentView): { case: string; aCase: MeasuredCase }[] {
  return [...view.cases.values()]
    .filter((one): one is MeasuredCase => one.state === 'measured')
    .map((aCase) => ({ case: aCase.id.replace('/', '-'), aCase }));
}
