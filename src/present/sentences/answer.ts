/** The sentence under the title, written by the verdicts. */
import type { DocumentView } from '../document.ts';
import { namedSides } from '../verdicts/sides.ts';
import { answerOfRanking } from './answer-of-ranking.ts';
import { answerOfSides } from './answer-of-sides.ts';
import { failedSentence } from './failed-sentence.ts';
import { joinedSentences, type AnswerPart } from './answer-parts.ts';

/**
 * Where the subject is ahead, where it is behind, and where that depends; where the report has no
 * sides, who is first; then who of them failed a run. Empty where the report names no topics, or nothing of any was measured.
 */
export function answerSentence(view: DocumentView): AnswerPart[] {
  const sides = namedSides(view);
  const answer = sides === undefined ? answerOfRanking(view) : answerOfSides(view, sides);
  return answer.length === 0 ? [] : joinedSentences([answer, failedSentence(view)]);
}

/** The sentence as plain text, for a page's description. */
export function answerText(parts: readonly AnswerPart[]): string {
  return parts.map(({ text }) => text).join('');
}
