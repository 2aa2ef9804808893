/** Reports and the sessions that feed them, named on the command line. */
import { existsSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import type { DocumentView } from '../present/document.ts';
import type { Report } from '../present/report.ts';
import { Problem } from '../scenario/problem.ts';
import { documentFromSession } from '../site/document.ts';
import type { Roots } from '../site/roots.ts';
import { documentsOf } from '../site/site.ts';
import { analysedSession } from '../site/stored.ts';
import { readSession } from '../store/read.ts';
import { reportsOf } from './drawing-checks.ts';
import type { Places } from './places.ts';

/** Where the pages read from, as the commands know it. */
export function rootsOf(places: Places): Roots {
  return { content: places.content, data: dirname(places.results), runners: places.runners };
}

/**
 * The report that is asked for, or the only one.
 *
 * @throws Problem (usage) where there is none, or a choice to make
 */
export function chooseReport(places: Places, chosen: string | undefined): string {
  const reports = reportsOf(places);
  const report = chosen ?? (reports.length === 1 ? reports[0] : undefined);
  if (report === undefined || !reports.includes(report)) {
    throw new Problem('usage', `Say which report it is for with --report: ${reports.join(', ')}.`);
  }
  return report;
}

/**
 * A document of the report by name: "reference", "here", a session's id, or the folder of one.
 *
 * @throws Problem (usage) where there is no such document
 */
export function viewNamed(name: string, report: Report, places: Places): DocumentView {
  if (name === 'reference' || name === 'here') {
    const { main, here } = documentsOf({ id: report.id, data: report }, rootsOf(places));
    const found = name === 'here' ? here : main?.place === 'reference' ? main : undefined;
    if (found !== undefined) return found;
    const what = name === 'here' ? 'nothing is measured here' : 'no reference is accepted';
    throw new Problem('usage', `There is no "${name}": ${what}. Name a session instead.`);
  }
  const path = `/${report.id}/sessions/${name}/`;
  if (existsSync(join(name, 'session.json'))) {
    const stored = readSession(name);
    const results = analyse(stored.session, stored.records);
    return documentFromSession(report, 'earlier', path, { ...stored, results });
  }
  const stored = analysedSession(rootsOf(places).data, name, 'The command');
  return documentFromSession(report, 'earlier', path, stored);
}
