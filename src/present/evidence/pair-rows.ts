/** Every comparison of a case, measure by measure: who takes more, by how much, and what was decided. */
import type { Comparison, Estimate } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { toldComparison } from '../verdicts/comparison-words.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { flip } from '../../analyse/flip.ts';
import { formatEstimate } from '../format/estimate.ts';
import { decimalsForDigits, toText } from '../format/number.ts';
import { formatCount, formatOutOf, formatValue } from '../format/value.ts';
import { leastThatMatters } from '../matters.ts';
import { inReportOrder, markOf } from '../report.ts';
import { sidesOf, SUBJECT } from '../verdicts/sides.ts';
import type { Outcome } from '../verdicts/row.ts';
import { weighed } from '../verdicts/verdict-row.ts';

export interface PairRow {
  /** Labels of both contestants, the report's subject first. */
  readonly first: string;
  readonly second: string;
  readonly outcome: Outcome;
  /** The difference where the finding is a ratio, the ratio where it is a difference; empty where there is none. */
  readonly besides: string;
  /** Median of each block, of what decides; empty for a session of one block, and where no block has any. */
  readonly blocks: string;
  /** Rounds that both took part in: "21", or "20 of 21" where one is void. */
  readonly rounds: string;
}

export interface PairGroup {
  readonly measure: SessionMeasure;
  /** "2%", "10% and 50 µs". */
  readonly matters: string;
  /** The subject's contestants against those of the other side; all pairs of a report without sides. */
  readonly across: readonly PairRow[];
  /** Pairs of one side. */
  readonly within: readonly PairRow[];
}

/** Who of a case was never started, so that no comparison with it has a row: "threads". */
export function notCompared(view: DocumentView, aCase: MeasuredCase): string[] {
  return inReportOrder(view.report, aCase.result.contestants)
    .filter(({ attempted, controlOf }) => attempted === 0 && controlOf === undefined)
    .map(({ id }) => markOf(view.report, id).label);
}

/** Groups in the order of the case's measures; a measure that is never compared has none. */
export function pairGroups(view: DocumentView, aCase: MeasuredCase): PairGroup[] {
  const ran = new Set(
    aCase.result.contestants.filter(({ attempted }) => attempted > 0).map(({ id }) => id),
  );
  const sides = sidesOf(view, aCase);
  const place = placesOf(view, aCase);
  const isSubject = (id: string) => sides[id] === SUBJECT;
  const hasSides = view.report.subject !== undefined;
  return aCase.definition.measures.flatMap((measure) => {
    const comparisons = aCase.result.comparisons
      .filter(({ a, b, measure: of }) => of === measure.id && ran.has(a) && ran.has(b))
      .map((one) => (isSubject(one.b) && !isSubject(one.a) ? flip(one) : one))
      .sort((one, other) => place(one.a) - place(other.a) || place(one.b) - place(other.b));
    if (comparisons.length === 0) return [];
    const rows = (across: boolean) =>
      comparisons
        .filter(({ a, b }) => (!hasSides || sides[a] !== sides[b]) === across)
        .map((one) => pairRow(view, aCase, measure, one));
    const matters = leastThatMatters(measure);
    return [{ measure, matters, across: rows(true), within: rows(false) }];
  });
}

function pairRow(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  comparison: Comparison,
): PairRow {
  const { turned, byDifference } = toldComparison(comparison, measure);
  return {
    first: markOf(view.report, comparison.a).label,
    second: markOf(view.report, comparison.b).label,
    outcome: weighed(view, aCase, measure, comparison.a, comparison.b),
    besides: besidesWords(turned, measure, byDifference),
    blocks: blockWords(turned, measure, byDifference),
    rounds: roundsWords(comparison),
  };
}

function besidesWords(
  { ratio, difference }: Comparison,
  { unit }: SessionMeasure,
  byDifference: boolean,
): string {
  // Beyond every finished run, or against one, there is no number to tell.
  if (!byDifference)
    return isKnown(difference) ? `difference ${formatEstimate(difference, unit).text}` : '';
  return isKnown(ratio) && ratio.point !== 0 ? `ratio ${formatEstimate(ratio, 'ratio').text}` : '';
}

function isKnown(estimate: Estimate | null): estimate is Estimate {
  return estimate !== null && estimate.point !== null;
}

/** Medians of the blocks, as ratios or differences, with the larger side first. */
function blockWords(
  { blocks }: Comparison,
  { unit }: SessionMeasure,
  byDifference: boolean,
): string {
  if (blocks.length < 2 || blocks.every((median) => median === null)) return '';
  const words = blocks.map((median) => {
    if (median === null) return 'none';
    if (byDifference) return formatValue(median, unit);
    const ratio = Math.exp(median);
    return toText(ratio, decimalsForDigits(ratio, 4));
  });
  return words.join(' · ');
}

function roundsWords({ pairs, voidPairs }: Comparison): string {
  return voidPairs === 0 ? formatCount(pairs) : formatOutOf(pairs, pairs + voidPairs);
}

function placesOf(view: DocumentView, aCase: MeasuredCase): (id: string) => number {
  const order = inReportOrder(view.report, aCase.result.contestants).map(({ id }) => id);
  return (id) => order.indexOf(id);
}
