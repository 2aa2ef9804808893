/**
 * Rounds to 12 significant digits. Every number of the results goes through here, so
 * that the last bits of a logarithm don't make the results differ between machines.
 * Infinities and NaN pass unchanged; −0 becomes 0.
 */
export function roundTo12(value: number): number {
  // Whole numbers of so many digits, and those below a million with six decimals at most, stay as they are.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  if (Math.abs(value) < 1e6 && Math.round(value * 1e6) / 1e6 === value) return value;
  return Number(value.toPrecision(12)) + 0;
}
