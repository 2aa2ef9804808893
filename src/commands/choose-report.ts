import { Problem } from '../scenario/problem.ts';
import { reportsOf } from '../drawing/checks.ts';
import type { Places } from '../places.ts';

/**
 * The report that is asked for, or the only one.
 *
 * @throws Problem (usage) where there is none, or none of this name, or a choice to make
 */
export function chooseReport(places: Pick<Places, 'content'>, chosen: string | undefined): string {
  const reports = reportsOf(places);
  if (chosen === undefined && reports.length === 1) return reports[0]!;
  const there = reports.join(', ');
  if (chosen === undefined)
    throw new Problem('usage', `Say which report it is for with --report: ${there}.`);
  if (reports.includes(chosen)) return chosen;
  throw new Problem(
    'usage',
    `There is no report "${chosen}": no such folder under content/ has an index.mdx. There are: ${there}.`,
  );
}
