/** Binds a report to the sessions that feed it. */
import type { GrowthResult } from '../analyse/types.ts';
import type { AbsentReason } from '../claims/reasons.ts';
import type {
  AbsentCase,
  CaseView,
  DocumentView,
  MeasuredCase,
  Place,
} from '../present/document.ts';
import { scenarioOf } from '../present/document.ts';
import { withLooks, type Report } from '../present/report.ts';
import { rewordedCase } from '../present/reworded.ts';
import { readProgram } from '../store/read.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import { sourceFilesOf } from '../store/source-files.ts';
import { belongsTo } from './belonging.ts';
import type { Here } from './here.ts';
import { analysedSession, type AnalysedSession } from './stored.ts';

/** The report from one session. */
export function documentFromSession(
  report: Report,
  place: Place,
  path: string,
  stored: AnalysedSession,
): DocumentView {
  const cases = new Map<string, CaseView>();
  for (const id of caseIds(
    report,
    stored.session.cases.map((one) => one.id),
  )) {
    cases.set(
      id,
      caseOfSession(stored, id, titleOf(report, id)) ?? absent(report, id, 'not-in-this-session'),
    );
  }
  return finish(report, place, path, [stored], cases);
}

/** The report from what this machine measured, a case at a time. */
export function documentFromHere(
  report: Report,
  place: Place,
  path: string,
  here: Here,
  dataRoot: string,
): DocumentView {
  const where = 'data/results/here.json';
  const feeds = new Map<string, AnalysedSession>();
  const cases = new Map<string, CaseView>();
  const untestable = new Map<string, AbsentCase>();
  for (const entry of here.cases) {
    if ('session' in entry) feeds.set(entry.case, analysedSession(dataRoot, entry.session, where));
    else untestable.set(entry.case, untestableCase(report, entry));
  }
  // A case of smoke tests stands there only where the report names it: nobody else wants to see it.
  const own = [...feeds].filter(
    ([, { session }]) => session.profile !== 'smoke' && belongsTo(session, report),
  );
  for (const id of caseIds(
    report,
    own.map(([id]) => id),
  )) {
    const stored = feeds.get(id);
    const measured = stored && caseOfSession(stored, id, titleOf(report, id));
    cases.set(id, measured ?? untestable.get(id) ?? absent(report, id, 'not-on-this-machine'));
  }
  return finish(report, place, path, feeding(feeds, cases), cases);
}

/** The sessions that a case of this report is from: others fed cases of another report. */
function feeding(
  feeds: ReadonlyMap<string, AnalysedSession>,
  cases: ReadonlyMap<string, CaseView>,
): AnalysedSession[] {
  const used = [...feeds].filter(([id]) => cases.get(id)?.state === 'measured');
  return [...new Set(used.map(([, stored]) => stored))];
}

/** Cases of the front matter, then what else was measured of the same scenarios. */
function caseIds(report: Report, measured: readonly string[]): string[] {
  const named = Object.keys(report.cases);
  const scenarios = new Set(named.map(scenarioOf));
  const further = measured.filter((id) => !named.includes(id) && scenarios.has(scenarioOf(id)));
  return [...named, ...further];
}

/** A case of a session; undefined where the session doesn't hold it. */
export function caseOfSession(
  stored: AnalysedSession,
  id: string,
  title: string,
): MeasuredCase | undefined {
  const definition = stored.session.cases.find((one) => one.id === id);
  const result = stored.results.cases.find((one) => one.case === id);
  if (definition === undefined || result === undefined) return undefined;
  const records = recordsOf(stored).get(id) ?? [];
  return {
    state: 'measured',
    id,
    title,
    session: stored.session,
    definition,
    result,
    records,
  };
}

const byCase = new WeakMap<readonly InvocationRecord[], Map<string, InvocationRecord[]>>();

/** A session's records by case, sorted once: to go through all of them for each case takes long. */
function recordsOf({ records }: AnalysedSession): ReadonlyMap<string, readonly InvocationRecord[]> {
  const known = byCase.get(records);
  if (known !== undefined) return known;
  const sorted = Map.groupBy(records, (record) => record.case);
  byCase.set(records, sorted);
  return sorted;
}

function absent(report: Report, id: string, kind: AbsentReason['kind']): AbsentCase {
  return { state: 'absent', id, title: titleOf(report, id), why: { kind } };
}

function untestableCase(
  report: Report,
  entry: Extract<Here['cases'][number], { untestable: string }>,
): AbsentCase {
  const command = entry.command === undefined ? {} : { command: entry.command };
  return { ...absent(report, entry.case, entry.untestable), ...command };
}

function titleOf(report: Report, id: string): string {
  return report.cases[id]?.title ?? id;
}

function finish(
  report: Report,
  place: Place,
  path: string,
  stored: readonly AnalysedSession[],
  cases: ReadonlyMap<string, CaseView>,
): DocumentView {
  const measured = [...cases.values()]
    .flatMap((one) => (one.state === 'measured' ? one.definition.contestants : []))
    // A copy looks like its original.
    .filter((one) => one.controlOf === undefined);
  return {
    report: withLooks(report, measured),
    place,
    path,
    sessions: stored.map((one) => one.session),
    cases: new Map([...cases].map(([id, one]) => [id, rewordedView(report, one)])),
    growth: growthOf(stored, cases),
    source: sourcesIn(stored),
  };
}

function rewordedView(report: Report, aCase: CaseView): CaseView {
  if (aCase.state === 'absent') return aCase;
  return { ...aCase, definition: rewordedCase(report, aCase.definition) };
}

/** The sizes of a growth series come from one session, so the last measured size says which. */
function growthOf(
  stored: readonly AnalysedSession[],
  cases: ReadonlyMap<string, CaseView>,
): Map<string, GrowthResult> {
  const growth = new Map<string, GrowthResult>();
  for (const aCase of cases.values()) {
    if (aCase.state === 'absent') continue;
    const from = stored.find((one) => one.session.id === aCase.session.id);
    for (const one of from?.results.growth ?? []) {
      if (one.scenario === aCase.definition.scenario)
        growth.set(`${one.scenario} ${one.measure}`, one);
    }
  }
  return growth;
}

/** Sources by hash, each read once: every case of a scenario shows the same programs. */
function sourcesIn(stored: readonly AnalysedSession[]): (sha256: string) => string {
  const hashes = stored.map((one) => allHashes(one));
  const read = new Map<string, string>();
  return (sha256) => {
    const known = read.get(sha256);
    if (known !== undefined) return known;
    const holder = stored[hashes.findIndex((one) => one.has(sha256))] ?? stored[0]!;
    const source = readProgram(holder.folder, sha256);
    read.set(sha256, source);
    return source;
  };
}

function allHashes(stored: AnalysedSession): Set<string> {
  const files = stored.session.cases.flatMap(sourceFilesOf);
  return new Set(files.map((file) => file.sha256));
}
