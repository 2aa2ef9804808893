/** One row of the verdict table: the subject's best variant against the best of the others. */
import type { ContestantResult } from '../../analyse/types.ts';
import { aheadOf } from '../../analyse/ahead.ts';
import { bestVariant } from '../../analyse/best.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { CaseView, DocumentView, MeasuredCase } from '../document.ts';
import { measureOf } from '../document.ts';
import { comparisonWords, unfinishedWords } from './comparison-words.ts';
import { formatCount } from '../format/value.ts';
import { rowClaimId } from '../machines/row-claim-id.ts';
import { markOf, type VerdictRowChoice } from '../report.ts';
import type { Outcome, RowHead, VerdictRow } from './row.ts';
import { evenWords, isMatteringOpen, openWords } from '../sentences/mattering-words.ts';
import { absentWords, reasonWords } from '../sentences/reason-words.ts';
import { comparisonBetween, hung, OTHERS, sidesOf, SUBJECT, subjectVariant } from './sides.ts';
import { twofoldRow } from './twofold-row.ts';
import { failureWords, mainReason, wordsOfEnd } from '../words.ts';

const WHERE = 'The verdict table ("verdicts" in the front matter)';

/** The row of a case and measure. Which variants stand for the sides is a rule, never a choice. */
export function verdictRow(
  view: DocumentView,
  choice: VerdictRowChoice,
  aCase: CaseView,
): VerdictRow {
  const head = {
    caseId: aCase.id,
    title: aCase.title,
    as: choice.as,
    section: choice.section,
    runs: '0',
    claim: rowClaimId(choice),
  };
  if (aCase.state === 'absent') {
    const command = aCase.command === undefined ? {} : { command: aCase.command };
    return { ...head, state: 'absent', chip: absentWords(aCase.why), ...command };
  }
  const measures = [choice.measure].flat().map((id) => measureOf(view, aCase, id, WHERE));
  const [first, second] = measures.map((measure) => {
    return { measure, row: { ...head, ...rowBy(view, aCase, measure, measures[0]!) } };
  });
  return second === undefined ? first!.row : twofoldRow(first!, second);
}

/** What the comparison of the sides says by a measure; another one may choose which variants stand for them. */
function rowBy(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  choosing: SessionMeasure,
): Outcome & Pick<RowHead, 'runs'> {
  const sides = sidesOf(view, aCase);
  const subject = subjectVariant(view, aCase, choosing);
  const others = bestVariant(aCase.result, choosing, OTHERS, sides);
  const runs = `${finishedOf(aCase, subject)} + ${finishedOf(aCase, others)}`;
  if (subject === undefined) return { runs, ...noneOf(view, aCase, sides, SUBJECT) };
  if (others === undefined) return { runs, ...noneOf(view, aCase, sides, OTHERS) };
  return { runs, ...weighed(view, aCase, measure, subject, others) };
}

/** Rows for the contestants of a case that never finished, which no comparison shows. */
export function failedRows(
  view: DocumentView,
  choice: VerdictRowChoice,
  aCase: MeasuredCase,
): VerdictRow[] {
  return aCase.result.contestants
    .filter((one) => one.controlOf === undefined && one.attempted > 0 && one.finished === 0)
    .map((one) => ({
      caseId: aCase.id,
      title: aCase.title,
      as: markOf(view.report, one.id).label,
      section: choice.section,
      runs: '0',
      state: 'did-not-finish' as const,
      chip: `${wordsOfEnd(one)}: ${mainFailure(one)}`,
    }));
}

/** The subject's contestant against one of the others, as the analysis decided it. */
export function weighed(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  subject: string,
  others: string,
): Outcome {
  const comparison = comparisonBetween(aCase, measure.id, subject, others);
  if (comparison === undefined)
    return {
      state: 'undecided',
      isSame: false,
      chip: 'not compared in this scenario',
      interval: '',
      ratio: null,
      matters: undefined,
    };
  const { verdict } = comparison;
  const shared = { ratio: hung(comparison, measure).ratio, matters: measure.matters?.ratio };
  const label = (id: string) => markOf(view.report, id).label;
  const words =
    unfinishedWords(comparison, measure, aCase.result, label) ??
    comparisonWords(comparison, measure, label);
  const ahead = aheadOf(verdict, measure);
  if (ahead !== undefined) {
    const isOpen = isMatteringOpen(verdict);
    return {
      state: 'ahead',
      side: ahead === 'a' ? 'subject' : 'others',
      winner: markOf(view.report, ahead === 'a' ? subject : others),
      mattering: isOpen ? 'open' : 'shown',
      openWords: isOpen ? openWords(measure) : '',
      words,
      ...shared,
    };
  }
  if (verdict.kind === 'not decided')
    return {
      state: 'undecided',
      isSame: false,
      chip: `not decided: ${reasonWords(verdict.reason, label)}`,
      interval: words.interval,
      ...shared,
    };
  // A difference by which nobody is ahead.
  const isDifference = verdict.kind === 'less' || verdict.kind === 'more';
  const { larger, verb, amount, link, smaller, interval } = words;
  const chip = isDifference ? `${larger} ${verb} ${amount} ${link} ${smaller}` : evenWords(verdict);
  return { state: 'tie', isSame: verdict.kind === 'same', chip, interval, ...shared };
}

/** A side without a median: not here at all, or never finished. */
function noneOf(
  view: DocumentView,
  aCase: MeasuredCase,
  sides: Record<string, string>,
  side: string,
): Outcome {
  const results = aCase.result.contestants.filter(
    (one) => one.controlOf === undefined && sides[one.id] === side,
  );
  const first = results[0];
  if (first === undefined) return { state: 'absent', chip: 'only one side takes part' };
  const { label } = markOf(view.report, first.id);
  if (results.every((one) => one.attempted === 0))
    return { state: 'absent', chip: `${label}: ${failureWords(first) ?? 'not run'}` };
  return { state: 'did-not-finish', chip: `${label} ${wordsOfEnd(first)}: ${mainFailure(first)}` };
}

function mainFailure(result: ContestantResult): string {
  return mainReason(result) ?? failureWords(result) ?? 'no reason recorded';
}

function finishedOf(aCase: MeasuredCase, contestant: string | undefined): string {
  return formatCount(aCase.result.contestants.find((one) => one.id === contestant)?.finished ?? 0);
}
