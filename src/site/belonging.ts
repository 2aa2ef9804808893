import type { Report } from '../present/report.ts';
import type { Session } from '../store/schema.ts';

/**
 * Whether a session was measured for a report. One that names none was measured for all: it belongs to
 * each report of which it holds a case.
 */
export function belongsTo(
  { reports, cases }: Pick<Session, 'reports' | 'cases'>,
  report: Pick<Report, 'id' | 'cases'>,
): boolean {
  return reports?.includes(report.id) ?? cases.some(({ id }) => id in report.cases);
}
