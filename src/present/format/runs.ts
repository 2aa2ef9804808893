/** Single runs as text. */
import { NBSP, decimalsForDigits, toText } from './number.ts';
import { chooseScale, type Unit } from './units.ts';

/**
 * Every run in the order given, in one unit: "5.031, 5.029, 5.034 s". Four significant
 * digits of the smallest run at most; empty for no runs.
 *
 * @param runs in the unit itself
 */
export function formatRuns(runs: readonly number[], unit: Unit): string {
  if (runs.length === 0) return '';
  const scale = chooseScale(runs, unit);
  const scaled = runs.map((run) => run / scale.size);
  const needs = scaled.map((run) => (Number.isInteger(run) ? 0 : decimalsForDigits(run, 4)));
  const decimals = Math.max(0, ...needs);
  const numbers = scaled.map((run) => toText(run, decimals)).join(', ');
  return scale.symbol === '' ? numbers : numbers + NBSP + scale.symbol;
}
