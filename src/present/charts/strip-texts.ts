/** The texts of a strip chart, placed. */
import type { Scale } from '../../quantity/units.ts';
import { insideX, toPixel, type Axis } from './axis.ts';
import { AXIS_FONT, NAME_FONT, STRONG_FONT, TEXT_FONT } from './fonts.ts';
import type { TextItem } from './layers.ts';
import { colourOf } from './marks.ts';
import {
  NAME_LINE,
  NAME_X,
  WORDS_LINE,
  intervalText,
  type RowLayout,
  type StripLayout,
} from './strip-layout.ts';
import { wrapText } from './text-metrics.ts';
import type { StripInput } from './types.ts';

/** Name, words, median and interval of a row. */
export function rowTexts(row: RowLayout, layout: StripLayout): readonly TextItem[] {
  const { texts, nameLines, wordLines } = row;
  const items: TextItem[] = nameLines.map((text, i) => ({
    x: NAME_X,
    y: row.nameY + i * NAME_LINE,
    text,
    font: NAME_FONT,
    fill: colourOf(texts.row.mark),
  }));
  for (const [i, text] of wordLines.entries()) {
    const y = row.wordsY + i * WORDS_LINE;
    items.push({ x: row.wordsX, y, text, font: TEXT_FONT, fill: 'var(--ink-2)' });
  }
  if (texts.formatted === undefined) return items;
  const value = { y: row.valueY, anchor: 'end' } as const;
  const { point } = texts.formatted;
  items.push({ ...value, x: layout.valueX, text: point, font: STRONG_FONT, fill: 'var(--ink)' });
  const interval = intervalText(texts);
  if (interval !== '') {
    items.push({
      ...value,
      x: layout.width,
      text: interval,
      font: TEXT_FONT,
      fill: 'var(--ink-2)',
    });
  }
  return items;
}

/** Labels and name of the axis, and where they end. */
export function axisTexts(input: StripInput, axis: Axis, layout: StripLayout, scale: Scale) {
  const style = { font: AXIS_FONT, fill: 'var(--ink-3)' } as const;
  const items: TextItem[] = axis.ticks.map((tick) => ({
    ...style,
    x: insideX(toPixel(axis, tick.value), tick.label, layout.width),
    y: layout.rowsBottom + 17,
    text: tick.label,
    anchor: 'middle',
  }));
  const words = axis.type === 'log' ? 'log scale' : scale.words;
  const left = layout.plot[0];
  const lines = wrapText(`${input.measureTitle}, ${words}`, layout.width - left, AXIS_FONT);
  for (const [i, text] of lines.entries()) {
    items.push({ ...style, x: left, y: layout.rowsBottom + 36 + i * 15, text });
  }
  return { items, bottom: layout.rowsBottom + 36 + (lines.length - 1) * 15 };
}
