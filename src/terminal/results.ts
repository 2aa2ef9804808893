/** Results as aligned lines for a terminal. */
import { colours } from '../measure/colours.ts';
import { formatLevel } from '../present/format/value.ts';
import type { NotRun, ResultNote } from '../present/results/notes.ts';
import type { ResultRow, ResultTable } from '../present/results/table.ts';

const INDENT = '  ';
const DEEPER = '    ';
/** Place of the ratio's interval among the cells. */
const AGAINST_INTERVAL = 4;
/** Where the width isn't known. */
const USUAL_WIDTH = 80;

type Colour = (text: string) => string;

/**
 * A head and a line a contestant for each table, then what isn't as usual, and once how to read it.
 * Where a line would be wider than the terminal, the intervals of the ratios are left out.
 */
export function resultLines(
  tables: readonly ResultTable[],
  lacks: readonly NotRun[],
  width = USUAL_WIDTH,
): string[] {
  const absent = lacks.map(({ words }) => colours.dim(cut(`Not run: ${words}`, width)));
  return [
    ...tables.flatMap((table) => [...tableLines(table, width), '']),
    ...absent,
    ...wrapped(keyWords(tables), width, '').map(colours.dim),
  ];
}

function tableLines(table: ResultTable, width: number): string[] {
  const { cells, gap } = fitting(table.rows.map(cellsOf), width);
  return [
    ...wrapped(`${table.case}  ${table.words}`, width, INDENT).map((line) =>
      line.replace(table.case, (name) => colours.bold(name)),
    ),
    ...cells.map((row, index) => painted(row, table.rows[index]!, gap)),
    ...table.notes.flatMap((note) => noteLines(note, width)),
  ];
}

const cellsOf = (row: ResultRow): string[] => [
  row.contestant,
  row.median,
  row.interval,
  row.against,
  row.againstInterval,
  row.standing,
];

/** As wide as there is room for: columns two spaces apart, then one, then without the intervals of the ratios. */
function fitting(rows: readonly (readonly string[])[], width: number): Fitted {
  const whole = aligned(rows);
  const least = aligned(rows.map((cells) => cells.toSpliced(AGAINST_INTERVAL, 1)));
  const choices = [
    { cells: whole, gap: '  ' },
    { cells: whole, gap: ' ' },
  ];
  const fits = ({ cells, gap }: Fitted): boolean =>
    cells.every((row) => lineOf(row, gap).length <= width);
  return choices.find(fits) ?? { cells: least, gap: ' ' };
}

interface Fitted {
  readonly cells: readonly (readonly string[])[];
  readonly gap: string;
}

/** Cells padded to the width of their column: names, intervals and standings to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]!.length)),
  );
  const isNumber = (column: number): boolean => column === 1 || column === 3;
  return rows.map((cells) =>
    cells.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    ),
  );
}

function lineOf(cells: readonly string[], gap: string): string {
  return `${INDENT}${cells.filter((cell) => cell !== '').join(gap)}`.trimEnd();
}

/** Colours add no width, so they come after the padding. */
function painted(cells: readonly string[], { state }: ResultRow, gap: string): string {
  const [name = '', median = '', ...others] = cells;
  const colour = colourOf(state);
  const painting = [colour(name), colours.bold(median), ...others.slice(0, -1)];
  return lineOf([...painting, colour(others.at(-1) ?? '')], gap);
}

function colourOf(state: ResultRow['state']): Colour {
  if (state === 'best' || state === 'tied') return colours.green;
  return state === 'did-not-finish' ? colours.red : String;
}

const signs = {
  failure: { sign: '✕', colour: colours.red },
  undecided: { sign: '–', colour: colours.yellow },
  flag: { sign: '!', colour: colours.yellow },
} as const satisfies Record<ResultNote['kind'], { sign: string; colour: Colour }>;

/** Two lines at most; the pages have all of it. */
function noteLines({ kind, words }: ResultNote, width: number): string[] {
  const { sign, colour } = signs[kind];
  const [first = '', second, ...further] = wrapped(`${INDENT}${sign} ${words}`, width, DEEPER);
  const isCut = further.length > 0;
  const last = second === undefined ? [] : [isCut ? cut(`${second} …`, width) : second];
  return [first.replace(sign, () => colour(sign)), ...last];
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Lines of at most this width, broken at spaces. */
function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** What stands in the columns. */
function keyWords(tables: readonly ResultTable[]): string {
  const levels = [...new Set(tables.flatMap((table) => table.levels).map(formatLevel))];
  const [level] = levels;
  const intervals = levels.length === 1 && level ? `${level} intervals` : 'their intervals';
  const isCompared = tables.some(({ rows }) => rows.some(({ against }) => against !== ''));
  if (level === undefined) return '';
  if (!isCompared) return `Medians with ${intervals}.`;
  return (
    `Medians with ${intervals}; then the ratio (×) or difference (+) to the best, with its 99% interval: ` +
    'the median of those of each round, which can point the other way than the medians. ' +
    'tied: no difference shown, or none that matters. behind: shown, and by enough to matter. ' +
    'may not matter: shown, and open whether it matters.'
  );
}
