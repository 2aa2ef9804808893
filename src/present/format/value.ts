/** Single numbers as text: values, counts, levels, shares. */
import { decimalsForDigits, toText, withSymbol } from './number.ts';
import { chooseScale, type Unit } from '../../quantity/units.ts';

/**
 * One value with its unit and three significant digits: "5.03 s", "30.1 ms", "19.2 MB".
 * A whole number in its unit is printed without decimals: "5 s".
 *
 * @param value in the unit itself
 */
export function formatValue(value: number, unit: Unit): string {
  const scale = chooseScale([value], unit);
  const scaled = value / scale.size;
  const decimals = Number.isInteger(scaled) ? 0 : decimalsForDigits(scaled, 3);
  const number = toText(scaled, decimals);
  return withSymbol(number, scale.symbol);
}

/** A count: "12", "1000", "10 000" with a thin space. */
export function formatCount(count: number): string {
  return toText(count, 0);
}

/** A level of confidence, to a tenth of a percent: "95%", "93.8%". Never rounds up to 100%. */
export function formatLevel(level: number): string {
  const percent = Math.floor(level * 1000 + 1e-6) / 10;
  return `${toText(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}

/** A share: 0.02 → "2%", 0.015 → "1.5%". */
export function formatPercent(share: number): string {
  const percent = Math.round(share * 1000) / 10;
  return `${toText(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}

/** "7 of 10". */
export function formatOutOf(count: number, total: number): string {
  return `${formatCount(count)} of ${formatCount(total)}`;
}

/** Said where a part of the values is missing: "from 18 of 21 runs"; empty where none is. */
export function restsOn(count: number, total: number, noun: string): string {
  return count < total ? `from ${formatOutOf(count, total)} ${noun}` : '';
}
