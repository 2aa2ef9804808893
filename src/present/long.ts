/** Names and intervals stay on one line, but for those that no narrow line holds. */

const MOST_LETTERS = 32;

/** Whether a text may be broken although its kind usually isn't. */
export function isLong(text: string): boolean {
  return text.length > MOST_LETTERS;
}
