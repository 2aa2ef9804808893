/** The axis of a column of marks: places in percent of its width, and labels that have room in the narrowest. */
import type { Scale } from '../../quantity/units.ts';
import { decimalsForDigits, toText } from '../format/number.ts';

export interface Tick {
  /** In percent of the width. */
  readonly x: number;
  /** A bare number, in the scale of the column. */
  readonly label: string;
}

export interface Axis {
  readonly isLog: boolean;
  readonly ticks: readonly Tick[];
  /** Place of a value, in percent; one beyond the ends stands at the end. */
  readonly place: (value: number) => number;
}

/** Labels this near to an end stand inside, in percent. */
const AT_END = 15;

/** Above this ratio of the largest to the smallest value a linear axis would hide the small ones. */
const LOG_FROM_RATIO = 20;
/** Room beyond the outermost values, so that no dot is cut: a share of the span, and a factor. */
const LINEAR_MARGIN = 0.03;
const LOG_MARGIN = 1.2;

/** Of the narrowest column that is drawn, and of a digit and the gap to the next label. */
const NARROWEST_PX = 120;
const DIGIT_PX = 6.6;
const GAP_PX = 8;

/** Which point of its text stands at the tick. */
export function anchorOf({ x }: Tick): 'start' | 'middle' | 'end' {
  if (x < AT_END) return 'start';
  return x > 100 - AT_END ? 'end' : 'middle';
}

/** Whether values lie so far apart that a linear axis would hide the small ones. */
export function needsLog(values: readonly number[]): boolean {
  const { low, high } = endsOf(values);
  return values.length > 0 && low > 0 && high / low > LOG_FROM_RATIO;
}

/**
 * An axis from 0, or logarithmic where values differ by more than 20 times.
 *
 * @param values in the measure's own unit
 * @param scale in which the labels are printed
 * @returns undefined where there is no value
 */
export function axisOf(values: readonly number[], scale: Scale): Axis | undefined {
  if (values.length === 0) return undefined;
  const { low, high } = endsOf(values);
  if (needsLog(values)) return logAxis(low, high, scale);
  return linearAxis(Math.min(0, low), Math.max(0, high), scale);
}

function linearAxis(low: number, high: number, scale: Scale): Axis {
  const span = high - low || scale.size;
  const from = low < 0 ? low - LINEAR_MARGIN * span : 0;
  const to = Math.max(high, from + span) + LINEAR_MARGIN * span;
  const place = placing(from, to, (value) => value);
  const choices = [5, 4, 3, 2, 1].map((parts) => {
    const step = niceStep((to - from) / scale.size / parts);
    const decimals = decimalsForDigits(step, 1);
    return multiplesIn(from / scale.size, to / scale.size, step).map((value) => ({
      x: place(value * scale.size),
      label: toText(value, decimals),
    }));
  });
  return { isLog: false, ticks: firstWithRoom(choices), place };
}

function logAxis(low: number, high: number, scale: Scale): Axis {
  const from = low / LOG_MARGIN;
  const to = high * LOG_MARGIN;
  const place = placing(from, to, Math.log10);
  const ticksAt = (factors: readonly number[], everyDecade = 1): Tick[] =>
    decadesIn(from / scale.size, to / scale.size)
      .filter((power) => power % everyDecade === 0)
      .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
      .filter((value) => value * scale.size >= from && value * scale.size <= to)
      .map((value) => ({
        x: place(value * scale.size),
        label: toText(value, decimalsForDigits(value, 1)),
      }));
  const choices = [
    ticksAt([1, 2, 5]),
    ticksAt([1, 3]),
    ticksAt([1]),
    ticksAt([1], 2),
    ticksAt([1], 3),
  ];
  return { isLog: true, ticks: firstWithRoom(choices), place };
}

function placing(from: number, to: number, shape: (value: number) => number) {
  return (value: number): number => {
    const within = Math.min(to, Math.max(from, value));
    const share = (shape(within) - shape(from)) / (shape(to) - shape(from));
    return Math.round(share * 10_000) / 100;
  };
}

/** Not `Math.min(...values)`: there may be more runs than a call takes arguments. */
function endsOf(values: readonly number[]): { readonly low: number; readonly high: number } {
  return {
    low: values.reduce((least, value) => Math.min(least, value), Infinity),
    high: values.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}

/** The smallest of 1, 2, 5 × 10ᵏ that is at least `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function multiplesIn(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Powers of ten from that of the smallest value to that of the largest. */
function decadesIn(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.floor(Math.log10(to));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The first of these rows of labels that doesn't crowd; where all do, those of the last that have room. */
function firstWithRoom(choices: readonly (readonly Tick[])[]): readonly Tick[] {
  const roomy = choices.find((ticks) =>
    ticks.every((tick, index) => index === 0 || hasRoom(ticks[index - 1]!, tick)),
  );
  if (roomy !== undefined && roomy.length > 0) return roomy;
  return (choices.at(-1) ?? []).reduce<Tick[]>((kept, tick) => {
    const before = kept.at(-1);
    return before === undefined || hasRoom(before, tick) ? [...kept, tick] : kept;
  }, []);
}

function hasRoom(before: Tick, after: Tick): boolean {
  return spanOf(after).from - spanOf(before).to >= GAP_PX;
}

/** Where a label stands in the narrowest column, in px: at the ends inside, else around its tick. */
function spanOf(tick: Tick): { readonly from: number; readonly to: number } {
  const width = tick.label.length * DIGIT_PX;
  const at = (tick.x / 100) * NARROWEST_PX;
  const from = { start: at, middle: at - width / 2, end: at - width }[anchorOf(tick)];
  return { from, to: from + width };
}
