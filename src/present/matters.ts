/** What difference matters, as the scenario stated it before the first round. */
import type { SessionMeasure } from '../store/schema.ts';
import { formatPercent, formatValue } from './format/value.ts';

/** "2%", "50 ms", "10% and 50 µs"; empty where nothing is stated. */
export function leastThatMatters(
  { matters, unit }: Pick<SessionMeasure, 'matters' | 'unit'>,
  link: 'and' | 'or' = 'and',
): string {
  const ratio = matters?.ratio === undefined ? [] : [formatPercent(matters.ratio - 1)];
  const difference =
    matters?.difference === undefined ? [] : [formatValue(matters.difference, unit)];
  return [...ratio, ...difference].join(` ${link} `);
}
