/** Units of measures and the scales that they are printed in. */

/** What a number counts: the measure's own unit, a ratio of two values, or a plain count. */
export type Unit = 'ns' | 'bytes' | 'cores' | 'ratio' | 'count';

/** One way of printing a unit: how many of the measure's own units it holds, and its names. */
export interface Scale {
  readonly size: number;
  /** After a number: "s", "MB"; empty for ratios and counts. */
  readonly symbol: string;
  /** Under an axis: "seconds", "megabytes (10⁶ bytes)". */
  readonly words: string;
}

/** Largest first. Memory is printed in decimal units: 1 kB = 1000 bytes, 1 MB = 10⁶, 1 GB = 10⁹. */
const scales: Readonly<Record<Unit, readonly [Scale, ...Scale[]]>> = {
  ns: [
    { size: 1e9, symbol: 's', words: 'seconds' },
    { size: 1e6, symbol: 'ms', words: 'milliseconds' },
    { size: 1e3, symbol: 'µs', words: 'microseconds' },
    { size: 1, symbol: 'ns', words: 'nanoseconds' },
  ],
  bytes: [
    { size: 1e9, symbol: 'GB', words: 'gigabytes (10⁹ bytes)' },
    { size: 1e6, symbol: 'MB', words: 'megabytes (10⁶ bytes)' },
    { size: 1e3, symbol: 'kB', words: 'kilobytes (1000 bytes)' },
    { size: 1, symbol: 'B', words: 'bytes' },
  ],
  cores: [{ size: 1, symbol: 'cores', words: 'cores' }],
  ratio: [{ size: 1, symbol: '', words: 'ratio' }],
  count: [{ size: 1, symbol: '', words: 'count' }],
};

/** All scales of a unit, largest first. */
function scalesOf(unit: Unit): readonly [Scale, ...Scale[]] {
  return scales[unit];
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
  const all = scalesOf(unit);
  if (sizes.length === 0) return all[0];
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  const fits = (scale: Scale) => smallest >= 0.1 * scale.size && largest >= scale.size;
  return all.find(fits) ?? all[all.length - 1] ?? all[0];
}
