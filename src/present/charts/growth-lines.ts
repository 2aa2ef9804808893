/** The lines of a growth chart, and the ends and ticks of its two logarithmic axes. */
import { nameBesideMark } from '../marks/marks.ts';
import type { GrowthInput, GrowthSeries, Mark } from './types.ts';

/** A line of the chart; values in the chart's scale. */
export interface Line {
  readonly mark: Mark;
  readonly name: string;
  readonly points: readonly Point[];
  /** The size of its ✕. */
  readonly failedAt?: number;
}

interface Point {
  readonly contestant: string;
  readonly size: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A series as its line.
 *
 * @param size of the chart's scale, in the measure's own unit
 * @param y ends of the axis
 */
export function lineOf(
  { mark, points, failedAt }: GrowthSeries,
  size: number,
  y: readonly number[],
): Line {
  const contestant = nameBesideMark(mark);
  const [low, high] = y as [number, number];
  const placed = points.flatMap(({ size: at, estimate }): Point[] => {
    const { point, lower, upper } = estimate;
    if (point === null || point <= 0) return [];
    // An end that isn't known, or that no log axis has, is the end of the axis.
    const ends = {
      lower: Math.max(low, (lower ?? point) / size),
      upper: upper === null ? high : upper / size,
    };
    return [{ contestant, size: at, median: point / size, ...ends }];
  });
  return { mark, name: contestant, points: placed, ...(failedAt && { failedAt: failedAt.size }) };
}

/** All values that are to be seen, in the measure's own unit. */
export function valuesOf({ series, limit }: GrowthInput): number[] {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ estimate: { point, lower, upper } }) => [point, lower, upper]),
  );
  return [...values, limit?.value].filter(
    (value) => typeof value === 'number' && value > 0,
  ) as number[];
}

/** All sizes of the chart, rising. */
export function sizesOf({ series }: GrowthInput): number[] {
  const all = series.flatMap(({ points, failedAt }) => [
    ...points.map(({ size }) => size),
    ...(failedAt === undefined ? [] : [failedAt.size]),
  ]);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A domain wider by a factor at both ends; never less than a decade, so that a tick is in it. */
export function logDomain(values: readonly number[], factor: number): readonly [number, number] {
  if (values.length === 0) return [1, 10];
  const [low, high] = [Math.min(...values) / factor, Math.max(...values) * factor];
  const short = factor < 2 ? Math.max(1, Math.sqrt(12 / (high / low))) : 1;
  return [low / short, high * short];
}

/** 1, 10, 100 …, with 2 and 5 between them where there are few. */
export function decades([low, high]: readonly [number, number]): number[] {
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) powers.push(power);
  const factors = high / low > 500 ? [1] : [1, 2, 5];
  const ticks = powers.flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)));
  return ticks.filter((tick) => tick >= low && tick <= high);
}

/** How far along a logarithmic axis a value is: 0 to 1. */
export function shareOf(value: number, [low, high]: readonly [number, number]): number {
  return Math.log(value / low) / Math.log(high / low);
}
