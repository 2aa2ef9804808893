/** Versions of runtimes, as far as they are numbers with dots. */

/**
 * The numbers of a version that is nothing but numbers with dots: "3.14" gives [3, 14].
 *
 * @returns undefined for any other text
 */
export function parseVersion(text: string): readonly number[] | undefined {
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*))*$/.test(text)) return undefined;
  return text.split('.').map(Number);
}

/**
 * Compares two versions by the numbers at their beginning; what follows these ("rc1", "-553") doesn't
 * count, and a number that isn't there is 0.
 *
 * @returns below 0 where `a` is the older one, above 0 where it is the newer one, else 0
 */
export function compareVersions(a: string, b: string): number {
  const one = leadingNumbers(a);
  const other = leadingNumbers(b);
  for (let place = 0; place < Math.max(one.length, other.length); place++) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** "3.15.0rc1" gives [3, 15, 0], "v1.7.8-553" gives [1, 7, 8]. */
function leadingNumbers(version: string): readonly number[] {
  const [numbers = ''] = /^\d+(\.\d+)*/.exec(version.replace(/^v/, '')) ?? [];
  return numbers.split('.').map(Number);
}
