/** Units of measures: how they are printed, read and made of each other. Nothing else knows them. */

export const measureUnits = [
  'ns',
  'bytes',
  'count',
  'cores',
  'share',
  'bytes/s',
  'count/s',
] as const;

/** What the value of a measure counts; with `/s` it is a rate. */
export type MeasureUnit = (typeof measureUnits)[number];

/** What a printed number counts: the measure's own unit, or nothing, as a ratio of two values. */
export type Unit = MeasureUnit | 'ratio';

/** One way of printing a unit: how many of the measure's own units it holds, and its names. */
export interface Scale {
  readonly size: number;
  /** After a number: "s", "MB"; empty for ratios and counts. */
  readonly symbol: string;
  /** Under an axis: "seconds", "megabytes (10⁶ bytes)". */
  readonly words: string;
}

/** Largest first. */
type Scales = readonly [Scale, ...Scale[]];

interface UnitDefinition {
  readonly scales: Scales;
  /** Digits of a median that are always shown. */
  readonly leastDigits: number;
  /** At the end of a column's name: "Ns". */
  readonly ending: string;
}

/** Memory is printed in decimal units: 1 kB = 1000 bytes, 1 MB = 10⁶, 1 GB = 10⁹. */
const bytes: Scales = [
  { size: 1e9, symbol: 'GB', words: 'gigabytes (10⁹ bytes)' },
  { size: 1e6, symbol: 'MB', words: 'megabytes (10⁶ bytes)' },
  { size: 1e3, symbol: 'kB', words: 'kilobytes (1000 bytes)' },
  { size: 1, symbol: 'B', words: 'bytes' },
];

const units: Readonly<Record<Unit, UnitDefinition>> = {
  ns: {
    leastDigits: 2,
    ending: 'Ns',
    scales: [
      { size: 1e9, symbol: 's', words: 'seconds' },
      { size: 1e6, symbol: 'ms', words: 'milliseconds' },
      { size: 1e3, symbol: 'µs', words: 'microseconds' },
      { size: 1, symbol: 'ns', words: 'nanoseconds' },
    ],
  },
  bytes: { leastDigits: 2, ending: 'Bytes', scales: bytes },
  'bytes/s': { leastDigits: 2, ending: 'BytesPerS', scales: perSecond(bytes) },
  cores: {
    leastDigits: 2,
    ending: 'Cores',
    scales: [{ size: 1, symbol: 'cores', words: 'cores' }],
  },
  count: { leastDigits: 1, ending: 'Count', scales: [{ size: 1, symbol: '', words: 'count' }] },
  'count/s': {
    leastDigits: 2,
    ending: 'PerS',
    scales: [{ size: 1, symbol: 'per\u00a0second', words: 'per second' }],
  },
  share: {
    leastDigits: 2,
    ending: 'Share',
    scales: [{ size: 0.01, symbol: '%', words: 'percent' }],
  },
  // A ratio of 1.2 reads as 1.20.
  ratio: { leastDigits: 3, ending: 'Ratio', scales: [{ size: 1, symbol: '', words: 'ratio' }] },
};

/** The same scales, of a rate. */
function perSecond(scales: Scales): Scales {
  const rate = ({ size, symbol, words }: Scale): Scale => ({
    size,
    symbol: `${symbol}/s`,
    words: `${words} per second`,
  });
  const [largest, ...others] = scales;
  return [rate(largest), ...others.map(rate)];
}

/** Digits of a median in this unit that are always shown. */
export function leastDigits(unit: Unit): number {
  return units[unit].leastDigits;
}

/** What the name of a column ends in that holds raw values: "allDoneNs". */
export function endingOf(unit: Unit): string {
  return units[unit].ending;
}

/**
 * The scale in which a column reads best: the largest one that prints the
 * smallest value as at least 0.1 and the largest as at least 1. Zeros don't count;
 * a column of zeros gets the unit's largest scale.
 *
 * @param values in the unit itself, of any sign
 */
export function chooseScale(values: readonly number[], unit: Unit): Scale {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const all = units[unit].scales;
  if (sizes.length === 0) return all[0];
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  const fits = (scale: Scale) => smallest >= 0.1 * scale.size && largest >= scale.size;
  return all.find(fits) ?? all[all.length - 1] ?? all[0];
}

/** A unit by the symbol that is printed after its numbers: "MB" is 10⁶ bytes. */
export interface UnitSymbol {
  readonly unit: MeasureUnit;
  /** How many of the unit it stands for. */
  readonly size: number;
}

/** Symbols that are read and never printed. */
const alsoRead: readonly (readonly [string, UnitSymbol])[] = [
  ['min', { unit: 'ns', size: 60e9 }],
  ['KB', { unit: 'bytes', size: 1e3 }],
  ['KiB', { unit: 'bytes', size: 2 ** 10 }],
  ['MiB', { unit: 'bytes', size: 2 ** 20 }],
  ['GiB', { unit: 'bytes', size: 2 ** 30 }],
];

/** A map, since a text such as "constructor" is no unit. */
const symbols: ReadonlyMap<string, UnitSymbol> = new Map([
  ...measureUnits.flatMap((unit) =>
    units[unit].scales
      .filter(({ symbol }) => symbol !== '')
      .map(({ symbol, size }) => [symbol, { unit, size }] as const),
  ),
  ...alsoRead,
]);

/** What a symbol stands for; `undefined` for a text that is none. */
export function unitOfSymbol(symbol: string): UnitSymbol | undefined {
  return symbols.get(symbol);
}

/** Whether a value is a stretch of time. */
export function isTime(unit: Unit): boolean {
  return unit === 'ns';
}

/** Whether a value is said of how much the machine has: "1.9 of 2 cores". */
export function isPartOfMachine(unit: Unit): boolean {
  return unit === 'cores';
}

/** Whether a program can report it in its last line, with the unit as the name of the number. */
export function isReported(unit: MeasureUnit): boolean {
  return reported.has(unit);
}

const reported: ReadonlySet<MeasureUnit> = new Set(['ns', 'bytes', 'count']);

/** Whether a quotient in this unit is one thing in each second of another, which is a time. */
export function isRate(unit: MeasureUnit): boolean {
  return unit.endsWith('/s');
}
