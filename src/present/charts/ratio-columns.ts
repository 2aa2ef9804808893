/** The columns of a ratio chart, in px, and what stands in them. */
import { formatEstimate } from '../format/estimate.ts';
import { ratioAboveOne } from '../format/ratio.ts';
import { NAME_FONT, STRONG_FONT, TEXT_FONT, WIDTHS, type Width } from './fonts.ts';
import { nameBesideMark } from './marks.ts';
import { widestText } from './text-metrics.ts';
import type { RatioRow } from './types.ts';

const GAP = 8;
const WIDEST_LABEL = 230;

export interface RowTexts {
  readonly row: RatioRow;
  readonly point: number | undefined;
  readonly value: string;
  readonly interval: string;
  readonly words: string;
}

export interface Columns {
  readonly right: number;
  readonly valueX: number;
  readonly plot: readonly [number, number];
  readonly labelX: number;
}

/** Label, value and words of a row. */
export function textsOf(row: RatioRow): RowTexts {
  const point = row.ratio?.point;
  if (row.ratio === undefined || typeof point !== 'number' || !(point > 0)) {
    const formatted = row.ratio && formatEstimate(row.ratio, 'ratio').point;
    const words = row.words ?? formatted ?? 'not measured';
    return { row, point: undefined, value: '', interval: '', words };
  }
  const { point: value, interval } = formatEstimate(ratioAboveOne(row.ratio), 'ratio');
  return { row, point, value: `${value}×`, interval, words: row.words ?? numberedWinner(row) };
}

/** A mark whose shape others have too doesn't say by itself who is ahead. */
function numberedWinner({ winner }: RatioRow): string {
  return winner?.number === undefined ? '' : `${nameBesideMark(winner)} ahead`;
}

/** One set of columns for all rows: labels left, values right, marks between. */
export function columnsOf(texts: readonly RowTexts[], width: Width): Columns {
  const right = WIDTHS[width];
  const intervals = widestText(
    texts.map((each) => each.interval),
    TEXT_FONT,
  );
  const valueX = right - intervals - GAP;
  const valuesLeft =
    valueX -
    widestText(
      texts.map((each) => each.value),
      STRONG_FONT,
    );
  const labels = widestText(
    texts.map((each) => each.row.label),
    NAME_FONT,
  );
  const labelX = labelXOf(texts, width);
  const left = Math.max(150, labelX + Math.min(labels, WIDEST_LABEL) + 24);
  const plot =
    width === 'wide'
      ? ([left, Math.min(valuesLeft, right - 110) - 16] as const)
      : ([14, right - 14] as const);
  return { right, valueX, plot, labelX };
}

/** Room for glyphs, or for the indent under a group's heading. */
function labelXOf(texts: readonly RowTexts[], width: Width): number {
  if (texts.some((each) => each.row.labelMark !== undefined)) return 17;
  const isGrouped = texts.some((each) => each.row.group !== undefined);
  return isGrouped && width === 'wide' ? 12 : 0;
}
