const LETTERS = 86;

/** A word without a place to break it, that begins so. */
export function long(word: string): string {
  const stem = word.replace(/[^\p{L}\p{N}]/gu, '') || 'word';
  return stem.repeat(Math.ceil(LETTERS / stem.length)).slice(0, LETTERS);
}
