/** The reference beside this machine: a row for each verdict, what each session shows. */
import { caseOf, type DocumentView } from '../document.ts';
import { rankedRow } from '../ranking/ranked-row.ts';
import type { RankedRow } from '../ranking/row.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import { namedSides } from '../verdicts/sides.ts';
import { verdictRow } from '../verdicts/verdict-row.ts';

/** Of a report with sides who is ahead, of another one who is first. */
export type FoundRow = VerdictRow | RankedRow;

export interface FrontRow {
  readonly caseId: string;
  readonly title: string;
  readonly as: string;
  readonly reference: FoundRow;
  /** Absent where this machine has measured nothing. */
  readonly here?: FoundRow;
}

/** Whether this machine decided anything that the front page has a row for; else a column for it holds absences alone. */
export function isDecidedHere(rows: readonly FrontRow[]): boolean {
  return rows.some(({ here }) => here !== undefined && isDecided(here));
}

function isDecided(row: FoundRow): boolean {
  if (row.state === 'ranked') return row.standing.kind !== 'not decided';
  return row.state === 'ahead' || row.state === 'tie';
}

export function frontRows(main: DocumentView, here: DocumentView | undefined): FrontRow[] {
  const where = 'The front page';
  const found = namedSides(main) === undefined ? rankedRow : verdictRow;
  return main.report.verdicts.map((choice) => {
    const reference = found(main, choice, caseOf(main, choice.case, where));
    const local = here && found(here, choice, caseOf(here, choice.case, where));
    return {
      caseId: choice.case,
      title: reference.title,
      as: choice.as,
      reference,
      ...(local && { here: local }),
    };
  });
}
