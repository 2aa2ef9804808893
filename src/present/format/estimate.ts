/** Estimates as text: a median never stands without its interval. */
import type { Estimate } from '../../analyse/types.ts';
import { NBSP, decimalsForDigits, decimalsForWidth, toText, withSymbol } from './number.ts';
import { chooseScale, leastDigits, type Scale, type Unit } from '../../quantity/units.ts';
import { formatLevel, formatValue } from './value.ts';

/** One estimate, printed. */
export interface FormattedEstimate {
  /** With its unit: "5.03 s", "≥ 60 s", "did not finish". */
  readonly point: string;
  /** Without its unit: "5.03"; words, and what has a unit of its own, as they are in `point`. */
  readonly bare: string;
  /** Without unit, in the same scale: "5.026". */
  readonly lower: string;
  readonly upper: string;
  /** Without unit: "5.026–5.033", "both ends 5.03"; or words: "identical in 12 runs", "one run". */
  readonly interval: string;
  /** All of it: "5.030 s (95% interval 5.026–5.033 s)". */
  readonly text: string;
  /** "s", "MB", "kB per worker"; empty for ratios and counts. */
  readonly unit: string;
  /** The interval is words, or has its units already: none belongs after it. */
  readonly intervalIsWords: boolean;
  /** The interval says by itself what it is, as "identical in 12 runs" does: it isn't to be named. */
  readonly isNamed: boolean;
}

export interface FormatOptions {
  /** For a slope: "worker" prints "14.2 kB per worker". */
  readonly per?: string;
  /** For a product with a time: "s" prints "0.119 GB·s". */
  readonly times?: string;
}

/** In one scale a column's largest number may be this big; beyond, each cell has its own scale. */
const LARGEST_IN_COLUMN = 1e5;
/** What stands in place of a value that lies beyond every finished run. */
export const DID_NOT_FINISH = 'did not finish';

/** An estimate by itself. See {@link formatColumn}. */
export function formatEstimate(
  estimate: Estimate,
  unit: Unit,
  options: FormatOptions = {},
): FormattedEstimate {
  const scale = chooseScale([sizeOf(estimate)], unit);
  return inScale(estimate, unit, scale, decimalsOf(estimate, unit, scale), options);
}

/**
 * The estimates of one column or chart: same unit for all, and same decimals as far as three
 * significant digits go. Where the values lie so far apart that one unit would be unreadable,
 * each cell has its own.
 *
 * @param estimates in the measure's own unit (ns, bytes, cores) or ratios
 */
export function formatColumn(
  estimates: readonly Estimate[],
  unit: Unit,
  options: FormatOptions = {},
): readonly FormattedEstimate[] {
  const scale = chooseScale(estimates.map(sizeOf), unit);
  const largest = Math.max(0, ...estimates.map(sizeOf)) / scale.size;
  if (largest >= LARGEST_IN_COLUMN) {
    return estimates.map((estimate) => formatEstimate(estimate, unit, options));
  }
  const decimals = Math.max(0, ...estimates.map((each) => decimalsOf(each, unit, scale)));
  const exact = decimalsOfExact(estimates, scale);
  // Digits that only the smallest value can carry would be noise on the largest.
  return estimates.map((estimate) => {
    const most = Math.min(decimals, mostDecimals(estimate, unit, scale));
    const own = estimate.identical === true ? Math.max(most, exact) : most;
    return inScale(estimate, unit, scale, own, options);
  });
}

/** Decimals with which the values that are the same in all runs can be told apart: sizes, of which each byte is known. */
function decimalsOfExact(estimates: readonly Estimate[], scale: Scale): number {
  const exact = estimates.filter(({ identical }) => identical === true);
  const values = [...new Set(exact.flatMap(({ point }) => point ?? []))];
  if (values.length < 2) return 0;
  const scaled = values.map((value) => value / scale.size);
  const most = decimalsForDigits(Math.max(...scaled), MOST_EXACT_DIGITS);
  for (let decimals = 0; decimals < most; decimals += 1) {
    const texts = new Set(scaled.map((value) => toText(value, decimals)));
    if (texts.size === values.length) return decimals;
  }
  return most;
}

/** The largest finite size in an estimate, in its own unit. */
function sizeOf(estimate: Estimate): number {
  const ends = [estimate.point, estimate.lower, estimate.upper];
  return Math.max(0, ...ends.map((end) => Math.abs(end ?? 0)));
}

/** More are of no use to a reader, whatever the interval. */
const MOST_DIGITS = 3;
/** Of values without any noise, where fewer would show two of them as one. */
const MOST_EXACT_DIGITS = 5;

/** As many as the interval's width asks for, and no more than a reader can use. */
function decimalsOf(estimate: Estimate, unit: Unit, scale: Scale): number {
  const { point, lower, upper } = estimate;
  const known = point ?? lower ?? upper;
  if (known === null) return 0;
  const most = mostDecimals(estimate, unit, scale);
  if (lower === null || upper === null || upper === lower) return most;
  const byWidth = decimalsForWidth((upper - lower) / scale.size);
  // Around zero the median may be tiny beside its interval: its digits are noise.
  if (lower < 0 && upper > 0) return byWidth;
  return Math.min(
    most,
    Math.max(byWidth, decimalsForDigits(known / scale.size, leastDigits(unit))),
  );
}

/** Three significant digits; of a ratio near 1 three decimals, since what is read is its distance from 1. */
function mostDecimals(estimate: Estimate, unit: Unit, scale: Scale): number {
  const { point } = estimate;
  if (unit === 'ratio' && point !== null && Math.abs(point - 1) < 0.1) return MOST_DIGITS;
  return decimalsForDigits(sizeOf(estimate) / scale.size, MOST_DIGITS);
}

/** A number of four digits or more with three that count; counts are exact. */
function roundedTo(value: number, unit: Unit): number {
  return unit === 'count' || Math.abs(value) < 1000
    ? value
    : Number(value.toPrecision(MOST_DIGITS));
}

function inScale(
  estimate: Estimate,
  unit: Unit,
  scale: Scale,
  decimals: number,
  options: FormatOptions,
): FormattedEstimate {
  const symbol = symbolOf(scale, options);
  const withUnit = (text: string) => withSymbol(text, symbol);
  const beyond = beyondText(estimate, unit);
  const end = (value: number | null) =>
    value === null ? beyond : toText(roundedTo(value / scale.size, unit), decimals);

  const lower = end(estimate.lower);
  const upper = end(estimate.upper);
  const bare = end(estimate.point);
  const point = estimate.point === null ? beyond : withUnit(bare);
  const words = intervalWords(estimate);
  const mixed = mixedEnds(estimate, lower, upper, withUnit);
  const isOne = lower === upper;
  const ends = isOne ? `both ends ${lower}` : joinEnds(lower, upper);
  const interval = words ?? mixed ?? ends;
  const intervalIsWords = words !== null || mixed !== undefined;
  const isNamed = words !== null || (isOne && mixed === undefined);
  const shown = intervalIsWords ? interval : withUnit(interval);
  const explained = isNamed ? shown : `${formatLevel(estimate.level)} interval ${shown}`;
  const text = isUnknown(estimate) ? point : `${point} (${explained})`;
  return { point, bare, lower, upper, interval, text, unit: symbol, intervalIsWords, isNamed };
}

function symbolOf({ symbol }: Scale, { times, per }: FormatOptions): string {
  const product = times === undefined ? symbol : `${symbol}·${times}`;
  return per === undefined ? product : `${product} per ${per}`;
}

/** Beyond every finished run: where the others were stopped, in a unit of its own. */
function beyondText(estimate: Estimate, unit: Unit): string {
  const from = estimate.censoredFrom;
  return from === undefined ? DID_NOT_FINISH : `≥${NBSP}${formatValue(from, unit)}`;
}

function intervalWords(estimate: Estimate): string | null {
  if (estimate.n === 1) return 'one run';
  if (estimate.identical === true) return `identical in ${estimate.n} runs`;
  if (isUnknown(estimate)) return 'no interval';
  return null;
}

/** Whether no end of the interval is known: hardly a run finished. */
function isUnknown({ lower, upper }: Estimate): boolean {
  return lower === null && upper === null;
}

/** Where one end lies beyond every finished run, it brings its own unit, or none: the other needs one too. */
function mixedEnds(
  estimate: Estimate,
  lower: string,
  upper: string,
  withUnit: (text: string) => string,
): string | undefined {
  if (estimate.upper === null) return `${withUnit(lower)} to ${upper}`;
  return estimate.lower === null ? `${lower} to ${withUnit(upper)}` : undefined;
}

/** A dash between plain numbers; "to" where a minus sign would make the dash ambiguous. */
function joinEnds(lower: string, upper: string): string {
  const isPlain = /^\d/.test(lower) && /^\d/.test(upper);
  return isPlain ? `${lower}–${upper}` : `${lower} to ${upper}`;
}
