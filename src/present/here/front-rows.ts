/** The reference beside this machine: a row for each verdict, what each session shows. */
import { caseOf, type DocumentView } from '../document.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import { verdictRow } from '../verdicts/verdict-row.ts';

export interface FrontRow {
  readonly caseId: string;
  readonly title: string;
  readonly as: string;
  readonly reference: VerdictRow;
  /** Absent where this machine has measured nothing. */
  readonly here?: VerdictRow;
}

/** Whether this machine decided anything that the front page has a row for; else a column for it holds absences alone. */
export function isDecidedHere(rows: readonly FrontRow[]): boolean {
  return rows.some(({ here }) => here?.state === 'ahead' || here?.state === 'tie');
}

export function frontRows(main: DocumentView, here: DocumentView | undefined): FrontRow[] {
  const where = 'The front page';
  return main.report.verdicts.map((choice) => {
    const reference = verdictRow(main, choice, caseOf(main, choice.case, where));
    const local = here && verdictRow(here, choice, caseOf(here, choice.case, where));
    return {
      caseId: choice.case,
      title: reference.title,
      as: choice.as,
      reference,
      ...(local && { here: local }),
    };
  });
}
