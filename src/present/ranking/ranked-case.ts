/** A case whose contestants are ranked, and two of them against each other. */
import type { ContestantResult } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import type { VerdictRowChoice } from '../report.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import { twofoldRow } from '../verdicts/twofold-row.ts';
import { weighed } from '../verdicts/verdict-row.ts';

/** The case of a row, with the measures by which its contestants are ranked: the first orders them. */
export interface RankedCase {
  readonly view: DocumentView;
  readonly aCase: MeasuredCase;
  readonly choice: VerdictRowChoice;
  readonly measures: readonly [SessionMeasure, ...SessionMeasure[]];
}

/** One contestant against another, by all measures of the row. */
export function againstRow(
  { view, aCase, choice, measures }: RankedCase,
  id: string,
  other: string,
): VerdictRow {
  const { as, section } = choice;
  const head = { caseId: aCase.id, title: aCase.title, as, section, runs: '' };
  const [one, second] = measures.map((measure) => {
    return { measure, row: { ...head, ...weighed(view, aCase, measure, id, other) } };
  });
  return second === undefined ? one!.row : twofoldRow(one!, second);
}

/** What the runs of one contestant say. */
export function resultOf({ result }: MeasuredCase, id: string): ContestantResult {
  return result.contestants.find((one) => one.id === id)!;
}
