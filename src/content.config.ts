import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { reportSchema } from './present/report.ts';
import { roots } from './site/roots.ts';

/** One folder under content/ is one report: its document is index.mdx. */
const reports = defineCollection({
  loader: glob({
    base: roots().content,
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
  }),
  schema: reportSchema,
});

export const collections = { reports };
