/** Strip chart: every run a dot, its median a tick, the median's interval a bar; a row per contestant. */
import { chooseScale } from '../../quantity/units.ts';
import { insideX, linearAxis, logAxis, needsLog, toPixel, type Axis } from './axis.ts';
import { describeStrip } from './describe.ts';
import { AXIS_FONT, type Width } from './fonts.ts';
import {
  INTERVAL_OPACITY,
  barLayer,
  dotLayer,
  ruleLayer,
  symbolLayer,
  textLayer,
  type Layer,
} from './layers.ts';
import { checkMarks, colourOf, symbolOf } from './marks.ts';
import {
  layOutStrip,
  stripTexts,
  type RowLayout,
  type StripLayout,
  type StripTexts,
} from './strip-layout.ts';
import { axisTexts, rowTexts } from './strip-texts.ts';
import { stripTable } from './table.ts';
import { wrapText } from './text-metrics.ts';
import { toSvg, type Drawing } from './to-svg.ts';
import type { Chart, StripInput, StripRow } from './types.ts';

/**
 * Draws a strip chart in both widths. Values are in the measure's own unit; the axis starts
 * at 0, and is logarithmic where values differ by more than 20 times (it says so).
 *
 * @throws RangeError if two contestants would look the same
 */
export async function stripChart(input: StripInput): Promise<Chart> {
  checkMarks(
    input.id,
    input.rows.map((row) => row.mark),
  );
  const texts = stripTexts(input);
  const isLog = needsLog(stripValues(input));
  const description = describeStrip(input, texts, isLog);
  const naming = { id: input.id, title: input.title, description };
  return {
    wide: await toSvg(drawStrip(input, texts, 'wide', isLog), 'wide', naming),
    narrow: await toSvg(drawStrip(input, texts, 'narrow', isLog), 'narrow', naming),
    title: input.title,
    description,
    table: stripTable(input),
  };
}

/** Everything that must lie on the axis. */
function stripValues(input: StripInput): readonly number[] {
  const ends = (row: StripRow) => [row.estimate?.lower, row.estimate?.point, row.estimate?.upper];
  const values = input.rows.flatMap((row) => [...row.runs, ...ends(row)]);
  return [...values, input.floor?.value].filter((value) => typeof value === 'number');
}

function drawStrip(
  input: StripInput,
  texts: readonly StripTexts[],
  width: Width,
  isLog: boolean,
): Drawing {
  const layout = layOutStrip(texts, width, input.floor !== undefined);
  const values = stripValues(input);
  const scale = chooseScale(
    input.rows.flatMap((row) => row.estimate?.point ?? row.runs),
    input.unit,
  );
  const axis = isLog
    ? logAxis(values, layout.plot, input.unit)
    : linearAxis(values, layout.plot, scale);
  const hasAxis = values.length > 0;
  const foot = hasAxis
    ? axisTexts(input, axis, layout, scale)
    : { items: [], bottom: layout.rowsBottom };
  return {
    height: foot.bottom + 4,
    layers: [
      ...(hasAxis ? [gridLayer(axis, layout)] : []),
      rowRules(layout),
      ...floorLayers(input, axis, layout),
      ...layout.rows.flatMap((row) => rowMarks(row, axis)),
      symbolLayer(
        'glyphs',
        layout.rows.map((row) => symbolOf(row.texts.row.mark, 6, row.nameY - 4.5)),
      ),
      textLayer('axis', foot.items),
      textLayer(
        'texts',
        layout.rows.flatMap((row) => rowTexts(row, layout)),
      ),
    ],
  };
}

function gridLayer(axis: Axis, layout: StripLayout): Layer {
  const [y, y2] = [layout.rowsTop, layout.rowsBottom];
  const segments = axis.ticks.map((tick) => ({ x: tick.value, x2: tick.value, y, y2 }));
  return ruleLayer('grid', segments, { stroke: 'var(--line)', width: 1 }, { x: axis });
}

function rowRules(layout: StripLayout): Layer {
  const segments = layout.rows
    .slice(1)
    .map((row) => ({ x: 0, x2: layout.width, y: row.top, y2: row.top }));
  return ruleLayer('rules', segments, { stroke: 'var(--line)', width: 1 });
}

function floorLayers(input: StripInput, axis: Axis, layout: StripLayout): readonly Layer[] {
  if (input.floor === undefined) return [];
  const { value, label } = input.floor;
  const line = { x: value, x2: value, y: layout.rowsTop - 4, y2: layout.rowsBottom };
  const [text = label] = wrapText(label, layout.width, AXIS_FONT, 1);
  const x = insideX(toPixel(axis, value), text, layout.width);
  return [
    ruleLayer('floor', [line], { stroke: 'var(--ink-3)', width: 1, dash: [3, 3] }, { x: axis }),
    textLayer('floor-label', [
      { x, y: layout.rowsTop - 9, text, font: AXIS_FONT, fill: 'var(--ink-3)', anchor: 'middle' },
    ]),
  ];
}

/** Offsets of the dots by rank: a fixed pattern, so that builds are the same. */
const spread = [0, -4.5, 3, -1.5, 4.5, -3, 1.5];

function rowMarks(row: RowLayout, axis: Axis): readonly Layer[] {
  const { mark, runs, estimate } = row.texts.row;
  const fill = colourOf(mark);
  const sorted = [...runs].sort((a, b) => a - b);
  const dots = sorted.map((x, i) => ({ x, y: row.dotsY + (spread[i % spread.length] ?? 0) }));
  const layers = dots.length > 0 ? [dotLayer('runs', dots, fill, { x: axis })] : [];
  if (estimate === undefined || estimate.lower === null) return layers;
  // Beyond every finished run there is no end to draw: the bar runs to the edge.
  const bar = {
    x: estimate.lower,
    x2: estimate.upper ?? axis.domain[1],
    y: row.barY,
    y2: row.barY + 10,
  };
  layers.push(barLayer('intervals', [bar], { fill, opacity: INTERVAL_OPACITY }, { x: axis }));
  if (estimate.point === null) return layers;
  const tick = { x: estimate.point, x2: estimate.point, y: row.barY - 3, y2: row.barY + 13 };
  layers.push(ruleLayer('medians', [tick], { stroke: fill, width: 2.8 }, { x: axis }));
  return layers;
}
