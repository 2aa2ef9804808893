/**
 * Rounds to 12 significant digits. Every number of the results goes through here, so
 * that the last bits of a logarithm don't make the results differ between machines.
 * Infinities and NaN pass unchanged; −0 becomes 0.
 */
export function roundTo12(value: number): number {
  // Most counts and many values in ns or bytes: nothing is to be rounded.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  return Number(value.toPrecision(12)) + 0;
}
