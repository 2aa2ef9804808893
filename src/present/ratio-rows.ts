/** The subject's best variant against every other contestant, as the input of the ratio chart. */
import { aheadOf } from '../analyse/ahead.ts';
import { wordsOf } from '../quantity/words-of.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { RatioInput, RatioRow } from './charts/types.ts';
import { caseOf, measureOf, type DocumentView, type MeasuredCase } from './document.ts';
import { markOf, type VerdictRowChoice } from './report.ts';
import { isMatteringOpen } from './sentences/mattering-words.ts';
import { absentWords } from './sentences/reason-words.ts';
import { beamRatio, comparisonBetween, sidesOf, subjectVariant } from './sides.ts';
import { failureWords } from './words.ts';

const WHERE = '<Comparisons>';

/** All rows of the verdict table, each against every contestant of the other side. */
export function ratioInput(view: DocumentView, subjectTitle: string, id: string): RatioInput {
  return {
    id,
    title: 'Every comparison',
    rows: view.report.verdicts.flatMap((choice) =>
      [choice.measure].flat().flatMap((measure) => rowsOf(view, choice, measure)),
    ),
    leftLabel: `${subjectTitle} ahead`,
    rightLabel: `${view.report.others} ahead`,
  };
}

function rowsOf(view: DocumentView, choice: VerdictRowChoice, measureId: string): RatioRow[] {
  const aCase = caseOf(view, choice.case, WHERE);
  const named = `${aCase.title}: ${choice.as}`;
  if (aCase.state === 'absent')
    return [
      { label: 'all contestants', group: named, verdict: 'none', words: absentWords(aCase.why) },
    ];
  const measure = measureOf(view, aCase, measureId, WHERE);
  const group = Array.isArray(choice.measure) ? `${named}${wordsOf(measure).after}` : named;
  const choosing = measureOf(view, aCase, [choice.measure].flat()[0]!, WHERE);
  const subject = subjectVariant(view, aCase, choosing);
  const sides = sidesOf(view, aCase);
  const others = aCase.result.contestants.filter(
    (one) => one.controlOf === undefined && sides[one.id] === 'others',
  );
  return others.map((one) => {
    const label = markOf(view.report, one.id).label;
    if (subject === undefined)
      return { label, group, verdict: 'none', words: `${subjectWords(view, aCase)}` };
    return { label, group, ...weighed(view, aCase, measure, subject, one.id) };
  });
}

function weighed(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  subject: string,
  other: string,
): Omit<RatioRow, 'label' | 'group'> {
  const result = aCase.result.contestants.find((one) => one.id === other);
  const failed =
    result === undefined || result.finished > 0 ? undefined : (failureWords(result) ?? 'not run');
  const comparison = comparisonBetween(aCase, measure.id, subject, other);
  if (failed !== undefined) return { verdict: 'none', words: failed };
  if (comparison === undefined) return { verdict: 'none', words: 'not compared' };
  const { verdict } = comparison;
  const ratio = beamRatio(comparison.ratio, measure);
  if (ratio === null) return { verdict: 'none', words: 'not compared as a ratio' };
  const matters = measure.matters?.ratio;
  const shared = {
    ratio,
    ...(matters !== undefined && { matters }),
    ...(isMatteringOpen(verdict) && { mayNotMatter: true as const }),
  };
  const ahead = aheadOf(verdict, measure);
  if (ahead === 'a') return { ...shared, verdict: 'a', winner: markOf(view.report, subject) };
  if (ahead === 'b') return { ...shared, verdict: 'b', winner: markOf(view.report, other) };
  return { ...shared, verdict: 'none' };
}

function subjectWords(view: DocumentView, aCase: MeasuredCase): string {
  const sides = sidesOf(view, aCase);
  const own = aCase.result.contestants.find((one) => sides[one.id] === 'subject');
  return own === undefined
    ? 'no contestant to weigh against'
    : `${markOf(view.report, own.id).label}: ${failureWords(own) ?? 'not run'}`;
}
