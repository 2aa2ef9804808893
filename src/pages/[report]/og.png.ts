/** The picture that stands beside a link to the document. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { verdictPicture } from '../../present/picture/verdict-picture.ts';
import { allReports } from '../../site/paths.ts';
import { pngOf } from '../../site/picture.ts';

export const getStaticPaths = (async () => {
  const reports = await allReports();
  return reports.flatMap(({ entry, main: view }) =>
    view ? [{ params: { report: entry.id }, props: { view } }] : [],
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(pngOf(verdictPicture(props.view)));
