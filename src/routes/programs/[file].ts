/** The measured sources, each once, named by their hash. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { programFiles } from '../../site/paths.ts';
import { textFile } from '../../site/downloads.ts';

export const getStaticPaths = (() =>
  programFiles().map(({ sha256, source }) => ({
    params: { file: `${sha256}.txt` },
    props: { source },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ source: string }> = ({ props }) =>
  textFile(props.source, 'text/plain');
