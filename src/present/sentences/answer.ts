/** The sentence under the title: where the subject is ahead, where it is behind, and where that depends. */
import { caseOf, type DocumentView } from '../document.ts';
import type { AnswerTopic } from '../report.ts';
import { verdictRow } from '../verdict-row.ts';

/** A stretch of the sentence: what the runs say, with the case behind it, or the words between. */
export interface AnswerPart {
  readonly text: string;
  /** Case whose runs show it; absent for connecting words. */
  readonly caseId?: string;
}

type Outcome = 'ahead' | 'behind' | 'open' | 'absent';
type Row = AnswerTopic['rows'][number];

/** Rows of a topic that share an outcome. */
interface Finding {
  readonly outcome: Outcome;
  readonly rows: readonly Row[];
}

interface Topic {
  readonly words: string;
  readonly findings: readonly Finding[];
}

const said: Readonly<Record<Outcome, string>> = {
  ahead: 'ahead',
  behind: 'behind',
  open: 'without a verdict',
  absent: 'not measured',
};
const order = Object.keys(said) as Outcome[];

/**
 * One sentence over the topics whose rows all end alike, and one more for each topic whose rows
 * don't. Empty where the report names no topics.
 *
 * @param subject title of the report's subject
 */
export function answerSentence(view: DocumentView, subject: string): AnswerPart[] {
  const topics = view.report.answer.map((topic) => decidedTopic(view, topic));
  const plain = topics.filter(({ findings }) => findings.length === 1);
  const mixed = topics.filter(({ findings }) => findings.length > 1);
  const first = plainSentence(plain, subject);
  const others = mixed.flatMap((topic, index) =>
    mixedSentence(topic, first.length === 0 && index === 0 ? subject : 'it'),
  );
  const between = first.length > 0 && others.length > 0 ? [{ text: ' ' }] : [];
  return [...first, ...between, ...others];
}

/** The sentence as plain text, for a page's description. */
export function answerText(parts: readonly AnswerPart[]): string {
  return parts.map(({ text }) => text).join('');
}

function decidedTopic(view: DocumentView, { words, rows }: AnswerTopic): Topic {
  const outcomes = rows.map((row) => ({ row, outcome: outcomeOf(view, row) }));
  const findings = order.map((outcome) => ({
    outcome,
    rows: outcomes.filter((one) => one.outcome === outcome).map(({ row }) => row),
  }));
  return { words, findings: findings.filter((finding) => finding.rows.length > 0) };
}

function outcomeOf(view: DocumentView, { case: id, measure }: Row): Outcome {
  const aCase = caseOf(view, id, '"answer" in the front matter');
  const row = verdictRow(view, { case: id, measure, as: '', section: '' }, aCase);
  if (row.state === 'ahead') return row.side === 'subject' ? 'ahead' : 'behind';
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
  const phrases = findings.map(({ outcome, rows }) => ({
    text: `${said[outcome]} ${whichRows(rows)}`,
    caseId: rows[0]!.case,
  }));
  const opening = `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${subject} is `;
  return [{ text: opening }, ...listed(phrases), { text: '.' }];
}

/** "with 100 and with 1000", each once; the count of rows where one has no words of its own. */
function whichRows(rows: readonly Row[]): string {
  const named = [...new Set(rows.flatMap((row) => row.with ?? []))];
  if (rows.some((row) => row.with === undefined))
    return `in ${rows.length} ${rows.length === 1 ? 'case' : 'cases'}`;
  return `with ${named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`}`;
}

/** "a", "a and b", "a, b and c". */
function listed(parts: readonly AnswerPart[]): AnswerPart[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [{ text: index === parts.length - 1 ? ' and ' : ', ' }, part];
  });
}
