/** What the audit says of a published figure. */
import type { Comparison, ContestantResult, Estimate, Results } from '../../analyse/types.ts';
import type { AuditReason } from '../reasons.ts';
import type { FigureTest, PublishedFigure } from '../published.ts';

/**
 * Tested under the conditions that were stated, or under others (`otherwise`); or not tested: as it was stated
 * nothing can test it, it says what another figure says, it contradicts one, or its runs aren't here.
 */
export type AuditStatus =
  | 'reproduced'
  | 'not reproduced'
  | 'reproduced otherwise'
  | 'not reproduced otherwise'
  | 'untestable'
  | 'said before'
  | 'contradicts itself'
  | 'not tested';

/** A median of a contestant in a case, with what it is a median of. */
interface CaseEstimate {
  readonly case: string;
  readonly contestant: string;
  readonly estimate: Estimate;
}

/** Where comparisons come from: a case, or the growth of a scenario up to a size. */
export type ComparisonPlace =
  { readonly case: string } | { readonly scenario: string; readonly to: number };

/** What a row was measured by. Estimates are in the measure's unit; comparisons as the results hold them. */
export type AuditEvidence =
  | {
      readonly kind: 'estimates';
      readonly measure: string;
      readonly estimates: readonly CaseEstimate[];
    }
  | {
      readonly kind: 'slope';
      readonly scenario: string;
      readonly measure: string;
      readonly contestant: string;
      readonly from: number;
      readonly to: number;
      readonly noun: string;
      readonly estimate: Estimate;
    }
  | {
      readonly kind: 'comparisons';
      readonly place: ComparisonPlace;
      readonly comparisons: readonly Comparison[];
    }
  | {
      readonly kind: 'runs';
      readonly case: string;
      readonly contestants: readonly ContestantResult[];
    };

export interface AuditRow {
  readonly figure: PublishedFigure;
  readonly status: AuditStatus;
  /** In few words: "right side, wrong size". */
  readonly detail?: string;
  /** Why it isn't tested. */
  readonly why?: AuditReason;
  readonly evidence?: AuditEvidence;
}

export type Decision = Omit<AuditRow, 'figure'>;
export type Measured = Pick<Results, 'cases' | 'growth'>;
export type TestAs<As extends FigureTest['as']> = Extract<FigureTest, { as: As }>;
