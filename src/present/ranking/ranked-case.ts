/** A case whose contestants are ranked, and two of them against each other. */
import type { ContestantResult } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { rowClaimId } from '../machines/row-claim-id.ts';
import type { VerdictRowChoice } from '../report.ts';
import { intervalWords } from '../verdicts/comparison-words.ts';
import type { Outcome, VerdictRow } from '../verdicts/row.ts';
import { comparisonBetween, hung } from '../verdicts/sides.ts';
import { twofoldRow } from '../verdicts/twofold-row.ts';
import { weighed } from '../verdicts/verdict-row.ts';

/** The case of a row, with the measures by which its contestants are ranked: the first orders them. */
export interface RankedCase {
  readonly view: DocumentView;
  readonly aCase: MeasuredCase;
  readonly choice: VerdictRowChoice;
  readonly measures: readonly [SessionMeasure, ...SessionMeasure[]];
}

/**
 * One contestant against another, by all measures of the row. The interval is that of the mark, which hangs
 * as far from "equal" as it is behind, also where the paired ratio lies on the other side than the medians.
 */
export function againstRow(
  { view, aCase, choice, measures }: RankedCase,
  id: string,
  other: string,
): VerdictRow {
  const { as, section } = choice;
  const claim = rowClaimId(choice, id);
  const head = { caseId: aCase.id, title: aCase.title, as, section, runs: '', claim };
  const [one, second] = measures.map((measure) => {
    const outcome = weighed(view, aCase, measure, id, other);
    return { measure, row: { ...head, ...asHung(outcome, aCase, measure, id, other) } };
  });
  return second === undefined ? one!.row : twofoldRow(one!, second);
}

/** Of a lead the words say who has more, and the interval goes with them. */
function asHung(
  outcome: Outcome,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  id: string,
  other: string,
): Outcome {
  const comparison = comparisonBetween(aCase, measure.id, id, other);
  if (comparison === undefined || (outcome.state !== 'tie' && outcome.state !== 'undecided'))
    return outcome;
  return { ...outcome, interval: intervalWords(hung(comparison, measure), measure) };
}

/** What the runs of one contestant say. */
export function resultOf({ result }: MeasuredCase, id: string): ContestantResult {
  return result.contestants.find((one) => one.id === id)!;
}
