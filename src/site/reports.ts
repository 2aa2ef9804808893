/** Reports read outside of Astro: their front matter and their text. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema, type Report } from '../present/report.ts';
import { readFrontMatter } from './front-matter.ts';

/** Ids of the reports: the folders under content/ that have an index.mdx. */
export function listReports(content: string): string[] {
  if (!existsSync(content)) return [];
  return readdirSync(content)
    .filter((name) => existsSync(join(content, name, 'index.mdx')))
    .sort();
}

/**
 * A report as its front matter describes it.
 *
 * @throws Problem (usage) for front matter that is missing or wrong
 */
export function readReport(content: string, id: string): Report {
  return { id, ...readFrontMatter(join(content, id, 'index.mdx'), reportSchema) };
}
