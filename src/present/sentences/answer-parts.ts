/** Stretches of the sentence under the title. */
import { listedWith } from './pieces.ts';

/** A stretch of the sentence: what the runs say, with the case behind it, or the words between. */
export interface AnswerPart {
  readonly text: string;
  /** Case whose runs show it; absent for connecting words. */
  readonly caseId?: string;
}

/** Sentences one after the other; empty ones are left out. */
export function joinedSentences(sentences: readonly (readonly AnswerPart[])[]): AnswerPart[] {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]));
}

/** "2 further cases are not measured." */
export function leftOutSentence(count: number): AnswerPart[] {
  if (count === 0) return [];
  const cases = count === 1 ? '1 further case is' : `${count} further cases are`;
  return [{ text: `${cases} not measured.` }];
}

/** "a, b and c". */
export function listedParts(parts: readonly AnswerPart[]): AnswerPart[] {
  return listedWith(parts, (text): AnswerPart => ({ text }));
}

/** The words of a topic at the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
