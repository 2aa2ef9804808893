/** Whether the reference of a report carries what the report asserts, and its texts name what was measured. */
import type { Places } from '../places.ts';
import { problemsOf } from '../site/claims.ts';
import { checkNames } from '../site/check/names.ts';
import { readReport } from '../site/reports.ts';
import { documentsOf } from '../site/site.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';

/** Decides the claims by the sessions that are analysed. */
export async function checkClaims(report: string, places: Places): Promise<Checked> {
  const findings: string[] = [];
  const notes: string[] = [];
  const mistakes = await findingsOf(async () => {
    const { main } = documentsOf(readReport(places.content, report), places);
    if (main?.place !== 'reference')
      notes.push('No session is accepted yet, so nothing is asserted.');
    if (main === undefined) return;
    findings.push(...(await findingsOf(() => checkNames(main, places))));
    findings.push(...problemsOf(report, main, places).map(({ message }) => message));
  });
  const about = { check: 'claims', report, looked: 'its claims, and what its texts name' } as const;
  return checkedWith(about, [...mistakes, ...findings], notes);
}
