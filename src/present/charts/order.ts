/** Every run in the order it ran, by round: what drifts while a session goes on is seen. */
import type { TopLevelSpec } from 'vega-lite';
import { chooseScale, type MeasureUnit } from '../../quantity/units.ts';
import { needsLog } from '../figure/axis.ts';
import { drawSpec } from './draw.ts';
import { checkMarks, nameBesideMark, scalesOf } from '../marks/marks.ts';
import { DOT_OPACITY, NUMBER, WIDTHS, type Width } from './theme.ts';
import type { Chart, Mark } from './types.ts';

export interface OrderInput {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly measureTitle: string;
  readonly unit: MeasureUnit;
  readonly series: readonly {
    readonly mark: Mark;
    /** Finished counted runs; values in the measure's own unit. */
    readonly runs: readonly { readonly round: number; readonly value: number }[];
  }[];
}

/** Room of the axis beside the plot, in px. */
const BESIDE = 70;
const HEIGHT = { wide: 260, narrow: 240 };

/**
 * Draws the runs of a case over its rounds in both widths.
 *
 * @returns undefined where no run finished
 * @throws RangeError if two contestants would look the same
 */
export async function orderChart(input: OrderInput): Promise<Chart | undefined> {
  const series = input.series.filter(({ runs }) => runs.length > 0);
  if (series.length === 0) return undefined;
  const marks = series.map(({ mark }) => mark);
  checkMarks(input.id, marks);
  const description = `${input.measureTitle} of every finished run, by round. The values stand below, run by run.`;
  const naming = { id: input.id, title: input.title, description };
  const spec = orderSpec({ ...input, series }, 'wide');
  return {
    wide: await drawSpec(spec, 'wide', naming),
    narrow: await drawSpec(orderSpec({ ...input, series }, 'narrow'), 'narrow', naming),
    title: input.title,
    legend: marks,
    notes: [],
    spec,
  };
}

function orderSpec({ series, measureTitle, unit }: OrderInput, width: Width): TopLevelSpec {
  const values = series.flatMap(({ runs }) => runs.map(({ value }) => value));
  const scale = chooseScale(values, unit);
  const looks = scalesOf(series.map(({ mark }) => mark));
  const contestant = { field: 'contestant', type: 'nominal' } as const;
  const isLog = needsLog(values);
  const symbol = scale.symbol === '' ? '' : `, ${scale.symbol}`;
  const how = { ...contestant, legend: null };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTHS[width],
    height: HEIGHT[width],
    autosize: { type: 'fit', contains: 'padding' },
    data: {
      values: series.flatMap(({ mark, runs }) =>
        runs.map(({ round, value }) => ({
          contestant: nameBesideMark(mark),
          round,
          value: value / scale.size,
        })),
      ),
    },
    encoding: {
      x: {
        field: 'round',
        type: 'quantitative',
        title: 'Round',
        scale: { zero: false, nice: false, padding: 8 },
        axis: { tickMinStep: 1, format: 'd', labelOverlap: 'greedy', labelSeparation: 6 },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        title: `${measureTitle}${symbol}${isLog ? ', log scale' : ''}`,
        scale: isLog ? { type: 'log' } : { zero: false },
        axis: {
          titleLimit: WIDTHS[width] - BESIDE,
          labelExpr: NUMBER,
          labelOverlap: 'greedy',
          labelSeparation: 6,
        },
      },
    },
    layer: [
      {
        name: 'lines',
        mark: { type: 'line', strokeWidth: 1, strokeOpacity: DOT_OPACITY },
        encoding: { color: { ...how, scale: looks.colour } },
      },
      {
        name: 'marks',
        mark: { type: 'point', opacity: 1, strokeWidth: 1.2 },
        encoding: {
          shape: { ...how, scale: looks.shape },
          size: { value: 36 },
          fill: { ...how, scale: looks.fill },
          stroke: { ...how, scale: looks.colour },
        },
      },
    ],
  } as unknown as TopLevelSpec;
}
