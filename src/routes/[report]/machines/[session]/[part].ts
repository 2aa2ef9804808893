/** The sessions beside a reference, as they were sealed. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sealedFile, type SealedPart } from '../../../../site/downloads.ts';
import { machinePages } from '../../../../site/paths.ts';

const parts: readonly SealedPart[] = ['session.json', 'records.jsonl'];

export const getStaticPaths = (() =>
  machinePages().flatMap(({ params, view }) =>
    view.report.replications.flatMap((session) =>
      parts.map((part) => ({ params: { ...params, session, part }, props: { session, part } })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ session: string; part: SealedPart }> = ({ props }) =>
  sealedFile(props.session, props.part);
