/** Digits without zeros at their ends, and the power of ten that they are multiplied with. */
function decimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

/**
 * Whether a number is what was written, where it is a whole one: integers are counted with, and 1 more
 * is another answer. Fractions are rounded to the nearest double everywhere, and stay what they are.
 *
 * @param source as it stands in the JSON text
 */
export function isExact(source: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  return !Number.isInteger(value) || decimal(source) === decimal(BigInt(value).toString());
}
