/**
 * The plural of an English noun by its ending: "workers", "copies", "boxes". An irregular one isn't known.
 *
 * @param noun in the singular, of one word or more; its last is what changes
 */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}
