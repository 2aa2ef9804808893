/** Reports read outside of Astro: their front matter and their text. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { reportSchema, type Report } from '../present/report.ts';
import { Problem } from '../scenario/problem.ts';

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
  const file = join(content, id, 'index.mdx');
  const frontMatter = /^---\n([^]*?)^---$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (frontMatter === undefined) {
    throw new Problem(
      'usage',
      `${file} has no front matter. Begin it with a line "---", and end the front matter with another.`,
    );
  }
  const parsed = reportSchema.safeParse(parse(frontMatter));
  if (parsed.success) return { id, ...parsed.data };
  throw new Problem(
    'usage',
    `The front matter of ${file} is wrong.\n${z.prettifyError(parsed.error)}`,
  );
}
