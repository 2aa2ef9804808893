/**
 * How a column of a Markdown table is aligned: the one thing that our pages say by a style attribute. The policy of a
 * preview allows no such attribute, so the word is kept and a rule of ours heeds it.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const WORDS = ['left', 'center', 'right'];

/** The whole value of the attribute, as the Markdown of our pages is written. */
export const ALIGNMENT = new RegExp(`^text-align: ?(?:${WORDS.join('|')});?$`);

export const ALIGNMENT_RULES = WORDS.map(
  (word) => `[data-align='${word}'] { text-align: ${word}; }`,
).join('\n');

/** Puts a checked alignment where the rules look for it. */
export function keepAlignment(cell: Tree.Element): void {
  const style = cell.attrs.find(({ name }) => name === 'style');
  const word = WORDS.find((one) => style?.value.includes(one));
  if (word === undefined) return;
  cell.attrs = cell.attrs.filter(({ name }) => name !== 'style' && name !== 'data-align');
  cell.attrs.push({ name: 'data-align', value: word });
}
