/** The sentence under the title: where the subject is ahead, where it is behind, and where that depends. */
import { caseOf, type DocumentView } from '../document.ts';
import type { AnswerTopic } from '../report.ts';
import { verdictRow } from '../verdict-row.ts';
import { listedWith } from './pieces.ts';

/** A stretch of the sentence: what the runs say, with the case behind it, or the words between. */
export interface AnswerPart {
  readonly text: string;
  /** Case whose runs show it; absent for connecting words. */
  readonly caseId?: string;
}

/** Of a lead it may be open whether it matters. */
type Outcome = 'ahead' | 'perhaps-ahead' | 'behind' | 'perhaps-behind' | 'open' | 'absent';
type Row = AnswerTopic['rows'][number];

/** Rows of a topic that share an outcome. */
interface Finding {
  readonly outcome: Outcome;
  readonly rows: readonly Row[];
}

interface Topic {
  readonly words: string;
  readonly findings: readonly Finding[];
  /** Rows that aren't measured, beside others that are. */
  readonly leftOut: number;
}

const said: Readonly<Record<Outcome, string>> = {
  ahead: 'ahead',
  'perhaps-ahead': 'ahead by what may not matter',
  behind: 'behind',
  'perhaps-behind': 'behind by what may not matter',
  open: 'without a verdict',
  absent: 'not measured',
};
const order = Object.keys(said) as Outcome[];

/**
 * One sentence over the topics whose rows all end alike, one more for each topic whose rows
 * don't, and the count of rows that aren't measured. Empty where the report names no topics.
 *
 * @param subject title of the report's subject
 */
export function answerSentence(view: DocumentView, subject: string): AnswerPart[] {
  const topics = view.report.answer.map((topic) => decidedTopic(view, topic));
  const plain = topics.filter(({ findings }) => findings.length === 1);
  const mixed = topics.filter(({ findings }) => findings.length > 1);
  const first = plainSentence(plain, subject);
  const others = mixed.map((topic, index) =>
    mixedSentence(topic, first.length === 0 && index === 0 ? subject : 'it'),
  );
  const leftOut = topics.reduce((sum, topic) => sum + topic.leftOut, 0);
  const sentences = [first, ...others, leftOutSentence(leftOut)];
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]));
}

/** The sentence as plain text, for a page's description. */
export function answerText(parts: readonly AnswerPart[]): string {
  return parts.map(({ text }) => text).join('');
}

function decidedTopic(view: DocumentView, { words, rows }: AnswerTopic): Topic {
  const outcomes = rows.map((row) => ({ row, outcome: outcomeOf(view, row) }));
  const measured = outcomes.filter(({ outcome }) => outcome !== 'absent');
  const told = measured.length === 0 ? outcomes : measured;
  const findings = order.map((outcome) => ({
    outcome,
    rows: told.filter((one) => one.outcome === outcome).map(({ row }) => row),
  }));
  return {
    words,
    findings: findings.filter((finding) => finding.rows.length > 0),
    leftOut: outcomes.length - told.length,
  };
}

function outcomeOf(view: DocumentView, { case: id, measure }: Row): Outcome {
  const aCase = caseOf(view, id, '"answer" in the front matter');
  const row = verdictRow(view, { case: id, measure, as: '', section: '' }, aCase);
  if (row.state === 'ahead') {
    const side = row.side === 'subject' ? 'ahead' : 'behind';
    return row.mattering === 'open' ? `perhaps-${side}` : side;
  }
  return row.state === 'absent' ? 'absent' : 'open';
}

/** "Engine is ahead while workers wait and at start-up, and behind when they compute." */
function plainSentence(topics: readonly Topic[], subject: string): AnswerPart[] {
  const groups = order
    .map((outcome) => topics.filter(({ findings }) => findings[0]?.outcome === outcome))
    .filter((group) => group.length > 0);
  if (groups.length === 0) return [];
  const parts = groups.flatMap((group, index) => {
    const verb = said[group[0]!.findings[0]!.outcome];
    const opening = index === 0 ? `${subject} is ${verb}` : verb;
    const phrases = group.map((topic, place) => ({
      text: place === 0 ? `${opening} ${topic.words}` : topic.words,
      caseId: topic.findings[0]!.rows[0]!.case,
    }));
    const joint = index === 0 ? [] : [{ text: index === groups.length - 1 ? ', and ' : ', ' }];
    return [...joint, ...listed(phrases)];
  });
  return [...parts, { text: '.' }];
}

/** "When they are started or held, it is ahead with 100 and behind with thousands." */
function mixedSentence({ words, findings }: Topic, subject: string): AnswerPart[] {
  const isTold = tellApart(findings);
  const phrases = findings.map(({ outcome, rows }) => ({
    text: `${said[outcome]} ${isTold ? withLabels(rows) : countedCases(rows.length)}`,
    caseId: rows[0]!.case,
  }));
  const opening = `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${subject} is `;
  return [{ text: opening }, ...listed(phrases), { text: '.' }];
}

/** Whether each row has words of its own, and none of them stand in two findings. */
function tellApart(findings: readonly Finding[]): boolean {
  if (findings.some(({ rows }) => rows.some((row) => row.with === undefined))) return false;
  const labels = findings.flatMap(({ rows }) => [...new Set(rows.map((row) => row.with))]);
  return new Set(labels).size === labels.length;
}

/** "with 100 and 1000", each once. */
function withLabels(rows: readonly Row[]): string {
  const labels = [...new Set(rows.flatMap((row) => row.with ?? []))];
  return `with ${listedWith(labels, (text) => text).join('')}`;
}

function countedCases(count: number): string {
  return `in ${count} ${count === 1 ? 'case' : 'cases'}`;
}

function leftOutSentence(count: number): AnswerPart[] {
  if (count === 0) return [];
  const cases = count === 1 ? '1 further case is' : `${count} further cases are`;
  return [{ text: `${cases} not measured.` }];
}

const listed = (parts: readonly AnswerPart[]): AnswerPart[] =>
  listedWith(parts, (text) => ({ text }));
