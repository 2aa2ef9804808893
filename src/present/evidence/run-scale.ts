/** The scale that all runs of a case share: places in percent of a strip's width. */
import { needsLog } from '../figure/axis.ts';
import { formatValue } from '../format/value.ts';
import type { Unit } from '../../quantity/units.ts';

/** Room at both ends, so that no dot is cut. */
const MARGIN_PERCENT = 2;

export interface RunScale {
  /** Values at the ends, printed. */
  readonly from: string;
  readonly to: string;
  readonly isLog: boolean;
  /** Place of a value of the measure, in percent; one beyond the ends stands at the end. */
  readonly place: (value: number) => number;
}

/**
 * A scale from the smallest to the largest value, logarithmic where the small ones could not be
 * told apart otherwise.
 *
 * @returns undefined where there is no value
 */
export function runScale(values: readonly number[], unit: Unit): RunScale | undefined {
  if (values.length === 0) return undefined;
  // Not Math.min(...values): a case may hold more runs than a call takes arguments.
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  const isLog = needsLog([low, high]);
  const shape = isLog ? Math.log : (value: number) => value;
  const span = shape(high) - shape(low);
  const place = (value: number): number => {
    if (span === 0) return 50;
    const within = Math.min(high, Math.max(low, value));
    const share = (shape(within) - shape(low)) / span;
    return Math.round((MARGIN_PERCENT + (100 - 2 * MARGIN_PERCENT) * share) * 10) / 10;
  };
  return { from: formatValue(low, unit), to: formatValue(high, unit), isLog, place };
}
