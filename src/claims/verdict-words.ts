/** How `expect` words a verdict, and which of its words stand for the same side. */
import type { Decision } from './decided.ts';

/** Less or more with what is known of its weight: shown to matter, or open. */
const weighed = {
  less: { shown: 'less-that-matters', open: 'less-that-may-matter' },
  more: { shown: 'more-that-matters', open: 'more-that-may-matter' },
} as const;

/** What `expect` of a comparison may say: `less` and `more` hold for either weight. */
export const verdictWords = [
  'less',
  'less-that-matters',
  'less-that-may-matter',
  'more',
  'more-that-matters',
  'more-that-may-matter',
  'same',
  'no-difference-shown',
] as const;

/** The word that says all of a verdict. */
export function wordOf(verdict: Decision): string {
  if (verdict.kind === 'same') return 'same';
  if (verdict.kind === 'no difference shown') return 'no-difference-shown';
  return weighed[verdict.kind][verdict.matters];
}

/** `less` or `more` for each of their words; every other word as it is. */
export function sideOfWord(word: string): string {
  for (const side of ['less', 'more'] as const) {
    if (Object.values<string>(weighed[side]).includes(word)) return side;
  }
  return word;
}

/** Of two words for one side the one that says less: that the difference may not matter. */
export function weakerWord(one: string, other: string): string {
  const isOpen = Object.values(weighed).some(({ open }) => open === one);
  return isOpen ? one : other;
}

/** Whether what was found meets what was expected: `less` is met by less of either weight. */
export function meets(found: string, expected: string): boolean {
  return found === expected || sideOfWord(found) === expected;
}

const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  less: ['more'],
  more: ['less'],
  same: ['less-that-matters', 'more-that-matters'],
  'less-that-matters': ['same'],
  'more-that-matters': ['same'],
  finished: ['did-not-finish', 'finished-some'],
  'did-not-finish': ['finished', 'finished-some'],
  grows: ['shrinks'],
  shrinks: ['grows'],
};

/**
 * Whether what was found is the opposite of what was said: more of less, either of them that is shown to matter of `same`,
 * and the other way round. Of "finished some" nothing is, since fewer runs may all have finished.
 */
export function opposes(found: string, said: string): boolean {
  const opposites = [sideOfWord(said), said].flatMap((word) => OPPOSITES[word] ?? []);
  return opposites.includes(found) || opposites.includes(sideOfWord(found));
}
