/** The picture that stands beside a link to the document. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allReports } from '../../site/paths.ts';
import { pictureOf, pngOf } from '../../site/picture.ts';

export const getStaticPaths = (() => {
  const reports = allReports();
  return reports.flatMap(({ report, main }) => {
    const svg = main && pictureOf(main);
    return svg === undefined ? [] : [{ params: { report: report.id }, props: { svg } }];
  });
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(pngOf(props.svg));
