/** Where things stand in a strip chart, in px. */
import { formatColumn, type FormattedEstimate } from '../format/estimate.ts';
import { NAME_FONT, STRONG_FONT, TEXT_FONT, WIDTHS, type Width } from './fonts.ts';
import { nameBesideMark } from './marks.ts';
import { widestText, wrapText } from './text-metrics.ts';
import type { StripInput, StripRow } from './types.ts';

/** Left of a name: its glyph. */
export const NAME_X = 17;
/** From one baseline to the next in a name, and in words. */
export const NAME_LINE = 16;
export const WORDS_LINE = 17;

const ROW_HEIGHT = 50;
const GAP = 10;
const WIDEST_NAME = 180;
const NARROWEST_NAME = 80;
const NARROWEST_PLOT = 230;

export interface StripTexts {
  readonly row: StripRow;
  /** Undefined where nothing was estimated. */
  readonly formatted: FormattedEstimate | undefined;
  /** What did not finish, or why there are no marks; empty where the marks say it all. */
  readonly words: string;
  readonly hasMarks: boolean;
}

export interface RowLayout {
  readonly texts: StripTexts;
  readonly top: number;
  readonly height: number;
  readonly nameLines: readonly string[];
  readonly nameY: number;
  readonly valueY: number;
  /** Middle of the dots, top of the interval's bar. */
  readonly dotsY: number;
  readonly barY: number;
  readonly wordLines: readonly string[];
  readonly wordsX: number;
  readonly wordsY: number;
}

export interface StripLayout {
  readonly width: number;
  readonly plot: readonly [number, number];
  readonly rowsTop: number;
  readonly rowsBottom: number;
  readonly rows: readonly RowLayout[];
  /** Right edge of the medians; intervals end at the right edge of the chart. */
  readonly valueX: number;
}

/** The texts of the rows: one unit and one count of decimals for the column. */
export function stripTexts(input: StripInput): readonly StripTexts[] {
  const estimated = input.rows.filter((row) => row.estimate !== undefined);
  const column = formatColumn(
    estimated.flatMap((row) => row.estimate ?? []),
    input.unit,
  );
  return input.rows.map((row) => {
    const formatted = column[estimated.indexOf(row)];
    const hasMarks = row.runs.length > 0 || typeof row.estimate?.lower === 'number';
    const nothing = formatted === undefined ? 'not measured' : 'did not finish';
    return { row, formatted, hasMarks, words: row.words ?? (hasMarks ? '' : nothing) };
  });
}

/** What stands in the interval's column: nothing where there is no end to print. */
export function intervalText(texts: StripTexts): string {
  const { estimate } = texts.row;
  const isUnknown = estimate?.lower === null && estimate.upper === null;
  return isUnknown ? '' : (texts.formatted?.interval ?? '');
}

export function layOutStrip(
  texts: readonly StripTexts[],
  width: Width,
  hasFloor: boolean,
): StripLayout {
  const right = WIDTHS[width];
  const intervals = widestText(texts.map(intervalText), TEXT_FONT);
  const valueX = intervals > 0 ? right - intervals - GAP : right;
  const values = texts.map((each) => each.formatted?.point ?? '');
  const columnX = valueX - widestText(values, STRONG_FONT);
  const names = widestText(
    texts.map((each) => nameBesideMark(each.row.mark)),
    NAME_FONT,
  );
  const rowsTop = (width === 'wide' ? 8 : 4) + (hasFloor ? 18 : 0);

  const nameRoom = Math.min(names, WIDEST_NAME, columnX - NARROWEST_PLOT - NAME_X - 4 * GAP);
  const plotLeft = NAME_X + Math.max(NARROWEST_NAME, nameRoom) + 2 * GAP;
  const wide: Columns = { right, columnX, plot: [plotLeft, columnX - 2 * GAP] };
  const narrow: Columns = { right, columnX, plot: [6, right - 8] };

  const rows: RowLayout[] = [];
  let top = rowsTop;
  for (const each of texts) {
    const row = width === 'wide' ? wideRow(each, top, wide) : narrowRow(each, top, narrow);
    rows.push(row);
    top += row.height;
  }
  const { plot } = width === 'wide' ? wide : narrow;
  return { width: right, plot, rowsTop, rowsBottom: top, rows, valueX };
}

interface Columns {
  readonly right: number;
  /** Left edge of the medians. */
  readonly columnX: number;
  readonly plot: readonly [number, number];
}

/** Name, marks and values side by side; words under the marks, or in their place. */
function wideRow(texts: StripTexts, top: number, columns: Columns): RowLayout {
  const [plotLeft, plotRight] = columns.plot;
  const nameLines = wrapText(nameBesideMark(texts.row.mark), plotLeft - NAME_X - GAP, NAME_FONT);
  const wordsRight = texts.formatted === undefined ? columns.right : plotRight;
  const wordLines = wrapText(texts.words, wordsRight - plotLeft, TEXT_FONT);
  const linesBelow = texts.hasMarks ? wordLines.length : wordLines.length - 1;
  const forWords =
    Math.max(0, linesBelow) * WORDS_LINE + (texts.hasMarks && linesBelow > 0 ? 4 : 0);
  const forName = (nameLines.length - 1) * NAME_LINE;
  return {
    texts,
    top,
    height: ROW_HEIGHT + Math.max(forWords, forName),
    nameLines,
    nameY: top + 30,
    valueY: top + 30,
    dotsY: top + 20,
    barY: top + 32,
    wordLines,
    wordsX: plotLeft,
    wordsY: texts.hasMarks ? top + ROW_HEIGHT + 11 : top + 30,
  };
}

/** Name and values in the first line, words below, marks last. */
function narrowRow(texts: StripTexts, top: number, columns: Columns): RowLayout {
  // A long interval leaves no room for a name beside it: then values go into a line of their own.
  const beside = columns.columnX - NAME_X - GAP;
  const isStacked = texts.formatted !== undefined && beside < NARROWEST_NAME;
  const nameRoom = isStacked || texts.formatted === undefined ? columns.right - NAME_X : beside;
  const nameLines = wrapText(nameBesideMark(texts.row.mark), nameRoom, NAME_FONT);
  const wordLines = wrapText(texts.words, columns.right - NAME_X, TEXT_FONT);
  const nameY = top + 18;
  const nameBottom = nameY + (nameLines.length - 1) * NAME_LINE;
  const valueY = isStacked ? nameBottom + WORDS_LINE : nameY;
  const headBottom = Math.max(nameBottom, valueY);
  const bottom = headBottom + wordLines.length * WORDS_LINE;
  return {
    texts,
    top,
    height: bottom + (texts.hasMarks ? 48 : 14) - top,
    nameLines,
    nameY,
    valueY,
    dotsY: bottom + 20,
    barY: bottom + 33,
    wordLines,
    wordsX: NAME_X,
    wordsY: headBottom + WORDS_LINE,
  };
}
