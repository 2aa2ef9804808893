/** What every element but the clauses says of one case and measure, as text: rows, alt texts, chips, winners. */
import { compareClaim } from '../../src/claims/compare.ts';
import type { DecidedClaim } from '../../src/claims/decided.ts';
import { parsePublished, type PublishedText } from '../../src/claims/published.ts';
import { auditTable } from '../../src/present/audit.ts';
import { describeRatio, describeStrip } from '../../src/present/charts/describe.ts';
import { stripTexts } from '../../src/present/charts/strip-layout.ts';
import { ratioTable, stripTable } from '../../src/present/charts/table.ts';
import type { DocumentView } from '../../src/present/document.ts';
import { caseRuns } from '../../src/present/evidence/run-rows.ts';
import { ratioInput } from '../../src/present/ratio-rows.ts';
import { resultsTable } from '../../src/present/results-table.ts';
import { agreementWords } from '../../src/present/sentences/agreement-words.ts';
import { stripInput } from '../../src/present/strip-rows.ts';
import type { VerdictRow } from '../../src/present/row.ts';
import { allRows, sectionOutcome, verdictGroups } from '../../src/present/verdict-table.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { measured } from './mutation-sets.ts';

const SUBJECT = 'Duso';

/** The document with one verdict row, that of the case and measure. */
export function withRow(view: DocumentView, caseId: string, measure: string): DocumentView {
  const verdicts = [{ case: caseId, measure, as: 'it', section: 'here' }];
  return { ...view, report: { ...view.report, verdicts } };
}

/** Results, chart descriptions, chart tables and runs: each contestant by itself. */
export function ownElements(view: DocumentView, aCase: SessionCase, measureId: string): string[] {
  const shown = measured(view, aCase.id);
  const measure = aCase.measures.find(({ id }) => id === measureId)!;
  const results = resultsTable(view, shown, [measure]).rows.map(
    ({ mark, cells, finished, trouble }) => {
      const words = cells.map((cell) =>
        cell.kind === 'words' ? cell.words : `${cell.point} (${cell.interval})`,
      );
      return `results: ${mark.label}: ${words.join()}, ${finished}, ${trouble ?? ''}`;
    },
  );
  const strip = stripInput(view, shown, measure, 'id');
  const described = describeStrip(strip, stripTexts(strip), false).split(/(?<=\.) /);
  const table = stripTable(strip).rows.map(({ cells }) => `table: ${cells.join(' | ')}`);
  const runs = caseRuns(view.report, shown)
    .contestants.filter(({ label }) => !label.includes('copy'))
    .flatMap(({ label, warmUp, blocks }) =>
      [...warmUp, ...blocks.flat()].map(({ round, outcome, details }) => {
        const value = details.find(([title]) => title === measure.title)?.[1] ?? '';
        return `run: ${label}: ${round}: ${outcome} ${value}`;
      }),
    );
  return [...results, ...described.map((one) => `alt: ${one}`), ...table, ...runs];
}

/** The verdict table, its group, the contents and the ratio chart: a side against the other. */
export function sideElements(view: DocumentView): string[] {
  const groups = verdictGroups(view, SUBJECT).flatMap(({ title, rows }) =>
    rows.map((row) => `verdict: ${title}: ${wordsOf(row)}`),
  );
  const outcome = sectionOutcome(allRows(view), 'here');
  const contents = outcome?.kind === 'ahead' ? `${outcome.mark.label} ahead` : outcome?.kind;
  const ratio = ratioInput(view, SUBJECT, 'id');
  const table = ratioTable(ratio).rows.map(({ cells }) => `ratio table: ${cells.join(' | ')}`);
  const [, ...described] = describeRatio(ratio).split(/(?<=\.) (?=[a-z]+\/\w+: )/);
  return [
    ...groups,
    `contents: ${contents ?? ''}`,
    ...described.map((one) => `ratio alt: ${one}`),
    ...table,
  ];
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
