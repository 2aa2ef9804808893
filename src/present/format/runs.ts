/** Single runs as text. */
import { decimalsForDigits, toText, withSymbol } from './number.ts';
import { chooseScale, type Unit } from '../../quantity/units.ts';

/** Runs printed alike: same unit, same decimals. */
interface RunTexts {
  /** Without unit, in the order given: "5.031". */
  readonly numbers: readonly string[];
  /** "s"; empty for ratios and counts. */
  readonly unit: string;
}

/**
 * Every run in the order given, in one unit, with four significant digits of the smallest
 * run at most.
 *
 * @param runs in the unit itself
 */
export function formatEachRun(runs: readonly number[], unit: Unit): RunTexts {
  const scale = chooseScale(runs, unit);
  const scaled = runs.map((run) => run / scale.size);
  const needs = scaled.map((run) => (Number.isInteger(run) ? 0 : decimalsForDigits(run, 4)));
  const decimals = Math.max(0, ...needs);
  return { numbers: scaled.map((run) => toText(run, decimals)), unit: scale.symbol };
}

/** The same as one text: "5.031, 5.029, 5.034 s"; empty for no runs. */
export function formatRuns(runs: readonly number[], unit: Unit): string {
  if (runs.length === 0) return '';
  const { numbers, unit: symbol } = formatEachRun(runs, unit);
  const text = numbers.join(', ');
  return withSymbol(text, symbol);
}
