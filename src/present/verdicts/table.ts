/** The verdict table: rows grouped by who is ahead, and the outcome of each section. */
import type { Mark } from '../charts/types.ts';
import { caseOf, type DocumentView } from '../document.ts';
import type { NamedSides } from './sides.ts';
import type { VerdictRow } from './row.ts';
import { failedRows, verdictRow } from './verdict-row.ts';

export interface VerdictGroup {
  readonly id: 'subject' | 'others' | 'none';
  readonly title: string;
  readonly rows: readonly VerdictRow[];
}

const WHERE = 'The verdict table ("verdicts" in the front matter)';

/** Rows in the front matter's order, grouped; a contestant that never finished has a row of its own, once a case. */
export function verdictGroups(view: DocumentView, { title, others }: NamedSides): VerdictGroup[] {
  const rows = allRows(view);
  const groups: VerdictGroup[] = [
    {
      id: 'subject',
      title: `${title} ahead`,
      rows: rows.filter((row) => row.state === 'ahead' && row.side === 'subject'),
    },
    {
      id: 'others',
      title: `${others} ahead`,
      rows: rows.filter((row) => row.state === 'ahead' && row.side === 'others'),
    },
    { id: 'none', title: 'No verdict', rows: rows.filter((row) => row.state !== 'ahead') },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** Rows of the table without its groups. */
export function allRows(view: DocumentView): VerdictRow[] {
  const told = new Set<string>();
  return view.report.verdicts.flatMap((choice) => {
    const aCase = caseOf(view, choice.case, WHERE);
    const row = verdictRow(view, choice, aCase);
    if (aCase.state === 'absent' || told.has(aCase.id)) return [row];
    told.add(aCase.id);
    return [row, ...failedRows(view, choice, aCase)];
  });
}

/** What the contents show beside a section. */
export type SectionOutcome =
  /** `mayNotMatter`: of none of the section's rows it is shown that the lead matters. */
  | { readonly kind: 'ahead'; readonly mark: Mark; readonly mayNotMatter: boolean }
  /** Several share the first place: "rg and ugrep are first". */
  | { readonly kind: 'tied'; readonly words: string }
  | { readonly kind: 'mixed'; readonly on: 'case' | 'measure' }
  | { readonly kind: 'none' };

/** The outcome of a section's rows; undefined for a section without rows. */
export function sectionOutcome(
  rows: readonly VerdictRow[],
  section: string,
): SectionOutcome | undefined {
  const own = rows.filter((row) => row.section === section && row.state !== 'did-not-finish');
  if (own.length === 0) return undefined;
  const winners = own.flatMap((row) => (row.state === 'ahead' ? [row.winner] : []));
  const [first] = winners;
  if (first === undefined) return { kind: 'none' };
  const oneWinner =
    winners.length === own.length && winners.every((mark) => mark.contestant === first.contestant);
  const isShown = own.some((row) => row.state === 'ahead' && row.mattering === 'shown');
  if (oneWinner) return { kind: 'ahead', mark: first, mayNotMatter: !isShown };
  const keyOf = (row: VerdictRow) => (row.state === 'ahead' ? row.winner.contestant : row.state);
  return { kind: 'mixed', on: dependsOn(own.map((row) => ({ as: row.as, key: keyOf(row) }))) };
}

/** Whether rows that end otherwise do so by what is weighed alone, however their cases differ. */
export function dependsOn(
  rows: readonly { readonly as: string; readonly key: string }[],
): 'case' | 'measure' {
  const byMeasure = [...Map.groupBy(rows, ({ as }) => as).values()];
  const isAlike = byMeasure.every((group) => group.every(({ key }) => key === group[0]!.key));
  return isAlike ? 'measure' : 'case';
}
