/** What the verdicts say of each topic of the sentence under the title: at once, or size by size. */
import {
  caseOf,
  casesOf,
  type CaseView,
  type DocumentView,
  type MeasuredCase,
} from '../document.ts';
import { scaleOf, sizedCases } from '../growth/series.ts';
import type { AnswerTopic } from '../report.ts';
import { verdictRow } from '../verdicts/verdict-row.ts';
import { inCases } from './answer-parts.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

/** Of a lead it may be open whether it matters; `same`: to within what matters. */
export type Outcome =
  'ahead' | 'perhaps-ahead' | 'behind' | 'perhaps-behind' | 'same' | 'open' | 'absent';

export const outcomes: readonly Outcome[] = [
  'ahead',
  'perhaps-ahead',
  'behind',
  'perhaps-behind',
  'same',
  'open',
  'absent',
];

/** Cases of a topic that end alike. */
interface Finding {
  readonly outcome: Outcome;
  /** A case that shows it. */
  readonly caseId: string;
  /** "up to 500 workers", "in “Small files”". */
  readonly where: string;
}

export interface Topic {
  readonly words: string;
  /** One where all cases end alike. */
  readonly findings: readonly Finding[];
  /** Cases that aren't measured, beside others that are. */
  readonly leftOut: number;
}

const WHERE = '"answer" in the front matter';

interface Decided {
  readonly caseId: string;
  readonly title: string;
  readonly outcome: Outcome;
}

export function decidedTopic(view: DocumentView, topic: AnswerTopic): Topic {
  const { told, stretches, leftOut } = topicCases(view, topic, (row): Decided => {
    const { title } = caseOf(view, row.case, WHERE);
    return { caseId: row.case, title, outcome: outcomeOf(view, row) };
  });
  const findings =
    stretches?.map(({ members, where }) => {
      const { outcome, caseId } = members.at(-1)!;
      return { outcome, caseId, where };
    }) ?? byOutcome(told);
  return { words: topic.words, findings, leftOut };
}

/** The cases of a topic, decided one by one. */
export interface TopicCases<T> {
  /** Those that are measured; all where none is. */
  readonly told: readonly T[];
  /** Sizes that end alike, from the smallest on; absent where the topic isn't told over the sizes of one scenario alone. */
  readonly stretches?: readonly Stretch<T & { readonly size: number }>[];
  /** Cases that aren't measured, beside others that are. */
  readonly leftOut: number;
}

/** A case of a topic with the measures that decide it. */
export type TopicRow = AnswerTopic['rows'][number];

/** @param decide what is told of a case; its `outcome` is "absent" where it isn't measured, and alike where cases end alike */
export function topicCases<T extends { readonly caseId: string; readonly outcome: string }>(
  view: DocumentView,
  { over, rows }: AnswerTopic,
  decide: (row: TopicRow) => T,
): TopicCases<T> {
  const cases = over === undefined ? [] : casesOf(view, over.scenario, WHERE).filter(hasRivals);
  const sized = cases.map(({ id }) => ({ case: id, measure: over!.measure }));
  const all = [...sized, ...rows].map(decide);
  const measured = all.filter(({ outcome }) => outcome !== 'absent');
  const told = measured.length === 0 ? all : measured;
  const here = cases.filter((one) => one.state === 'measured');
  const isSized = rows.length === 0 && here.length > 0;
  return {
    told,
    ...(isSized && { stretches: bySize(told, here) }),
    leftOut: all.length - told.length,
  };
}

/** A case whose contestants are tried once shows where each ends, and compares nothing. */
function hasRivals(aCase: CaseView): boolean {
  if (aCase.state === 'absent') return true;
  return aCase.definition.contestants.filter(({ once }) => !once).length > 1;
}

function outcomeOf(view: DocumentView, { case: id, measure }: TopicRow): Outcome {
  const aCase = caseOf(view, id, WHERE);
  const row = verdictRow(view, { case: id, measure, as: '', section: '' }, aCase);
  if (row.state === 'ahead') {
    const side = row.side === 'subject' ? 'ahead' : 'behind';
    return row.mattering === 'open' ? `perhaps-${side}` : side;
  }
  if (row.state === 'tie' && row.isSame) return 'same';
  return row.state === 'absent' ? 'absent' : 'open';
}

function byOutcome(told: readonly Decided[]): Finding[] {
  return outcomes.flatMap((outcome) => {
    const own = told.filter((one) => one.outcome === outcome);
    if (own.length === 0) return [];
    const where = inCases(own.map(({ title }) => title));
    return [{ outcome, caseId: own[0]!.caseId, where }];
  });
}

/** Stretches of sizes that end alike, from the smallest on: "up to 500 workers", "from 1000 on". */
function bySize<T extends { readonly caseId: string; readonly outcome: string }>(
  told: readonly T[],
  cases: readonly MeasuredCase[],
): Stretch<T & { readonly size: number }>[] {
  const scale = scaleOf(cases);
  const sized = sizedCases(cases, scale).flatMap(({ size, aCase }) => {
    const own = told.find(({ caseId }) => caseId === aCase.id);
    return own === undefined ? [] : [{ ...own, size }];
  });
  return stretchesOf(sized, ({ outcome }) => outcome, scale.noun);
}
