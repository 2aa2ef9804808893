/**
 * Words of a command line with placeholders: `{lines}` is a parameter of the case, `{input:text}` the path
 * of an input, `{out}` the empty folder of the invocation, `{cores}` the number of cores. A brace of the
 * tool's own is doubled: `{{print}`.
 */
const PLACEHOLDER = /\{\{|\{([A-Za-z][\w:-]*)\}/g;

/** Names of the placeholders in these words. */
export function placeholdersIn(words: readonly string[]): string[] {
  const all = words.flatMap((word) => [...word.matchAll(PLACEHOLDER)].map((match) => match[1]));
  return [...new Set(all.filter((name) => name !== undefined))];
}

/**
 * The words with the values in place.
 *
 * @throws Error for a placeholder without a value: a mistake of ours, since loading checks them
 */
export function fillIn(
  words: readonly string[],
  values: Readonly<Record<string, string | number>>,
): string[] {
  return words.map((word) =>
    word.replace(PLACEHOLDER, (whole, name: string | undefined) => {
      if (name === undefined) return '{';
      if (!Object.hasOwn(values, name)) throw new Error(`${whole} has no value`);
      return String(values[name]);
    }),
  );
}
