/** Ratio chart: every comparison on one line at 1; the mark stands on the side that is ahead. */
import { insideX, toPixel, type Axis } from './axis.ts';
import { describeRatio } from './describe.ts';
import { AXIS_FONT, NAME_FONT, STRONG_FONT, TEXT_FONT, type Width } from './fonts.ts';
import {
  INTERVAL_OPACITY,
  barLayer,
  outlineLayer,
  ruleLayer,
  symbolLayer,
  textLayer,
  type Layer,
  type Segment,
  type SymbolItem,
  type TextItem,
} from './layers.ts';
import { checkMarks, colourOf, ringAt, symbolOf } from './marks.ts';
import { layOutRatio, type RatioLayout, type RatioRowLayout } from './ratio-layout.ts';
import { ratioTable } from './table.ts';
import { toSvg, type Drawing } from './to-svg.ts';
import type { Chart, RatioInput } from './types.ts';

/**
 * Draws comparisons in both widths. `ratio` is left side over right side on a log axis that
 * reads "2×" on either side of "equal"; printed ratios are turned so that they are at least 1.
 *
 * @throws RangeError if two contestants would look the same
 */
export async function ratioChart(input: RatioInput): Promise<Chart> {
  const marks = input.rows.flatMap((row) => [row.winner ?? [], row.labelMark ?? []].flat());
  checkMarks(input.id, marks);
  const description = describeRatio(input);
  const naming = { id: input.id, title: input.title, description };
  return {
    wide: await toSvg(drawRatio(input, 'wide'), 'wide', naming),
    narrow: await toSvg(drawRatio(input, 'narrow'), 'narrow', naming),
    title: input.title,
    description,
    table: ratioTable(input),
  };
}

function drawRatio(input: RatioInput, width: Width): Drawing {
  const layout = layOutRatio(input, width);
  const { axis, rows } = layout;
  return {
    height: layout.bottom + 20,
    layers: [
      bandLayer(layout),
      gridLayer(layout),
      ruleLayer('equal', [upright(layout, 1)], { stroke: 'var(--ink-2)', width: 1.2 }, { x: axis }),
      nothingLayer(layout),
      ...rows.flatMap((row) => markLayers(row, axis)),
      symbolLayer('glyphs', rows.flatMap(labelGlyph)),
      textLayer('axis', axisTexts(layout)),
      textLayer('texts', [...layout.heads, ...rows.flatMap(rowTexts)]),
    ],
  };
}

function upright({ top, bottom }: RatioLayout, value: number): Segment {
  return { x: value, x2: value, y: top, y2: bottom };
}

function bandLayer({ rows, axis }: RatioLayout): Layer {
  const bands = rows.flatMap(({ row, top, bottom }) => {
    const matters = row.matters ?? 1;
    return matters > 1 ? [{ x: 1 / matters, x2: matters, y: top, y2: bottom }] : [];
  });
  return barLayer('band', bands, { fill: 'var(--band)' }, { x: axis });
}

function gridLayer(layout: RatioLayout): Layer {
  const segments = layout.axis.ticks
    .filter((tick) => tick.value !== 1)
    .map((tick) => upright(layout, tick.value));
  return ruleLayer('grid', segments, { stroke: 'var(--line)', width: 1 }, { x: layout.axis });
}

/** Dotted: nothing to draw here, and the words beside it say why. */
function nothingLayer({ rows, axis }: RatioLayout): Layer {
  const segments = rows
    .filter((row) => row.point === undefined)
    .map((row) => ({ x: axis.range[0], x2: row.dottedTo, y: row.markY, y2: row.markY }))
    .filter((segment) => segment.x2 > segment.x);
  return ruleLayer('nothing', segments, { stroke: 'var(--line-2)', width: 1, dash: [2, 4] });
}

function markLayers(row: RatioRowLayout, axis: Axis): readonly Layer[] {
  const { point, markY } = row;
  if (point === undefined) return [];
  const { winner, verdict, ratio } = row.row;
  const ahead = verdict === 'none' ? undefined : winner;
  const colour = ahead === undefined ? 'var(--ink-3)' : colourOf(ahead);
  const [low, high] = axis.domain;
  if (point < low || point > high) return [arrowLayer(point, markY, colour, axis)];
  const inAxis = (value: number) => Math.min(high, Math.max(low, value));
  const bar = {
    x: inAxis(ratio?.lower ?? low),
    x2: inAxis(ratio?.upper ?? high),
    y: markY - 6,
    y2: markY + 6,
  };
  const x = toPixel(axis, point);
  const symbol = ahead === undefined ? ringAt(x, markY) : symbolOf(ahead, x, markY, true);
  const isOpen = ahead !== undefined && row.row.mayNotMatter === true;
  return [
    isOpen
      ? outlineLayer('intervals', [bar], { stroke: colour, width: 1.2 }, { x: axis })
      : barLayer('intervals', [bar], { fill: colour, opacity: INTERVAL_OPACITY }, { x: axis }),
    symbolLayer('marks', [symbol]),
  ];
}

/** Off the scale: an arrow to the edge; the value stands in the row's column. */
function arrowLayer(point: number, y: number, stroke: string, axis: Axis): Layer {
  const isLeft = point < 1;
  const tip = isLeft ? axis.range[0] : axis.range[1];
  const back = tip + (isLeft ? 6 : -6);
  const segments = [
    { x: toPixel(axis, 1), x2: tip, y, y2: y },
    { x: back, x2: tip, y: y - 5, y2: y },
    { x: back, x2: tip, y: y + 5, y2: y },
  ];
  return ruleLayer('arrow', segments, { stroke, width: 1.6 });
}

function labelGlyph({ row, labelY }: RatioRowLayout): readonly SymbolItem[] {
  return row.labelMark === undefined ? [] : [symbolOf(row.labelMark, 6, labelY - 4.5)];
}

function rowTexts(row: RatioRowLayout): readonly TextItem[] {
  const { labelMark } = row.row;
  const labels = row.labelLines.map((text, i) => ({
    x: row.labelX,
    y: row.labelY + i * 16,
    text,
    font: labelMark === undefined ? TEXT_FONT : NAME_FONT,
    fill: labelMark === undefined ? 'var(--ink)' : colourOf(labelMark),
  }));
  const words = row.wordLines.map((text, i) => ({
    x: row.wordsX,
    y: row.wordsY + i * 16,
    text,
    font: TEXT_FONT,
    fill: 'var(--ink-2)',
    anchor: row.wordsAnchor,
  }));
  if (row.value === '') return [...labels, ...words];
  const ends = { y: row.labelY, anchor: 'end' } as const;
  return [
    ...labels,
    ...words,
    { ...ends, x: row.valueX, text: row.value, font: STRONG_FONT, fill: 'var(--ink)' },
    { ...ends, x: row.right, text: row.interval, font: TEXT_FONT, fill: 'var(--ink-2)' },
  ];
}

function axisTexts({ axis, bottom, width }: RatioLayout): readonly TextItem[] {
  return axis.ticks.map(({ value, label }) => ({
    x: insideX(toPixel(axis, value), label, width),
    y: bottom + 16,
    text: label,
    font: AXIS_FONT,
    fill: 'var(--ink-3)',
    anchor: 'middle',
  }));
}
