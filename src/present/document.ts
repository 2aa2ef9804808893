/** A report bound to what was measured: the one thing that all components of a page draw from. */
import type { AbsentReason } from '../claims/reasons.ts';
import type { CaseResult, GrowthResult } from '../analyse/types.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session, SessionCase, SessionMeasure } from '../store/schema.ts';
import { Problem } from '../scenario/problem.ts';
import type { Report } from './report.ts';

export interface MeasuredCase {
  readonly state: 'measured';
  readonly id: string;
  readonly title: string;
  readonly session: Session;
  readonly definition: SessionCase;
  readonly result: CaseResult;
  /** Warm-up first, then the counted rounds, in the order they ran. */
  readonly records: readonly InvocationRecord[];
}

/** A case that this document has no runs of, and why. */
export interface AbsentCase {
  readonly state: 'absent';
  readonly id: string;
  readonly title: string;
  readonly why: AbsentReason;
  /** What to run to get it. */
  readonly command?: string;
}

export type CaseView = MeasuredCase | AbsentCase;

/**
 * - `reference`: the pinned, accepted session
 * - `local`: this machine's session, where nothing is accepted yet
 * - `here`: this machine's sessions beside a reference, a case at a time
 * - `earlier`: an accepted session that is no longer pinned
 */
export type Place = 'reference' | 'local' | 'here' | 'earlier';

export interface DocumentView {
  readonly report: Report;
  readonly place: Place;
  /** Path of the document below the base, for example `/<report>/here/`. */
  readonly path: string;
  /** Name of the chapter that is drawn from it; absent for the document itself. */
  readonly chapter?: string;
  /** Sessions that feed it: one, or several under `here`. */
  readonly sessions: readonly Session[];
  readonly cases: ReadonlyMap<string, CaseView>;
  /** Growth by `scenario measure`, from the one session that feeds the scenario's cases. */
  readonly growth: ReadonlyMap<string, GrowthResult>;
  /** No page a case is drawn of it: its numbers lead to its records. */
  readonly recordsOnly?: boolean;
  /** Source of a measured file, by hash. */
  readonly source: (sha256: string) => string;
}

/** The MDX that is drawn, as messages name it. */
export function fileOf({ report, chapter = 'index' }: DocumentView): string {
  return `content/${report.id}/${chapter}.mdx`;
}

/**
 * A case that the MDX names.
 *
 * @throws Problem (usage) for a case that neither the front matter nor a session knows
 */
export function caseOf(view: DocumentView, id: string, where: string): CaseView {
  const found = view.cases.get(id);
  if (found !== undefined) return found;
  throw new Problem(
    'usage',
    `${where} in ${fileOf(view)} names the case "${id}", which the report doesn't have. ` +
      `It has: ${[...view.cases.keys()].join(', ')}. Mend the name, or add the case to "cases" in the front matter.`,
  );
}

/**
 * A measure of a measured case.
 *
 * @throws Problem (usage) for a measure that the case doesn't have
 */
export function measureOf(
  view: DocumentView,
  aCase: MeasuredCase,
  id: string,
  where: string,
): SessionMeasure {
  const found = aCase.definition.measures.find((measure) => measure.id === id);
  if (found !== undefined) return found;
  const known = aCase.definition.measures.map((measure) => measure.id).join(', ');
  throw new Problem(
    'usage',
    `${where} in ${fileOf(view)} names the measure "${id}", which ${aCase.id} doesn't have. ` +
      `It has: ${known}. Mend the name, or declare the measure in the scenario.`,
  );
}

/**
 * Cases of a scenario, in page order.
 *
 * @throws Problem (usage) for a scenario that the report has no case of
 */
export function casesOf(view: DocumentView, scenario: string, where: string): CaseView[] {
  const found = [...view.cases.values()].filter((one) => scenarioOf(one.id) === scenario);
  if (found.length > 0) return found;
  const known = [...new Set([...view.cases.keys()].map(scenarioOf))].join(', ');
  throw new Problem(
    'usage',
    `${where} in ${fileOf(view)} names the scenario "${scenario}", which the report has no case of. ` +
      `It has: ${known}. Mend the name, or add its cases to "cases" in the front matter.`,
  );
}

export function scenarioOf(caseId: string): string {
  return caseId.slice(0, caseId.indexOf('/'));
}

/** Name of a case in addresses: `io-100`. */
export function caseName(caseId: string): string {
  return caseId.replace('/', '-');
}

/**
 * Where the runs behind a number stand, below the base: the case's own page, or its line among the
 * kept records where no such page is drawn.
 *
 * @param contestant whose runs; absent: all of the case
 */
export function runsPath(view: DocumentView, caseId: string, contestant?: string): string {
  if (view.recordsOnly) return `${keptPath(view)}#${caseName(caseId)}`;
  const anchor = contestant === undefined ? '' : `#${contestant}`;
  return `${view.path}runs/${caseName(caseId)}/${anchor}`;
}

/** The page of all records of a document that has no page a case. */
export function keptPath(view: DocumentView): string {
  return `${view.path}runs/`;
}

/** The picture of a document's verdicts; only the report's own document has one, `here/` and earlier sessions have none. */
export function picturePath({ report, place }: DocumentView): string | undefined {
  return place === 'reference' || place === 'local' ? `/${report.id}/og.png` : undefined;
}
