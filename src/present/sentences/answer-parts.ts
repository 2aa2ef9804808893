/** Stretches of the sentence under the title. */
import { formatCount } from '../format/value.ts';
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

/** More cases than these are counted, not named. */
const MOST_NAMED = 3;

/** "in “Small files” and “Large files”"; "in 5 cases", where these are too many to be named. */
export function inCases(titles: readonly string[]): string {
  if (titles.length > MOST_NAMED) return `in ${formatCount(titles.length)} cases`;
  return `in ${listedWith(
    titles.map((title) => `“${title}”`),
    (text) => text,
  ).join('')}`;
}

/** "a, b and c". */
export function listedParts(parts: readonly AnswerPart[]): AnswerPart[] {
  return listedWith(parts, (text): AnswerPart => ({ text }));
}

/** The words of a topic at the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
