/** All that must hold for every report of a project, looked at one after the other. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../places.ts';
import { everything, type Selection } from '../plan/selection.ts';
import { loadRunners } from '../scenario/load.ts';
import { Problem } from '../scenario/problem.ts';
import { analyseSessions } from '../session/analyse.ts';
import { findRuntimes } from '../session/find-runtimes.ts';
import { makeFor } from '../session/make.ts';
import { needsOf } from '../site/needs.ts';
import { listReports } from '../site/reports.ts';
import { listSessions } from '../store/read.ts';
import type { Output } from '../terminal/output.ts';
import { checkInterruption } from '../terminal/interruption.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';
import { checkClaims } from './claims.ts';
import { checkKeys, type Found, type KeySources } from './keys.ts';
import type { MakeInputs } from './made.ts';
import { checkPages } from './pages.ts';
import { checkPrograms } from './programs.ts';
import { silent } from './silent.ts';
import { checkTexts } from './texts.ts';

export interface CheckOptions {
  /** Absent: all reports. The pages are drawn of all of them in any case, since they link to each other. */
  readonly report?: string | undefined;
  /** Whether each program runs once. */
  readonly withPrograms: boolean;
  readonly signal: AbortSignal;
}

/**
 * Makes every check and gives each to `tell` as it is done. Keeps no number, and writes nothing but what git
 * ignores: data/results/ and the cache.
 *
 * @returns the same; where a text or a session is wrong, claims and pages are not looked at
 * @throws Problem (blocked) for what this machine lacks, (interrupted) after Ctrl-C
 */
export async function checkProject(
  options: CheckOptions,
  places: Places,
  output: Output,
  tell: (checked: Checked) => void,
): Promise<Checked[]> {
  const { report, withPrograms, signal } = options;
  const all: Checked[] = [];
  const add = (...more: readonly Checked[]): void => {
    checkInterruption(signal);
    all.push(...more);
    for (const one of more) tell(one);
  };
  const reports = report === undefined ? listReports(places.content) : [report];
  add(...(await checkTexts(reports, places)));
  add(await checkSessions(places));
  const isRight = (): boolean => all.every(({ state }) => state !== 'wrong');
  if (isRight()) for (const one of reports) add(await checkClaims(one, places));
  add(isRight() ? await checkPages(places) : notDrawn);
  if (!existsSync(join(places.runners, 'scenarios')) && reports.length === 0) return all;
  const sources = await sourcesIn(places, signal);
  if ('check' in sources) add(sources);
  else {
    for (const one of reports) add(await checkKeys(one, sources, places));
    if (withPrograms) add(await checkPrograms(selectionOf(report, places), places, output, signal));
  }
  return all;
}

/** A drawing would only say again what was found. */
const notDrawn = checkedWith(
  { check: 'pages', looked: 'all pages and their links' },
  [],
  ['They are drawn once what is found above is mended.'],
);

/** Whether each session is whole and fits its seal. */
async function checkSessions(places: Places): Promise<Checked> {
  const count = listSessions(places.sessions).length;
  const looked = `the seals of ${count === 1 ? 'one session' : `${count} sessions`}`;
  const findings = await findingsOf(() => analyseSessions(places, silent));
  return checkedWith({ check: 'sessions', looked }, findings);
}

/** Scenarios and runtimes, or what is wrong with their files. */
async function sourcesIn(places: Places, signal: AbortSignal): Promise<KeySources | Checked> {
  let sources: KeySources | undefined;
  const findings = await findingsOf(async () => {
    const { scenarios, runtimes: definitions } = await loadRunners(places.runners);
    const found = new Map<string, Found>();
    const find = async (ids: readonly string[]): Promise<Found> => {
      const wanted = definitions.filter(({ id }) => ids.includes(id) && !found.has(id));
      for (const one of wanted) found.set(one.id, await findRuntimes([one], places, silent));
      return new Map(ids.flatMap((id) => [...(found.get(id) ?? [])]));
    };
    const makeInputs: MakeInputs = async (cases) => {
      const needed = cases.flatMap(({ scenario: { inputs = {} } }) =>
        Object.values(inputs).flatMap((one) => ('runtime' in one ? [one.runtime ?? []] : [])),
      );
      const runtimes = await find(needed.flat());
      return makeFor(cases, { places, runtimes, output: silent, signal });
    };
    sources = { scenarios, find, makeInputs };
  });
  return sources ?? checkedWith({ check: 'programs', looked: 'scenarios and runtimes' }, findings);
}

function selectionOf(report: string | undefined, places: Places): Selection {
  if (report === undefined) return everything;
  try {
    const scenarios = needsOf(report, places).map((name) => name.replace(/\/.*$/, ''));
    return { ...everything, needed: [...new Set(scenarios)] };
  } catch (error) {
    // What it needs can't be told of texts with mistakes, and those are told of already.
    if (error instanceof Problem) return everything;
    throw error;
  }
}
