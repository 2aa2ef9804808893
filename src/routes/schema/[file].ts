/** The JSON Schemas of the data contract, beside the downloads that follow them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { textFile } from '../../site/downloads.ts';
import { prettyJson } from '../../store/files.ts';
import { jsonSchemas } from '../../store/json-schema.ts';

export const getStaticPaths = (() =>
  Object.entries(jsonSchemas()).map(([file, schema]) => ({
    params: { file },
    props: { schema },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  textFile(prettyJson(props['schema']), 'application/schema+json');
