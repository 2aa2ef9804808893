/** The sentence under the title: where the subject is ahead, where it is behind, and where that depends. */
import type { DocumentView } from '../document.ts';
import type { NamedSides } from '../verdicts/sides.ts';
import { decidedTopic, outcomes, type Outcome, type Topic } from './answer-topics.ts';
import {
  capitalised,
  joinedSentences,
  leftOutSentence,
  listedParts,
  type AnswerPart,
} from './answer-parts.ts';

const endings: Readonly<Record<Exclude<Outcome, 'open'>, string>> = {
  ahead: 'ahead',
  'perhaps-ahead': 'ahead by what may not matter',
  behind: 'behind',
  'perhaps-behind': 'behind by what may not matter',
  same: 'neither ahead nor behind',
  absent: 'not measured',
};

/**
 * One sentence over the topics whose cases all end alike, one more for each topic whose cases
 * don't, and the count of cases that aren't measured. Empty where the report names no topics, or
 * nothing of any was measured.
 *
 * @param sides the report's subject by its title, and what the others are called
 */
export function answerOfSides(
  view: DocumentView,
  { title: subject, others }: NamedSides,
): AnswerPart[] {
  const topics = view.report.answer.map((topic) => decidedTopic(view, topic));
  const isAbsent = ({ findings }: Topic): boolean =>
    findings.every(({ outcome }) => outcome === 'absent');
  if (topics.every(isAbsent)) return [];
  const plain = topics.filter(({ findings }) => findings.length === 1);
  const mixed = topics.filter(({ findings }) => findings.length > 1);
  const first = plainSentence(plain, subject, others);
  const further = mixed.map((topic, index) =>
    mixedSentence(topic, first.length === 0 && index === 0 ? subject : 'it', others),
  );
  const leftOut = topics.reduce((sum, topic) => sum + topic.leftOut, 0);
  return joinedSentences([first, ...further, leftOutSentence(leftOut)]);
}

/** Where nothing is settled, the other side is named: who is not shown to be ahead of whom. */
function said(outcome: Outcome, others: string): string {
  return outcome === 'open' ? `not shown to be ahead of ${others} or behind` : endings[outcome];
}

/** "Engine is ahead while workers wait and at start-up, and behind when they compute." */
function plainSentence(topics: readonly Topic[], subject: string, others: string): AnswerPart[] {
  const groups = outcomes
    .map((outcome) => topics.filter(({ findings }) => findings[0]?.outcome === outcome))
    .filter((group) => group.length > 0);
  if (groups.length === 0) return [];
  const parts = groups.flatMap((group, index) => {
    const verb = said(group[0]!.findings[0]!.outcome, others);
    const opening = index === 0 ? `${subject} is ${verb}` : verb;
    const phrases = group.map((topic, place) => ({
      text: place === 0 ? `${opening} ${topic.words}` : topic.words,
      caseId: topic.findings[0]!.caseId,
    }));
    const joint = index === 0 ? [] : [{ text: index === groups.length - 1 ? ', and ' : ', ' }];
    return [...joint, ...listedParts(phrases)];
  });
  return [...parts, { text: '.' }];
}

/** "When they are started, it is ahead up to 500 workers, behind with 1000 and not settled from 2000 on." */
function mixedSentence({ words, findings }: Topic, subject: string, others: string): AnswerPart[] {
  const phrases = findings.map(({ outcome, caseId, where }) => ({
    text: `${said(outcome, others)} ${where}`,
    caseId,
  }));
  const opening = `${capitalised(words)}, ${subject} is `;
  return [{ text: opening }, ...listedParts(phrases), { text: '.' }];
}
