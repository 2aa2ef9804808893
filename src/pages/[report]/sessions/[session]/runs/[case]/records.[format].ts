/** The records of a case of an earlier session, to download. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordsFile } from '../../../../../../site/downloads.ts';
import { allReports, recordFiles, type RecordsProps } from '../../../../../../site/paths.ts';

export const getStaticPaths = (async () => {
  const reports = await allReports();
  return reports.flatMap(({ entry, earlier }) =>
    earlier.flatMap((view) =>
      recordFiles(view, { report: entry.id, session: view.sessions[0]!.id }),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<RecordsProps> = ({ props: { view, aCase, format } }) =>
  recordsFile(view, aCase, format);
