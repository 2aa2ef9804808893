/** The sentence under the title of a report without sides: who is first, and how far away the next one is. */
import { caseOf, type DocumentView } from '../document.ts';
import { rankedRow } from '../ranking/ranked-row.ts';
import type { RankedRow } from '../ranking/row.ts';
import type { AnswerTopic } from '../report.ts';
import {
  capitalised,
  inCases,
  joinedSentences,
  leftOutSentence,
  type AnswerPart,
} from './answer-parts.ts';
import { topicCases } from './answer-topics.ts';

const WHERE = '"answer" in the front matter';

interface Told {
  readonly caseId: string;
  /** Cases that end alike share it. */
  readonly outcome: string;
  readonly row: RankedRow;
}

/** A sentence a topic, and the count of cases that aren't measured. Empty where nothing of any topic was. */
export function answerOfRanking(view: DocumentView): AnswerPart[] {
  const topics = view.report.answer.map((topic) => ({
    words: topic.words,
    ...topicCases(view, topic, (row) => toldOf(view, row)),
  }));
  if (topics.every(({ told }) => told.every(({ outcome }) => outcome === 'absent'))) return [];
  const sentences = topics.map(({ words, told, stretches }) => {
    const phrases = stretches ?? alike(told);
    return [{ text: `${capitalised(words)}, ` }, ...phrasesOf(phrases), { text: '.' }];
  });
  const leftOut = topics.reduce((sum, topic) => sum + topic.leftOut, 0);
  return joinedSentences([...sentences, leftOutSentence(leftOut)]);
}

function toldOf(view: DocumentView, { case: id, measure }: AnswerTopic['rows'][number]): Told {
  const row = rankedRow(view, { case: id, measure, as: '', section: '' }, caseOf(view, id, WHERE));
  return { caseId: id, outcome: outcomeOf(row), row };
}

function outcomeOf(row: RankedRow): string {
  return row.state === 'ranked' ? row.standing.who : row.state;
}

interface Phrase {
  readonly members: readonly Told[];
  /** "up to 500 workers", "in “Small files”". */
  readonly where: string;
}

/** Cases that end alike, wherever they stand. */
function alike(told: readonly Told[]): Phrase[] {
  return [...Map.groupBy(told, ({ outcome }) => outcome).values()].map((members) => ({
    members,
    where: inCases(members.map(({ row }) => row.title)),
  }));
}

/** "up to 500 workers rg is first; with 1000 who is first is not settled"; of a single case with the distance to the next. */
function phrasesOf(phrases: readonly Phrase[]): AnswerPart[] {
  const [only] = phrases;
  if (phrases.length === 1 && only !== undefined) {
    const [{ row, caseId }] = only.members as readonly [Told, ...Told[]];
    return [{ text: only.members.length === 1 ? wholeWords(row) : shortWords(row), caseId }];
  }
  return phrases.flatMap(({ members, where }, index) => {
    const { row, caseId } = members.at(-1)!;
    const phrase = { text: `${where} ${shortWords(row)}`, caseId };
    return index === 0 ? [phrase] : [{ text: '; ' }, phrase];
  });
}

function wholeWords(row: RankedRow): string {
  if (row.state !== 'ranked') return shortWords(row);
  const { who, value, next } = row.standing;
  return `${who}${value === '' ? '' : ` (${value})`}${next === '' ? '' : `; ${next}`}`;
}

function shortWords(row: RankedRow): string {
  if (row.state === 'ranked') return row.standing.who;
  return row.state === 'absent' ? 'nothing is measured' : row.chip;
}
