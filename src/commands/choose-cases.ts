/** Which measured cases a command is about: what this machine measured, a reference, or a session by its name. */
import { documentFromSession, caseOfSession } from '../site/document.ts';
import { readHere } from '../site/here.ts';
import { readReport } from '../site/reports.ts';
import { analysedSession } from '../site/stored.ts';
import { scenarioOf, type MeasuredCase } from '../present/document.ts';
import { Problem } from '../scenario/problem.ts';
import { analyseSessions } from '../session/analyse.ts';
import { prepareResults } from '../session/prepare-results.ts';
import { listSessions, readSessionFile } from '../store/read.ts';
import { withInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { chooseReport } from './choose-report.ts';

/** Flags that say whose results are meant; without any, what this machine measured. */
export interface SourceFlags {
  /** Id of a session, of this machine or accepted. */
  readonly session?: string;
  /** The session that a report pins. */
  readonly reference?: boolean;
  /** Of which report; says `reference` by itself. */
  readonly report?: string;
}

/**
 * The cases with what was measured of them.
 *
 * @param names cases (`cpu/20`) or scenarios (`cpu`); empty: all
 * @throws Problem (usage) for a name, a session or a report that isn't there, or where nothing is measured
 */
export async function chooseCases(
  names: readonly string[],
  flags: SourceFlags,
  places: Places,
  output: Output,
): Promise<MeasuredCase[]> {
  const cases = await casesOf(flags, places, output);
  const unknown = names.find((name) => !cases.some(({ id }) => isNamed(id, name)));
  if (unknown === undefined)
    return names.length === 0
      ? cases
      : cases.filter(({ id }) => names.some((one) => isNamed(id, one)));
  const there = cases.map(({ id }) => id).join(', ');
  throw new Problem('usage', `There are no results of "${unknown}". There are: ${there}.`);
}

/** All cases of a session. */
export function casesOfSession(id: string, places: Places, output: Output): MeasuredCase[] {
  analyseSessions(places, output, [id]);
  const stored = analysedSession(places.data, id, 'The command');
  return stored.session.cases.flatMap((one) => caseOfSession(stored, one.id, one.id) ?? []);
}

const isNamed = (id: string, name: string): boolean => id === name || scenarioOf(id) === name;

async function casesOf(
  { session, reference = false, report }: SourceFlags,
  places: Places,
  output: Output,
): Promise<MeasuredCase[]> {
  if (session !== undefined) return casesOfSession(session, places, output);
  if (reference || report !== undefined) return casesOfReference(report, places, output);
  return casesHere(places, output);
}

/** In the order of the report. */
function casesOfReference(
  chosen: string | undefined,
  places: Places,
  output: Output,
): MeasuredCase[] {
  const report = readReport(places.content, chooseReport(places, chosen));
  const where = `"session" in content/${report.id}/index.mdx`;
  if (report.session === undefined)
    throw new Problem(
      'usage',
      `No reference is accepted for ${report.id}: there is no ${where}. ` +
        'Accept a session with "npm run accept", or name one with --session.',
    );
  analyseSessions(places, output, [report.session]);
  const stored = analysedSession(places.data, report.session, where);
  const view = documentFromSession(report, 'reference', `/${report.id}/`, stored);
  return [...view.cases.values()].filter((one) => one.state === 'measured');
}

/** As the pages under `here/` choose them. */
async function casesHere(places: Places, output: Output): Promise<MeasuredCase[]> {
  const sessions = listSessions(places.local).map((folder) => readSessionFile(folder).id);
  if (sessions.length === 0)
    throw new Problem(
      'usage',
      'Nothing is measured on this machine yet. Measure with "npm run build"; ' +
        'the results of an accepted session are shown with --reference.',
    );
  await withInterruption((signal) => prepareResults(places, output, signal));
  const cases = (readHere(places.data)?.cases ?? []).flatMap((entry) => {
    if (!('session' in entry)) return [];
    const stored = analysedSession(places.data, entry.session, 'data/results/here.json');
    return caseOfSession(stored, entry.case, entry.case) ?? [];
  });
  if (cases.length > 0) return cases;
  throw new Problem(
    'usage',
    'No session of this machine holds a case as it is now: programs, parameters or runtimes have changed since, ' +
      `or it was a smoke session. Measure with "npm run build", or name a session with --session: ${sessions.join(', ')}.`,
  );
}
