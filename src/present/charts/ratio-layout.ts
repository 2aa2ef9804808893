/** Where things stand in a ratio chart, in px. */
import type { Axis } from './axis.ts';
import { ratioAxis } from './ratio-axis.ts';
import { columnsOf, textsOf, type Columns, type RowTexts } from './ratio-columns.ts';
import { NAME_FONT, STRONG_FONT, TEXT_FONT, WIDTHS, type Width } from './fonts.ts';
import type { TextItem } from './layers.ts';
import { widestText, wrapText } from './text-metrics.ts';
import type { RatioInput, RatioRow } from './types.ts';

const GAP = 8;
const LINE = 16;
const GROUP_HEIGHT = 30;

export interface RatioRowLayout {
  readonly row: RatioRow;
  /** The ratio, where there is one that a log axis can show. */
  readonly point: number | undefined;
  readonly top: number;
  readonly bottom: number;
  readonly markY: number;
  readonly labelLines: readonly string[];
  readonly labelX: number;
  readonly labelY: number;
  /** "1.47×", or empty where there is no ratio. */
  readonly value: string;
  readonly valueX: number;
  readonly interval: string;
  readonly right: number;
  readonly wordLines: readonly string[];
  readonly wordsX: number;
  readonly wordsY: number;
  readonly wordsAnchor: 'start' | 'end';
  /** Where the dotted line of a row without a mark ends. */
  readonly dottedTo: number;
}

export interface RatioLayout {
  readonly width: number;
  readonly axis: Axis;
  readonly top: number;
  readonly bottom: number;
  /** Names of the sides and of the groups. */
  readonly heads: readonly TextItem[];
  readonly rows: readonly RatioRowLayout[];
}

export function layOutRatio(input: RatioInput, width: Width): RatioLayout {
  const right = WIDTHS[width];
  const texts = input.rows.map(textsOf);
  const columns = columnsOf(texts, width);
  const axis = ratioAxis(
    texts.flatMap(({ point }) => point ?? []),
    columns.plot,
  );
  const sides = sideHeads(input, columns.plot, right);
  const heads: TextItem[] = [...sides.items];
  const rows: RatioRowLayout[] = [];
  let y = sides.bottom + 8;
  let group: string | undefined;
  for (const each of texts) {
    if (each.row.group !== group) {
      group = each.row.group;
      for (const text of wrapText(group ?? '', right, NAME_FONT)) {
        heads.push({ x: 0, y: y + 21, text, font: STRONG_FONT, fill: 'var(--ink)' });
        y += text === '' ? 0 : LINE;
      }
      y += GROUP_HEIGHT - LINE;
    }
    const row = width === 'wide' ? wideRow(each, y, columns) : narrowRow(each, y, columns);
    rows.push(row);
    y = row.bottom;
  }
  return { width: right, axis, top: sides.bottom + 8, bottom: y + 4, heads, rows };
}

function sideHeads(input: RatioInput, plot: readonly [number, number], right: number) {
  const middle = (plot[0] + plot[1]) / 2;
  const style = { font: NAME_FONT, fill: 'var(--ink-2)' } as const;
  const left = wrapText(`◂ ${input.leftLabel}`, middle - 12, NAME_FONT);
  const rights = wrapText(`${input.rightLabel} ▸`, right - middle - 12, NAME_FONT);
  const items: TextItem[] = [
    ...left.map((text, i) => ({
      ...style,
      x: middle - 12,
      y: 18 + i * LINE,
      text,
      anchor: 'end' as const,
    })),
    ...rights.map((text, i) => ({ ...style, x: middle + 12, y: 18 + i * LINE, text })),
  ];
  return { items, bottom: 18 + (Math.max(left.length, rights.length) - 1) * LINE };
}

/** One line: label, mark, value. Words stand where the value would be, or under it. */
function wideRow(texts: RowTexts, top: number, columns: Columns): RatioRowLayout {
  const { row, point, value, interval } = texts;
  const { plot, right, valueX, labelX } = columns;
  const labelLines = wrapText(row.label, plot[0] - labelX - 14, NAME_FONT);
  const wordLines = wrapText(texts.words, right - (plot[0] + plot[1]) / 2 - 16, TEXT_FONT);
  const linesOfWords = wordLines.length + (value === '' ? 0 : 1);
  const lines = Math.max(labelLines.length, linesOfWords, 1);
  const wordsLeft = right - widestText(wordLines, TEXT_FONT) - GAP;
  return {
    row,
    point,
    top,
    bottom: top + 25 + (lines - 1) * LINE,
    markY: top + 12.5,
    labelLines,
    labelX,
    labelY: top + 17,
    value,
    valueX,
    interval,
    right,
    wordLines,
    wordsX: right,
    wordsY: top + 17 + (value === '' ? 0 : LINE),
    wordsAnchor: 'end',
    dottedTo: Math.min(plot[1], wordsLeft),
  };
}

/** Label and value in the first line, words below, the mark last. */
function narrowRow(texts: RowTexts, top: number, columns: Columns): RatioRowLayout {
  const { row, point, value, interval } = texts;
  const { plot, right, valueX, labelX } = columns;
  const valuesLeft = valueX - widestText([value], STRONG_FONT) - GAP;
  const room = (value === '' ? right : valuesLeft) - labelX;
  const labelLines = wrapText(row.label, room, NAME_FONT);
  const wordLines = wrapText(texts.words, right - labelX, TEXT_FONT);
  const labelY = top + 16;
  const wordsY = labelY + labelLines.length * LINE;
  const headBottom = wordsY + (wordLines.length - 1) * LINE;
  return {
    row,
    point,
    top,
    bottom: headBottom + 26,
    markY: headBottom + 14,
    labelLines,
    labelX,
    labelY,
    value,
    valueX,
    interval,
    right,
    wordLines,
    wordsX: labelX,
    wordsY,
    wordsAnchor: 'start',
    dottedTo: plot[1],
  };
}
