/** The audit as a table: what was published, what was measured, and whether that is the same. */
import { auditFigures } from '../../claims/audit/audit.ts';
import type { AuditRow, AuditStatus } from '../../claims/audit/types.ts';
import type { FigureTest, PublishedFigure, PublishedText } from '../../claims/published.ts';
import { parseQuantity } from '../../quantity/quantity.ts';
import { Problem } from '../../scenario/problem.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { measuredBeam, type AuditBeam } from './beam.ts';
import { countsOf, type AuditCounts } from './counts.ts';
import { measuredLines, type MeasuredLine } from './lines.ts';
import { quoted, type Quoted } from './quoted.ts';
import { labelsOf } from '../report.ts';
import { absentWords, reasonWords } from '../sentences/reason-words.ts';
import { slugOf } from '../slug.ts';
import { scenarioOf, type DocumentView, type MeasuredCase } from '../document.ts';

export interface AuditTableRow {
  /** Anchor on the page. */
  readonly id: string;
  readonly figure: PublishedFigure;
  readonly quoted: Quoted;
  readonly status: AuditStatus;
  readonly chip: string;
  /** A few words beside the chip. */
  readonly detail?: string;
  readonly measured: readonly MeasuredLine[];
  readonly beam?: AuditBeam;
  /** The figure that this one contradicts, or repeats. */
  readonly against?: { readonly id: string; readonly quote: string; readonly word: string };
}

export interface AuditSection {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AuditTableRow[];
}

export interface AuditTable {
  readonly rows: readonly AuditTableRow[];
  readonly sections: readonly AuditSection[];
  /** How many rows of each section, and of all, have each status; only statuses that are told. */
  readonly counts: AuditCounts;
}

const chips: Readonly<Record<AuditStatus, string>> = {
  reproduced: '✓ reproduced here',
  'not reproduced': '≠ not reproduced here',
  'reproduced otherwise': '≈ so under other conditions',
  'not reproduced otherwise': '≉ not so under other conditions',
  untestable: '? untestable as stated',
  'said before': '= said before',
  'contradicts itself': '↔ contradicts itself',
  'not tested': '– can’t be tested here',
};

/** What a status is called, with its sign: "✓ reproduced here". */
export function chipOf(status: AuditStatus): string {
  return chips[status];
}

/** Anchor of a figure's row. */
function anchorOf(figure: string): string {
  return `published-${figure}`;
}

/**
 * The rows of the audit, by section of the published text.
 *
 * @throws Problem (usage) for a figure that names what the report doesn't have, or whose unit isn't the measure's
 */
export function auditTable(view: DocumentView, { figures }: PublishedText): AuditTable {
  for (const figure of figures) checkNames(view, figure);
  const measured = [...view.cases.values()].filter(
    (one): one is MeasuredCase => one.state === 'measured',
  );
  const results = { cases: measured.map((one) => one.result), growth: [...view.growth.values()] };
  const rows = auditFigures(figures, results)
    .map((row) => withReason(view, row))
    .map((row) => tableRow(view, row, figures));
  const titles = [...new Set(rows.map((row) => row.figure.section))];
  const sections = titles.map((title) => ({
    id: slugOf(title),
    title,
    rows: rows.filter((row) => row.figure.section === title),
  }));
  return { rows, sections, counts: countsOf(rows, sections) };
}

function tableRow(
  view: DocumentView,
  row: AuditRow,
  figures: readonly PublishedFigure[],
): AuditTableRow {
  const { figure, status, evidence } = row;
  const detail = row.detail ?? whyWords(view, row);
  const against = figures.find(({ id }) => id === figure.contradicts || id === figure.repeats);
  const word = figure.repeats === undefined ? 'against' : 'tested at';
  const beam = evidence && measuredBeam(view, figure, evidence);
  return {
    id: anchorOf(figure.id),
    figure,
    quoted: quoted(figure),
    status,
    chip: chips[status],
    ...(detail !== undefined && { detail }),
    measured: evidence === undefined ? [] : measuredLines(view, figure, evidence),
    ...(beam !== undefined && { beam }),
    ...(against !== undefined && {
      against: { id: anchorOf(against.id), quote: against.quote, word },
    }),
  };
}

function whyWords({ report }: DocumentView, { why }: AuditRow): string | undefined {
  return why && reasonWords(why, labelsOf(report));
}

/** Where a case has no runs on this page, that is the reason, in the page's own words. */
function withReason(view: DocumentView, row: AuditRow): AuditRow {
  if (row.status !== 'not tested' || row.figure.test === undefined) return row;
  const absent = placesOf(row.figure.test)
    .map((id) => view.cases.get(id))
    .find((one) => one?.state === 'absent');
  return absent?.state === 'absent'
    ? { ...row, detail: `${absent.title}: ${absentWords(absent.why)}` }
    : row;
}

/** Cases that a test names. */
function placesOf(test: FigureTest): string[] {
  if (test.in === undefined) return [];
  return typeof test.in === 'string' ? [test.in] : [...test.in];
}

function checkNames(view: DocumentView, figure: PublishedFigure): void {
  const { test } = figure;
  if (test === undefined) return;
  const place = `content/${view.report.id}/published.yaml:${figure.line}`;
  const unknown = (what: string, name: string, known: Iterable<string>): Problem =>
    new Problem(
      'usage',
      `${place}: "${figure.id}" names the ${what} "${name}", which the report doesn't have. It has: ${[...known].join(', ')}. Mend the name.`,
    );
  for (const id of placesOf(test)) {
    if (!view.cases.has(id)) throw unknown('case', id, view.cases.keys());
  }
  const scenarios = new Set([...view.cases.keys()].map(scenarioOf));
  if ('over' in test && test.over !== undefined && !scenarios.has(test.over))
    throw unknown('scenario', test.over, scenarios);
  const known = view.report.contestants.map((one) => one.id);
  for (const id of contestantsOf(test)) {
    if (!known.includes(id)) throw unknown('contestant', id, known);
  }
  checkMeasure(view, figure, test, unknown);
}

function contestantsOf(test: FigureTest): string[] {
  if ('compare' in test) return [...test.compare];
  return Array.isArray(test.of) ? test.of : [test.of];
}

function checkMeasure(
  view: DocumentView,
  figure: PublishedFigure,
  test: FigureTest,
  unknown: (what: string, name: string, known: string[]) => Problem,
): void {
  if (!('on' in test)) return;
  const scenario =
    'over' in test && test.over !== undefined ? test.over : scenarioOf(placesOf(test)[0] ?? '');
  const measures = measuresOf(view, scenario);
  if (measures === undefined) return;
  const measure = measures.find((one) => one.id === test.on);
  if (measure === undefined)
    throw unknown(
      'measure',
      test.on,
      measures.map((one) => one.id),
    );
  const unit = parseQuantity(figure.figure ?? '')?.unit;
  if (test.as !== 'value' || unit === measure.unit) return;
  throw new Problem(
    'usage',
    `content/${view.report.id}/published.yaml:${figure.line}: "${figure.id}" tests ${figure.figure ?? ''} by ${measure.id}, which is in ${measure.unit}. Test it by a measure of its own unit.`,
  );
}

/** Measures of a scenario's cases; undefined where none of them was measured. */
function measuresOf(view: DocumentView, scenario: string): readonly SessionMeasure[] | undefined {
  for (const one of view.cases.values()) {
    if (one.state === 'measured' && one.definition.scenario === scenario)
      return one.definition.measures;
  }
  return undefined;
}
