/** Reports read outside of Astro: their front matter and their text. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema, type Report } from '../present/report.ts';
import { Problem } from '../scenario/problem.ts';
import { readFrontMatter } from './front-matter.ts';

/** Folders of the site that hold something else than a report. */
const taken: readonly string[] = ['404', 'glossary', 'pictures', 'programs', 'schema'];

/**
 * Ids of the reports: the folders under content/ that have an index.mdx.
 *
 * @throws Problem (usage) for a name that is no address, or at whose address other pages stand
 */
export function listReports(content: string): string[] {
  if (!existsSync(content)) return [];
  const reports = readdirSync(content)
    .filter((name) => existsSync(join(content, name, 'index.mdx')))
    .sort();
  const odd = reports.find((name) => !/^\w[\w.-]*$/.test(name));
  if (odd !== undefined) {
    const what = `content/${odd}/ can't be a report: its name becomes an address. Use a-z, 0-9, "-", "_" and "." alone.`;
    throw new Problem('usage', what);
  }
  const clash = reports.find((name) => taken.includes(name) || /^pr-\d+$/.test(name));
  if (clash === undefined) return reports;
  throw new Problem(
    'usage',
    `content/${clash}/ can't be a report: other pages stand at "/${clash}". Rename the folder.`,
  );
}

/**
 * A report as its front matter describes it.
 *
 * @throws Problem (usage) for front matter that is missing or wrong
 */
export function readReport(content: string, id: string): Report {
  return {
    id,
    ...readFrontMatter(join(content, id, 'index.mdx'), reportSchema, `content/${id}/index.mdx`),
  };
}
