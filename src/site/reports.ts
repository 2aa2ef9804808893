/** Reports read outside of Astro: their front matter and their text. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema, type Report } from '../present/report.ts';
import { Problem } from '../scenario/problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { drawnAt, STATIC_FOLDER } from './taken.ts';

/** Whether a report of this name would stand where something else does; hosts show 404.html at "/404" too. */
const isTaken = (name: string): boolean =>
  ['404', 'robots.txt', STATIC_FOLDER].includes(name) || drawnAt(name) !== undefined;

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
  const clash = reports.find(isTaken);
  if (clash === undefined) return reports;
  if (clash === STATIC_FOLDER)
    throw new Problem(
      'usage',
      `content/${clash}/ can't be a report: what stands there is published as it is. Rename the folder.`,
    );
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
