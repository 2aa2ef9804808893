/** Where things stand in a growth chart, in px: axes, lines, and where a line that fails ends. */
import { formatCount } from '../format/value.ts';
import { logAxis, toPixel, type Axis } from './axis.ts';
import type { Box, Place } from './boxes.ts';
import { AXIS_FONT, WIDTHS, type Width } from './fonts.ts';
import { blockOf } from './growth-blocks.ts';
import { textWidth, widestText } from './text-metrics.ts';
import type { GrowthInput, GrowthPoint, GrowthSeries } from './types.ts';

/** Between the plot's edge and the outermost marks. */
const INSET = 15;
/** From the outermost marks to the labels at the right, glyph included. */
const TO_LABELS = 14;
const HEIGHT = { wide: 392, narrow: 380 };
const FOOT = 46;
/** Half the width of an interval's bar. */
const INTERVAL_REACH = 6.5;

/** A point that can stand on a log axis. */
type DrawnPoint = GrowthPoint & { readonly value: number; readonly place: Place };

export interface SeriesLayout {
  readonly series: GrowthSeries;
  readonly drawn: readonly DrawnPoint[];
  /** The ✕ of a series that fails after some points. */
  readonly cross: Place | undefined;
  /** Where its line ends; undefined for a series that has no points. */
  readonly end: Place | undefined;
}

export interface GrowthLayout {
  readonly width: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly sizes: Axis;
  readonly values: Axis;
  readonly series: readonly SeriesLayout[];
  /** Lines that reach this far have their label in the column at the right. */
  readonly edgeX: number;
  readonly labelsX: number;
}

export function layOutGrowth(input: GrowthInput, width: Width): GrowthLayout {
  const right = WIDTHS[width];
  const sizes = sizesOf(input);
  const largest = sizes.at(-1) ?? 1;
  const blocks = input.series
    .filter((series) => lastSize(series) === largest)
    .map((series) => blockOf(series, 'edge', width));
  const labelsWidth = Math.max(0, ...blocks.map((block) => block.width));
  const labelsHeight = blocks.reduce((sum, block) => sum + block.height, 0);

  const top = input.limit === undefined ? 14 : 30;
  const bottom = Math.max(HEIGHT[width] - FOOT, top + labelsHeight);
  const values = logAxis(valuesOf(input), [bottom, top], input.unit, 'up');
  const tickLabels = values.ticks.map((tick) => tick.label);
  const left = widestText(tickLabels, AXIS_FONT) + 8;
  const edgeX = labelsWidth === 0 ? right - INSET : right - labelsWidth - TO_LABELS;
  const axis = axisOfSizes(sizes, [left + INSET, edgeX]);
  // A line can't go above what is drawn as its limit.
  const ceiling = input.limit === undefined ? top : toPixel(values, input.limit.value);

  const series = input.series.map((each) => {
    const drawn = drawable(each).map((point) => ({
      ...point,
      place: { x: toPixel(axis, point.size), y: toPixel(values, point.value) },
    }));
    const cross = crossOf(each, drawn, axis, ceiling);
    return { series: each, drawn, cross, end: cross ?? drawn.at(-1)?.place };
  });
  return {
    width: right,
    plot: { left, right: labelsWidth === 0 ? right : edgeX + 6, top, bottom },
    sizes: axis,
    values,
    series,
    edgeX,
    labelsX: right - labelsWidth,
  };
}

/** The bar of a point's interval, in px; without an end it runs to the end of the axis. */
export function intervalBox({ place, value, estimate }: DrawnPoint, { values }: GrowthLayout): Box {
  const [low, high] = values.domain;
  return {
    left: place.x - INTERVAL_REACH,
    right: place.x + INTERVAL_REACH,
    top: toPixel(values, estimate.upper ?? high),
    bottom: toPixel(values, Math.max(estimate.lower ?? value, low)),
  };
}

/** Points with a median that a log axis can show. */
function drawable(series: GrowthSeries): readonly (GrowthPoint & { readonly value: number })[] {
  return series.points.flatMap((point) => {
    const value = point.estimate.point;
    return value !== null && value > 0 ? [{ ...point, value }] : [];
  });
}

/** The size at which a series' line ends, its ✕ included; undefined without points. */
function lastSize(series: GrowthSeries): number | undefined {
  const last = drawable(series).at(-1)?.size;
  return last === undefined ? undefined : (series.failedAt?.size ?? last);
}

/** All sizes of the chart, rising. */
function sizesOf(input: GrowthInput): readonly number[] {
  const all = input.series.flatMap((series) => [
    ...series.points.map((point) => point.size),
    ...(series.failedAt === undefined ? [] : [series.failedAt.size]),
  ]);
  return [...new Set(all)].sort((a, b) => a - b);
}

function valuesOf(input: GrowthInput): readonly number[] {
  const values = input.series.flatMap((series) =>
    drawable(series).flatMap(({ value, estimate }) => [value, estimate.lower, estimate.upper]),
  );
  return [...values, input.limit?.value].filter((value) => typeof value === 'number');
}

/** Log axis whose ticks are the measured sizes; labels that would touch are left out. */
function axisOfSizes(sizes: readonly number[], range: readonly [number, number]): Axis {
  const low = sizes[0] ?? 1;
  const high = sizes.at(-1) ?? 1;
  const domain = low === high ? ([low / 2, high * 2] as const) : ([low, high] as const);
  const axis = { type: 'log', domain, range, ticks: [] } as const;
  let free = Infinity;
  // From the right, so that the largest size always has its label.
  const ticks = sizes.toReversed().map((value) => {
    const label = formatCount(value);
    const x = toPixel(axis, value);
    const half = textWidth(label, AXIS_FONT) / 2;
    if (x + half > free) return { value, label: '' };
    free = x - half - 8;
    return { value, label };
  });
  return { ...axis, ticks: ticks.toReversed() };
}

/**
 * Where a failing line's ✕ stands: in the direction of its last two points, at the size that
 * failed or at the ceiling, whichever comes first. Direction only, no prediction.
 */
function crossOf(
  series: GrowthSeries,
  drawn: readonly DrawnPoint[],
  sizes: Axis,
  ceiling: number,
): Place | undefined {
  const last = drawn.at(-1)?.place;
  if (series.failedAt === undefined || last === undefined) return undefined;
  const x = toPixel(sizes, series.failedAt.size);
  const before = drawn.at(-2)?.place;
  const slope = before === undefined ? 0 : (last.y - before.y) / (last.x - before.x);
  const y = last.y + slope * (x - last.x);
  if (y >= ceiling) return { x, y: Math.min(y, last.y) };
  const meets = last.x + (ceiling - last.y) / slope;
  return { x: Math.min(x, Math.max(last.x + 24, meets)), y: ceiling };
}
