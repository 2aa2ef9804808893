/** Growth chart: a measure by size, both axes logarithmic; one line and one shape per contestant. */
import { insideX, toPixel } from './axis.ts';
import { textBox, type Box } from './boxes.ts';
import { describeGrowth } from './describe.ts';
import { AXIS_FONT, TEXT_FONT, type Width } from './fonts.ts';
import { labelGrowth, type GrowthLabels } from './growth-labels.ts';
import {
  intervalBox,
  layOutGrowth,
  type GrowthLayout,
  type SeriesLayout,
} from './growth-layout.ts';
import {
  INTERVAL_OPACITY,
  barLayer,
  lineLayer,
  ruleLayer,
  symbolLayer,
  textLayer,
  type Layer,
  type SymbolItem,
  type TextItem,
} from './layers.ts';
import { checkMarks, colourOf, dashOf, nameBesideMark, symbolOf } from './marks.ts';
import { growthTable } from './table.ts';
import { wrapText } from './text-metrics.ts';
import { toSvg, type Drawing } from './to-svg.ts';
import type { Chart, GrowthInput } from './types.ts';

/**
 * Draws a growth chart in both widths. Values are in the measure's own unit. A series that
 * fails goes on as a dotted line to ✕; its direction says nothing about the size it would have had.
 *
 * @throws RangeError if two contestants would look the same
 */
export async function growthChart(input: GrowthInput): Promise<Chart> {
  checkMarks(
    input.id,
    input.series.map((series) => series.mark),
  );
  const description = describeGrowth(input);
  const naming = { id: input.id, title: input.title, description };
  return {
    wide: await toSvg(drawGrowth(input, 'wide'), 'wide', naming),
    narrow: await toSvg(drawGrowth(input, 'narrow'), 'narrow', naming),
    title: input.title,
    description,
    table: growthTable(input),
  };
}

function drawGrowth(input: GrowthInput, width: Width): Drawing {
  const layout = layOutGrowth(input, width);
  const limit = limitLabel(input, layout);
  const taken = limit.map((item) => limitBox(item));
  const labels = labelGrowth(input, layout, width, taken);
  const foot = footOf(input, layout, labels);
  return {
    height: foot.bottom + 6,
    layers: [
      gridLayer(layout),
      sizeTicks(layout),
      ...limitLayers(input, layout),
      ruleLayer('leaders', labels.leaders, { stroke: 'var(--ink-3)', width: 1 }),
      ...layout.series.flatMap((each) => seriesLayers(each, layout)),
      symbolLayer('marks', [
        ...layout.series.flatMap(({ series, drawn }) =>
          drawn.map(({ place }) => symbolOf(series.mark, place.x, place.y, true)),
        ),
        ...foot.glyphs,
      ]),
      textLayer('axis', [...axisTexts(layout), ...foot.title]),
      textLayer('texts', [...limit, ...labels.items, ...foot.items]),
    ],
  };
}

function gridLayer({ values, plot }: GrowthLayout): Layer {
  const segments = values.ticks.map(({ value }) => ({
    x: plot.left,
    x2: plot.right,
    y: value,
    y2: value,
  }));
  return ruleLayer('grid', segments, { stroke: 'var(--line)', width: 1 }, { y: values });
}

function sizeTicks({ sizes, plot }: GrowthLayout): Layer {
  const segments = sizes.ticks.map(({ value }) => ({
    x: value,
    x2: value,
    y: plot.bottom + 4,
    y2: plot.bottom + 9,
  }));
  return ruleLayer('sizes', segments, { stroke: 'var(--line-2)', width: 1 }, { x: sizes });
}

function limitLayers(input: GrowthInput, { values, plot }: GrowthLayout): readonly Layer[] {
  if (input.limit === undefined) return [];
  const { value } = input.limit;
  const line = { x: plot.left, x2: plot.right, y: value, y2: value };
  const style = { stroke: 'var(--ink-3)', width: 1, dash: [3, 3] };
  return [ruleLayer('limit', [line], style, { y: values })];
}

/** Above the dashed line, at the left, where lines that grow leave room. */
function limitLabel(input: GrowthInput, { values, plot }: GrowthLayout): readonly TextItem[] {
  if (input.limit === undefined) return [];
  const [text = ''] = wrapText(input.limit.label, plot.right - plot.left, AXIS_FONT, 1);
  const y = toPixel(values, input.limit.value) - 6;
  return [{ x: plot.left, y, text, font: AXIS_FONT, fill: 'var(--ink-3)' }];
}

function limitBox(item: TextItem): Box {
  return textBox(item.x, item.y, item.text, item.font);
}

/** Bars of the intervals lie under the line, the line under its marks. */
function seriesLayers(
  { series, drawn, cross }: SeriesLayout,
  layout: GrowthLayout,
): readonly Layer[] {
  const colour = colourOf(series.mark);
  const bars = drawn
    .map((point) => intervalBox(point, layout))
    .map(({ left, right, top, bottom }) => ({ x: left, x2: right, y: bottom, y2: top }));
  const layers = [barLayer('intervals', bars, { fill: colour, opacity: INTERVAL_OPACITY })];
  const line = drawn.map(({ size, value }) => ({ x: size, y: value }));
  const places = { x: layout.sizes, y: layout.values };
  const style = { stroke: colour, width: 2, ...dashOf(series.mark) };
  if (line.length > 1) layers.push(lineLayer('line', line, style, places));
  const last = drawn.at(-1)?.place;
  if (cross === undefined || last === undefined) return layers;
  const { x, y } = cross;
  const strokes = [
    { x: x - 5, x2: x + 5, y: y - 5, y2: y + 5 },
    { x: x - 5, x2: x + 5, y: y + 5, y2: y - 5 },
  ];
  layers.push(lineLayer('unfinished', [last, cross], { stroke: colour, width: 2, dash: [2, 5] }));
  layers.push(ruleLayer('cross', strokes, { stroke: colour, width: 2.2 }));
  return layers;
}

function axisTexts({ sizes, values, plot, width }: GrowthLayout): readonly TextItem[] {
  const style = { font: AXIS_FONT, fill: 'var(--ink-3)' } as const;
  const up = values.ticks.map(({ value, label }) => ({
    ...style,
    x: plot.left - 8,
    y: toPixel(values, value) + 4,
    text: label,
    anchor: 'end' as const,
  }));
  const across = sizes.ticks.map(({ value, label }) => ({
    ...style,
    x: insideX(toPixel(sizes, value), label, width),
    y: plot.bottom + 23,
    text: label,
    anchor: 'middle' as const,
  }));
  return [...up, ...across.filter(({ text }) => text !== '')];
}

/** What the axes are, and in words what can't be drawn. */
function footOf(input: GrowthInput, { plot, width }: GrowthLayout, { notes }: GrowthLabels) {
  const style = { font: AXIS_FONT, fill: 'var(--ink-3)' } as const;
  const title = `${input.noun}s across, ${input.measureTitle} up, both on log scales`;
  const lines = wrapText(title, width - plot.left, AXIS_FONT);
  const first = plot.bottom + 42;
  const titleItems = lines.map((text, i) => ({ ...style, x: plot.left, y: first + i * 15, text }));
  const items: TextItem[] = [];
  let y = first + (lines.length - 1) * 15;
  const glyphs: SymbolItem[] = [];
  for (const { mark, text } of notes) {
    y += 22;
    glyphs.push(symbolOf(mark, 6, y - 4.5));
    const fill = colourOf(mark);
    for (const [i, part] of wrapText(
      `${nameBesideMark(mark)}: ${text}`,
      width - 17,
      TEXT_FONT,
    ).entries()) {
      if (i > 0) y += 17;
      items.push({ x: 17, y, text: part, font: TEXT_FONT, fill });
    }
  }
  return { title: titleItems, items, glyphs, bottom: y };
}
