/** Whether the texts of the reports are right: front matter, MDX, claims.yaml, published.yaml, and the prose lint. */
import { join, resolve, sep } from 'node:path';
import { explainFindings } from '../claims/lint/explain.ts';
import type { Places } from '../places.ts';
import { checkContent } from '../site/check/content.ts';
import { lintProse } from '../site/prose.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';

/** A check for each report. Looks at no data. */
export async function checkTexts(reports: readonly string[], places: Places): Promise<Checked[]> {
  const mistakes = await mistakesIn(places);
  // What a sentence states is told once the texts can be read.
  const prose = mistakes.length > 0 ? [] : await proseFindings(reports, places);
  return reports.map((report) => {
    const own = mistakes.filter((line) => isAbout(report, line, reports));
    const stated = prose.flatMap((one) => (one.report === report ? [one.message] : []));
    return checkedWith({ check: 'texts', report, looked: 'its texts' }, [...own, ...stated]);
  });
}

/** Mistakes in the texts of all reports, each with what is said to it. */
async function mistakesIn(places: Places): Promise<string[]> {
  const said = await findingsOf(() => checkContent(places));
  return said.flatMap((message) => message.split(/\n(?=content\/)/));
}

/** What names no report at all is told with the first one. */
function isAbout(report: string, line: string, reports: readonly string[]): boolean {
  const named = /^content\/([^/]+)\//.exec(line)?.[1];
  return named === undefined ? report === reports[0] : named === report;
}

async function proseFindings(
  reports: readonly string[],
  { content, runners }: Places,
): Promise<{ report: string; message: string }[]> {
  const { findings, context } = await lintProse(content, runners);
  return reports.flatMap((report) => {
    const folder = join(content, report) + sep;
    const own = findings.filter(({ file }) => resolve(file).startsWith(folder));
    return own.length === 0 ? [] : [{ report, message: explainFindings(own, context) }];
  });
}
