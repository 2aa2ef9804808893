import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterSchema } from './present/chapter.ts';
import { reportSchema } from './present/report.ts';
import { roots } from './site/roots.ts';

/** Not as a text, which the loader would read as an address: `a%20b` is another folder than `a b`. */
const base = pathToFileURL(roots().content);

/** One folder under content/ is one report: its document is index.mdx. */
const reports = defineCollection({
  loader: glob({
    base,
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
  }),
  schema: reportSchema,
});

/** Every other MDX file of the folder is a page below the document: `<report>/<name>`. */
const chapters = defineCollection({
  loader: glob({
    base,
    pattern: ['*/*.mdx', '!*/index.mdx'],
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: chapterSchema,
});

export const collections = { chapters, reports };
