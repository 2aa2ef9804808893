/** The records of a case that was measured on this machine, to download. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordsFile } from '../../../../../site/downloads.ts';
import { allReports, recordFiles, type RecordsProps } from '../../../../../site/paths.ts';

export const getStaticPaths = (async () => {
  const reports = await allReports();
  return reports.flatMap(({ entry, here: view }) =>
    view ? recordFiles(view, { report: entry.id }) : [],
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<RecordsProps> = ({ props: { view, aCase, format } }) =>
  recordsFile(view, aCase, format);
