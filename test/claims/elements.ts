/** What every element but the clauses says of one case and measure, as text: rows, marks, chips, who is best. */
import { compareClaim } from '../../src/claims/compare.ts';
import type { DecidedClaim } from '../../src/claims/decided.ts';
import { parsePublished, type PublishedText } from '../../src/claims/published.ts';
import { auditTable } from '../../src/present/audit/audit.ts';
import type { DocumentView } from '../../src/present/document.ts';
import { caseRuns } from '../../src/present/evidence/run-rows.ts';
import { figureOf } from '../../src/present/figure/figure.ts';
import { agreementWords } from '../../src/present/sentences/agreement-words.ts';
import type { VerdictRow } from '../../src/present/verdicts/row.ts';
import { allRows, sectionOutcome, verdictGroups } from '../../src/present/verdicts/table.ts';
import { whichRows } from '../../src/present/tables/which-to-use.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { measured } from './mutation-sets.ts';

const SUBJECT = 'Duso';

/** The document with one verdict row and one row of which to use, those of the case and measure. */
export function withRow(view: DocumentView, caseId: string, measure: string): DocumentView {
  const verdicts = [{ case: caseId, measure, as: 'it', section: 'here' }];
  const which = [{ words: 'it', case: caseId, time: measure, memory: measure }];
  return { ...view, report: { ...view.report, verdicts, which } };
}

/** Figures with their marks, and runs: each contestant by itself. */
export function ownElements(view: DocumentView, aCase: SessionCase, measureId: string): string[] {
  const shown = measured(view, aCase.id);
  const measure = aCase.measures.find(({ id }) => id === measureId)!;
  const { rows, absent } = figureOf(view, [{ aCase: shown, measure }]);
  const figure = rows.map(({ mark, cells: [cell], runs, failure, note }) => {
    const words =
      cell?.kind === 'estimate' ? `${cell.point} ${cell.unit} (${cell.interval})` : cell?.words;
    const drawn = cell?.kind === 'estimate' ? JSON.stringify(cell.marks) : '';
    return `figure: ${mark.label}: ${failure ?? words ?? ''}, ${runs}, ${note}: ${drawn}`;
  });
  const gone = absent.map(({ mark, words }) => `absent: ${mark.label}: ${words}`);
  const runs = caseRuns(view.report, shown)
    .contestants.filter(({ label }) => !label.includes('copy'))
    .flatMap(({ label, warmUp, blocks }) =>
      [...warmUp, ...blocks.flat()].map(({ round, outcome, details }) => {
        const value = details.find(([title]) => title === measure.title)?.[1] ?? '';
        return `run: ${label}: ${round}: ${outcome} ${value}`;
      }),
    );
  return [...figure, ...gone, ...runs];
}

/** The verdict table, its group, the contents and which to use: a side against the other. */
export function sideElements(view: DocumentView): string[] {
  const groups = verdictGroups(view, {
    subject: SUBJECT,
    title: SUBJECT,
    others: 'Python',
  }).flatMap(({ title, rows }) => rows.map((row) => `verdict: ${title}: ${wordsOf(row)}`));
  const outcome = sectionOutcome(allRows(view), 'here');
  const contents = outcome?.kind === 'ahead' ? `${outcome.mark.label} ahead` : outcome?.kind;
  return [...groups, `contents: ${contents ?? ''}`, ...whichElements(view)];
}

/** The table "which to use when", a line a cell. */
function whichElements(view: DocumentView): string[] {
  return whichRows(view).flatMap(({ work, size, cells }) =>
    cells.map((cell, index) => {
      if (cell === undefined) return `which: ${work} ${size}: no question`;
      const said =
        cell.state === 'open'
          ? cell.words
          : `${cell.state} ${cell.marks.map(({ label }) => label).join(' ')} ${cell.mayNotMatter}`;
      return `which: ${work} ${size} ${index === 0 ? 'time' : 'memory'}: ${said}`;
    }),
  );
}

function wordsOf(row: VerdictRow): string {
  if (row.state !== 'ahead') return row.chip;
  const { larger, verb, amount, link, smaller, interval } = row.words;
  return `${row.winner.label}: ${larger} ${verb} ${amount} ${link} ${smaller} (${interval})`;
}

/** A published ratio and a published lead of each of the two over the other. */
export function publishedOf(caseId: string, measure: string, x: string, y: string): PublishedText {
  const figures = [
    [x, y],
    [y, x],
  ].flatMap(([a, b], index) => [
    `  ratio-${index}: { section: s, quote: '${a} over ${b} 2x', figure: 2x, test: { as: ratio, in: ${caseId}, compare: [${a}, ${b}], on: ${measure} } }`,
    `  less-${index}: { section: s, quote: '${a} before ${b}', test: { as: less, in: ${caseId}, compare: [${a}, ${b}], on: ${measure} } }`,
  ]);
  return parsePublished(
    `title: t\nconditions: c\nfigures:\n${figures.join('\n')}\n`,
    'published.yaml',
  );
}

/** The rows of the audit with their chips. */
export function auditElements(view: DocumentView, published: PublishedText): string[] {
  return auditTable(view, published).sections.flatMap(({ rows }) =>
    rows.map(({ figure, chip, detail, measured: lines, beam }) => {
      const told = lines.map((one) => `${one.before}${one.number}${one.after} ${one.interval}`);
      return `audit: ${figure.quote}: ${told.join('; ')}: ${chip}, ${detail ?? ''}, ${beam?.winner?.label ?? 'nobody'}`;
    }),
  );
}

/** What a machine that shows the one says to a reference that shows the other. */
export function agreementOf(reference: DecidedClaim, here: DecidedClaim): string {
  const agreement = compareClaim(reference, here);
  return agreement === undefined ? '' : agreementWords(agreement);
}
