/** Axes that we state in full, so that marks (Vega's arithmetic) and labels (ours) agree. */
import { decimalsForDigits, toText } from '../format/number.ts';
import { formatValue } from '../format/value.ts';
import type { Scale, Unit } from '../../quantity/units.ts';
import { AXIS_FONT } from './fonts.ts';
import { textWidth, widestText } from './text-metrics.ts';

interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface Axis {
  readonly type: 'linear' | 'log';
  /** In the measure's own unit. */
  readonly domain: readonly [number, number];
  /** In px. */
  readonly range: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** Where a value stands, in px. A log axis takes positive values only. */
export function toPixel(axis: Axis, value: number): number {
  const shape = axis.type === 'log' ? Math.log10 : (x: number) => x;
  const [from, to] = axis.domain;
  const [start, end] = axis.range;
  const share = (shape(value) - shape(from)) / (shape(to) - shape(from));
  return start + share * (end - start);
}

/** Above this ratio of the largest to the smallest value an axis is logarithmic. */
const LOG_FROM_RATIO = 20;

/** Whether values lie so far apart that a linear axis would hide the small ones. */
export function needsLog(values: readonly number[]): boolean {
  const smallest = Math.min(...values);
  return values.length > 0 && smallest > 0 && Math.max(...values) / smallest > LOG_FROM_RATIO;
}

/**
 * A linear axis from 0 (or from the smallest value where it is negative) to a little
 * more than the largest. Labels are bare numbers in `scale`.
 */
export function linearAxis(
  values: readonly number[],
  range: readonly [number, number],
  scale: Scale,
): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || scale.size;
  const domain = [low < 0 ? low - 0.04 * span : 0, high + 0.04 * span] as const;
  const room = Math.max(2, Math.floor((range[1] - range[0]) / 60));
  const step = niceStep((domain[1] - domain[0]) / scale.size / room);
  const decimals = decimalsForDigits(step, 1);
  const ticks: Tick[] = [];
  const first = Math.ceil(domain[0] / scale.size / step);
  const last = Math.floor(domain[1] / scale.size / step + 1e-9);
  for (let i = first; i <= last; i++) {
    ticks.push({ value: i * step * scale.size, label: toText(i * step, decimals) });
  }
  return { type: 'linear', domain, range, ticks };
}

/** The smallest of 1, 2, 5 × 10ᵏ that is at least `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A log axis never shows less than this ratio. */
const LEAST_LOG_SPAN = 6;
const DECADE_PATTERNS = [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

/**
 * A logarithmic axis a little wider than its values, labelled with units ("10 MB").
 *
 * @param values those that are not positive are left out; none at all: an axis without labels
 * @param direction labels across the page need their width, labels up it their height
 */
export function logAxis(
  values: readonly number[],
  range: readonly [number, number],
  unit: Unit,
  direction: 'across' | 'up' = 'across',
): Axis {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return { type: 'log', domain: [1, 10], range, ticks: [] };
  const low = Math.min(...positive);
  const high = Math.max(...positive);
  const widen = Math.max(1.2, Math.sqrt(LEAST_LOG_SPAN / (high / low)));
  const domain = [low / widen, high * widen] as const;
  const bare = { type: 'log', domain, range, ticks: [] } as const;
  for (const pattern of DECADE_PATTERNS) {
    const ticks = logTicks(domain, pattern, unit);
    if (haveRoom({ ...bare, ticks }, direction)) return { ...bare, ticks };
  }
  return { ...bare, ticks: thinned(bare, logTicks(domain, [1], unit), direction) };
}

/** Every second tick, or every third …, until the labels have room. */
function thinned(bare: Axis, ticks: readonly Tick[], direction: 'across' | 'up'): readonly Tick[] {
  for (let step = 2; step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0);
    if (haveRoom({ ...bare, ticks: kept }, direction)) return kept;
  }
  return ticks.slice(0, 1);
}

function logTicks(domain: readonly [number, number], pattern: readonly number[], unit: Unit) {
  const ticks: Tick[] = [];
  const last = Math.floor(Math.log10(domain[1]));
  for (let power = Math.floor(Math.log10(domain[0])); power <= last; power++) {
    for (const factor of pattern) {
      // A division for small powers keeps 0.001 from turning into 0.0010000000000000002.
      const value = power < 0 ? factor / 10 ** -power : factor * 10 ** power;
      if (value < domain[0] || value > domain[1]) continue;
      ticks.push({ value, label: formatValue(value, unit) });
    }
  }
  return ticks;
}

function haveRoom(axis: Axis, direction: 'across' | 'up'): boolean {
  const places = axis.ticks.map((tick) => toPixel(axis, tick.value));
  const most = widestText(
    axis.ticks.map((tick) => tick.label),
    AXIS_FONT,
  );
  // A label at an end of the chart is moved inside, by up to half its width (insideX).
  const across = Math.max(most + AXIS_FONT.size, 1.5 * most);
  const least = direction === 'up' ? 3 * AXIS_FONT.size : across;
  return places.every((place, i) => {
    const before = places[i - 1];
    return before === undefined || Math.abs(place - before) >= least;
  });
}

/** Moves a centred label so that it stays inside `0 … width`. */
export function insideX(x: number, label: string, width: number): number {
  const half = textWidth(label, AXIS_FONT) / 2;
  return Math.min(width - half, Math.max(half, x));
}
