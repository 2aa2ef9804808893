/** How many published figures have each status, by section. */
import { countStatuses } from '../../claims/audit/audit.ts';
import type { AuditStatus } from '../../claims/audit/types.ts';
import type { AuditSection, AuditTableRow } from './audit.ts';

export interface AuditCounts {
  /** Columns, in the order in which statuses are told; "not tested" only where there are some. */
  readonly statuses: readonly AuditStatus[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    /** One for each status. */
    readonly counts: readonly number[];
  }[];
  readonly totals: readonly number[];
}

/** Counts of the rows themselves, so that they can't differ from the table. */
export function countsOf(
  rows: readonly AuditTableRow[],
  sections: readonly AuditSection[],
): AuditCounts {
  const totals = countStatuses(rows);
  const statuses = totals.map(({ status }) => status);
  const count = (some: readonly AuditTableRow[]): number[] =>
    statuses.map((status) => some.filter((row) => row.status === status).length);
  return {
    statuses,
    sections: sections.map(({ id, title, rows: own }) => ({ id, title, counts: count(own) })),
    totals: totals.map((one) => one.count),
  };
}
