/** The records of a case of a document, to download. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordsFile } from '../../../../../site/downloads.ts';
import {
  allReports,
  recordFiles,
  viewPages,
  type RecordsProps,
} from '../../../../../site/paths.ts';

export const getStaticPaths = (() => {
  const reports = allReports();
  return reports.flatMap((pages) =>
    viewPages(pages).flatMap(({ params, view }) => recordFiles(view, params)),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<RecordsProps> = ({ props: { view, aCase, format } }) =>
  recordsFile(view, aCase, format);
