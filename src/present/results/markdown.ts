/** Results as GitHub tables. */
import { codeMarkdown, escapeMarkdown } from '../markdown-text.ts';
import type { NotRun } from './notes.ts';
import type { ResultRow, ResultTable } from './table.ts';

const HEADER = ['contestant', 'median', 'interval', 'to the best', 'interval (99%)', 'standing'];
const ALIGNED = ['---', '--:', '---', '--:', '---', '---'];

/** A heading, a table and its notes for each table, then who was not run. Ends with a line end. */
export function resultsMarkdown(tables: readonly ResultTable[], lacks: readonly NotRun[]): string {
  const absent = lacks.map(({ words }) => `- Not run: ${escapeMarkdown(words)}`);
  const parts = [...tables.map(tableMarkdown), absent.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function tableMarkdown(table: ResultTable): string {
  const rows = [HEADER, ALIGNED, ...table.rows.map(cellsOf)];
  const notes = table.notes.map(({ words }) => `- ${escapeMarkdown(words)}`);
  return [
    `### ${codeMarkdown(table.case)}`,
    escapeMarkdown(table.words),
    rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n');
}

function cellsOf(row: ResultRow): string[] {
  const others = [row.median, row.interval, row.against, row.againstInterval, row.standing];
  return [codeMarkdown(row.contestant), ...others.map(escapeMarkdown)];
}
