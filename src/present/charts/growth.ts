/** Growth chart: a measure by size, both axes logarithmic; one line and one shape a contestant. */
import { pluralOf } from '../../quantity/plural.ts';
import type { TopLevelSpec } from 'vega-lite';
import { chooseScale } from '../../quantity/units.ts';
import { inter } from '../../typeface/inter.ts';
import { formatCount } from '../format/value.ts';
import { drawSpec } from './draw.ts';
import { decades, lineOf, logDomain, sizesOf, valuesOf } from './growth-lines.ts';
import { nameLayers, PADDING, roomForNames } from './growth-names.ts';
import { describeGrowth, growthTable, unplaced } from './growth-words.ts';
import { checkMarks, scalesOf } from '../marks/marks.ts';
import { INTERVAL_OPACITY, NUMBER, SMALL, WIDTHS, type Width } from './theme.ts';
import type { Chart, GrowthInput } from './types.ts';

const HEIGHT = { wide: 205, narrow: 230 };

/**
 * Draws a growth chart in both widths. Values are in the measure's own unit. A series that fails goes on
 * as a dotted line to ✕, at the height of its last point: that says nothing about the size it would have had.
 *
 * @throws RangeError if two contestants would look the same
 */
export async function growthChart(input: GrowthInput): Promise<Chart> {
  const marks = input.series.map(({ mark }) => mark);
  checkMarks(input.id, marks);
  const naming = { id: input.id, title: input.title, description: describeGrowth(input) };
  const spec = growthSpec(input, 'wide');
  return {
    wide: await drawSpec(spec, 'wide', naming),
    narrow: await drawSpec(growthSpec(input, 'narrow'), 'narrow', naming),
    title: input.title,
    legend: marks,
    isNamed: true,
    notes: unplaced(input),
    table: growthTable(input),
    spec,
  };
}

function growthSpec(input: GrowthInput, width: Width): TopLevelSpec {
  const scale = chooseScale(valuesOf(input), input.unit);
  const values = valuesOf(input).map((value) => value / scale.size);
  const y = logDomain(values, 1.25);
  const sizes = sizesOf(input);
  const x = logDomain(sizes, sizes.length > 1 ? (sizes.at(-1)! / sizes[0]!) ** 0.04 : 2);
  const lines = input.series
    .map((series) => lineOf(series, scale.size, y))
    .filter(({ points }) => points.length > 0);

  const ticks = decades(y);
  const widthOf = (value: number): number =>
    inter.width(value < 1 ? String(value) : formatCount(value), SMALL);
  const left = 16 + Math.max(0, ...ticks.map(widthOf));
  // In the narrow drawing the last label of the axis stands out to the right.
  const room =
    width === 'wide' ? roomForNames(lines) : { width: widthOf(sizes.at(-1) ?? 0) / 2, height: 0 };
  const right = room.width;
  const plot = {
    width: WIDTHS[width] - left - right,
    height: Math.max(HEIGHT[width], room.height),
  };

  const looks = scalesOf(lines.map(({ mark }) => mark));
  const contestant = { field: 'contestant', type: 'nominal' } as const;
  const colour = { ...contestant, scale: looks.colour, legend: null };
  const shape = { ...contestant, scale: looks.shape, legend: null };
  const at = (field: string, domain: readonly number[], axis: object) =>
    ({
      field,
      type: 'quantitative',
      scale: { type: 'log', domain, nice: false },
      axis: { ...axis, labelExpr: NUMBER, titleLimit: plot.width },
    }) as const;
  const across = at('size', x, {
    values: sizes,
    title: capitalised(pluralOf(input.noun)),
    labelOverlap: 'greedy',
    labelSeparation: 6,
    labelBound: false,
  });
  const symbol = scale.symbol === '' ? '' : `, ${scale.symbol}`;
  const up = at('median', y, {
    values: ticks,
    title: `${input.measureTitle}${symbol}`,
    labelOverlap: 'greedy',
    labelSeparation: 2,
  });
  const crosses = lines.flatMap(({ name, points, failedAt }) =>
    failedAt === undefined
      ? []
      : [
          {
            contestant: name,
            size: points.at(-1)!.size,
            end: failedAt,
            median: points.at(-1)!.median,
          },
        ],
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...plot,
    padding: { left, right, ...PADDING },
    autosize: { type: 'none' },
    data: { values: lines.flatMap(({ points }) => points) },
    encoding: { x: across, y: up },
    layer: [
      ...limitLayers(input, scale.size),
      {
        name: 'intervals',
        mark: { type: 'rule', strokeWidth: 13, strokeOpacity: INTERVAL_OPACITY },
        encoding: { y: { ...up, field: 'lower' }, y2: { field: 'upper' }, color: colour },
      },
      {
        name: 'lines',
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          color: colour,
          strokeDash: { ...contestant, scale: looks.dash, legend: null },
        },
      },
      {
        name: 'unfinished',
        data: { values: crosses },
        mark: { type: 'rule', strokeWidth: 2, strokeDash: [2, 5] },
        encoding: { x2: { field: 'end' }, color: colour },
      },
      {
        name: 'marks',
        mark: { type: 'point', opacity: 1, size: 110, strokeWidth: 1.6 },
        encoding: {
          shape,
          fill: { ...contestant, scale: looks.fill, legend: null },
          stroke: { ...contestant, scale: looks.rim, legend: null },
        },
      },
      {
        name: 'cross',
        data: { values: crosses },
        mark: { type: 'text', text: '✕', baseline: 'middle', fontSize: 15, fontWeight: 600 },
        encoding: { x: { ...across, field: 'end' }, color: colour },
      },
      ...(width === 'wide' ? nameLayers(lines, x, y, plot, colour) : []),
    ],
  } as unknown as TopLevelSpec;
}

function limitLayers({ limit }: GrowthInput, size: number): object[] {
  if (limit === undefined) return [];
  const data = { values: [{ median: limit.value / size, label: limit.label }] };
  const text = {
    type: 'text',
    align: 'left',
    dx: 4,
    dy: -7,
    color: 'var(--ink-3)',
    fontSize: SMALL.size,
  };
  return [
    { name: 'limit', data, mark: { type: 'rule', strokeDash: [3, 3] }, encoding: { x: null } },
    {
      name: 'limit-label',
      data,
      mark: { ...text, x: 0 },
      encoding: { x: null, text: { field: 'label', type: 'nominal' } },
    },
  ];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
