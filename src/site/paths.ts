/** Which pages are built, for the routes under src/routes/[report]/. */
import { caseName, type DocumentView, type MeasuredCase } from '../present/document.ts';
import { sourceFilesOf } from '../store/source-files.ts';
import { chaptersOf } from './chapters.ts';
import { formatsOf, type RecordFormat } from './downloads.ts';
import { listReports, readReport } from './reports.ts';
import { findPlaces } from '../places.ts';
import type { Replications } from '../present/machines/replications.ts';
import { replicationsOf } from './replications.ts';
import { documentsOf, type ReportDocuments } from './site.ts';

export interface ReportPages extends ReportDocuments {
  /** Names of the pages that every document of the report has besides its own. */
  readonly chapters: readonly string[];
}

/** All reports with their documents, in the order of their names. */
export function allReports(): ReportPages[] {
  const { content } = findPlaces();
  return listReports(content).map((id) => ({
    chapters: chaptersOf(id).map(({ name }) => name),
    ...documentsOf(readReport(content, id)),
  }));
}

/** Every document of a report, with the parameters of its routes: where it stands below the report's address. */
export function viewPages({ report, main, here, earlier }: ReportPages): {
  params: { report: string; at: string | undefined };
  view: DocumentView;
}[] {
  return [main, here, ...earlier]
    .filter((view) => view !== undefined)
    .map((view) => {
      const at = view.path.slice(`/${report.id}/`.length, -1);
      return { params: { report: report.id, at: at === '' ? undefined : at }, view };
    });
}

/** The page of machines of each report that has sessions beside its reference. */
export function machinePages(): {
  params: { report: string };
  view: DocumentView;
  replications: Replications;
}[] {
  return allReports().flatMap(({ report, main }) => {
    const replications = main && replicationsOf(main);
    return replications === undefined
      ? []
      : [{ params: { report: report.id }, view: main!, replications }];
  });
}

/** Cases of a document that have runs, with the name of their page. */
export function runPages(view: DocumentView): { case: string; aCase: MeasuredCase }[] {
  return [...view.cases.values()]
    .filter((one): one is MeasuredCase => one.state === 'measured')
    .map((aCase) => ({ case: caseName(aCase.id), aCase }));
}

/** A type and no interface: Astro asks for an index signature. */
export type RecordsProps = {
  readonly view: DocumentView;
  readonly aCase: MeasuredCase;
  readonly format: RecordFormat;
};

/** The downloads of a document's cases, a route each. */
export function recordFiles<P extends Record<string, string | undefined>>(
  view: DocumentView,
  params: P,
): { params: P & { case: string; format: RecordFormat }; props: RecordsProps }[] {
  return runPages(view).flatMap(({ case: name, aCase }) =>
    formatsOf(view).map((format) => ({
      params: { ...params, case: name, format },
      props: { view, aCase, format },
    })),
  );
}

/** Every measured source of every document, once. */
export function programFiles(): { sha256: string; source: string }[] {
  const found = new Map<string, string>();
  for (const { main, here, earlier } of allReports()) {
    for (const view of [main, here, ...earlier].filter((one) => one !== undefined)) {
      for (const { aCase } of runPages(view)) {
        for (const sha256 of measuredHashes(aCase)) {
          if (!found.has(sha256)) found.set(sha256, view.source(sha256));
        }
      }
    }
  }
  return [...found].map(([sha256, source]) => ({ sha256, source }));
}

/** All sources of a case. */
function measuredHashes({ definition }: MeasuredCase): string[] {
  return sourceFilesOf(definition).map((file) => file.sha256);
}
