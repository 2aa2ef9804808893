/** The programs of a scenario, as they were measured. */
import type { Session, SessionContestant } from '../../store/schema.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { withVersion } from '../head/provenance.ts';
import { inReportOrder, markOf } from '../report.ts';
import { startedPairs } from './started.ts';

interface ProgramFile {
  readonly path: string;
  readonly sha256: string;
  readonly source: string;
  readonly lines: number;
}

export interface Program {
  readonly mark: Mark;
  readonly tuned: boolean;
  /** Program first, then its helpers. */
  readonly files: readonly ProgramFile[];
  /** Lines of all files that aren't blank. */
  readonly lines: number;
  /** How it is started and built, in pairs; empty where its parameters say all. */
  readonly started: readonly (readonly [term: string, words: string])[];
  /** "ran with Example 1.2", or why it didn't run. */
  readonly runtime: string;
  /** Why it is there; absent where nobody said. */
  readonly why: string | undefined;
  /** The session that measured it. */
  readonly session: Session;
}

/** Every contestant's program once, from the first of the cases that it takes part in. */
export function programsOf(view: DocumentView, cases: readonly MeasuredCase[]): Program[] {
  const found = new Map<string, { contestant: SessionContestant; aCase: MeasuredCase }>();
  for (const aCase of cases) {
    for (const contestant of aCase.definition.contestants) {
      if (contestant.controlOf === undefined && !found.has(contestant.id))
        found.set(contestant.id, { contestant, aCase });
    }
  }
  const ordered = inReportOrder(
    view.report,
    [...found.values()].map(({ contestant, aCase }) => ({ id: contestant.id, contestant, aCase })),
  );
  return ordered.map(({ contestant, aCase }) => programOf(view, contestant, aCase));
}

function programOf(
  view: DocumentView,
  contestant: SessionContestant,
  aCase: MeasuredCase,
): Program {
  const files = contestant.files.map((file): ProgramFile => {
    const source = view.source(file.sha256);
    return { ...file, source, lines: countLines(source) };
  });
  return {
    mark: markOf(view.report, contestant.id),
    tuned: contestant.tuned,
    files,
    lines: files.reduce((sum, file) => sum + file.lines, 0),
    started: startedPairs(contestant),
    runtime: runtimeWords(aCase, contestant),
    why: contestant.why,
    session: aCase.session,
  };
}

/** Lines with anything on them, comments included. */
export function countLines(source: string): number {
  return source.split('\n').filter((line) => line.trim() !== '').length;
}

function runtimeWords(aCase: MeasuredCase, contestant: SessionContestant): string {
  const runtime = aCase.session.runtimes.find((one) => one.id === contestant.runtime);
  if (runtime === undefined) return contestant.runtime;
  if (!runtime.available) return `not run: ${runtime.title} is not on this machine`;
  const absence = aCase.records.find(
    (record) => record.contestant === contestant.id && record.outcome === 'unavailable',
  );
  if (absence?.reason !== undefined) return `not run: ${absence.reason}`;
  const variables = Object.entries(contestant.environment ?? {});
  const settings = variables.map(([name, value]) => `, ${name}=${value}`).join('');
  return `ran with ${runtime.label ?? withVersion(runtime.title, runtime.version)}${settings}`;
}
