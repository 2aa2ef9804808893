/** Digits: how many, and how they are set. The only place that turns a number into text. */

/** Between a number and its unit. */
export const NBSP = '\u00a0';
/** Between thousands, from 10 000 on. */
const THIN_SPACE = '\u202f';
const MINUS = '\u2212';
/** More decimals than a double can tell apart. */
const MOST_DECIMALS = 20;

/**
 * A number with a fixed count of decimals, a real minus sign and thin spaces
 * between thousands from 10 000 on.
 *
 * @throws RangeError if the value isn't finite: no chart or table may print NaN
 */
export function toText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(
      `A number to print is ${value}. Print an estimate with formatEstimate, which knows runs that did not finish.`,
    );
  }
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const isZero = !/[1-9]/.test(digits);
  return value < 0 && !isZero ? MINUS + digits : digits;
}

/** A number with its unit's symbol: "5.03 s", "12%"; the number alone where there is none. */
export function withSymbol(number: string, symbol: string): string {
  if (symbol === '') return number;
  return symbol === '%' ? number + symbol : number + NBSP + symbol;
}

/** Decimals that show a value with so many significant digits; never negative. */
export function decimalsForDigits(value: number, digits: number): number {
  if (value === 0) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return clampDecimals(digits - 1 - magnitude);
}

/**
 * Decimals at which an interval's ends differ: the last printed place is at most a third of
 * the interval's width, so that two ends which differ never read the same ("1.04–1.04") and
 * a median between them can be told from both.
 */
export function decimalsForWidth(width: number): number {
  if (!(width > 0)) return 0;
  return clampDecimals(-Math.floor(Math.log10(width / 3)));
}

function clampDecimals(decimals: number): number {
  return Math.min(MOST_DECIMALS, Math.max(0, decimals));
}
