/** Reports and the sessions that feed them, named on the command line. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import type { DocumentView } from '../present/document.ts';
import type { Report } from '../present/report.ts';
import { Problem } from '../scenario/problem.ts';
import { documentFromSession } from '../site/document.ts';
import { documentsOf } from '../site/site.ts';
import { analysedSession } from '../site/stored.ts';
import { readSession } from '../store/read.ts';
import type { Places } from '../places.ts';

/**
 * A document of the report by name: "reference", "here", a session's id (of a replication too), or the folder of one.
 *
 * @throws Problem (usage) where there is no such document
 */
export function viewNamed(name: string, report: Report, places: Places): DocumentView {
  if (name === 'reference' || name === 'here') {
    const { main, here } = documentsOf(report, places);
    const found = name === 'here' ? here : main?.place === 'reference' ? main : undefined;
    if (found !== undefined) return found;
    const what = name === 'here' ? 'nothing is measured here' : 'no reference is accepted';
    throw new Problem('usage', `There is no "${name}": ${what}. Name a session instead.`);
  }
  const path = `/${report.id}/sessions/${name}/`;
  const folder = [name, join(places.replications, name)].find((one) =>
    existsSync(join(one, 'session.json')),
  );
  if (folder !== undefined) {
    const stored = readSession(folder);
    const results = analyse(stored.session, stored.records);
    return documentFromSession(report, 'earlier', path, { ...stored, results });
  }
  const stored = analysedSession(places.data, name, 'The command');
  return documentFromSession(report, 'earlier', path, stored);
}
