import { countAgreements } from '../claims/compare.ts';
import type { AgreementCount } from '../claims/agreement.ts';
import { isReferencesOwn } from '../claims/same-runs.ts';
import { OWN_RUNS, summaryWords } from '../present/sentences/agreement-words.ts';
import { Problem } from '../scenario/problem.ts';
import { agreementsOf, assertClaims } from '../site/claims.ts';
import { checkNames } from '../site/check/names.ts';
import { listReports, readReport } from '../site/reports.ts';
import { documentsOf } from '../site/site.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/**
 * Makes sure that every report may be drawn: its texts name what was measured, claims.yaml is right
 * and used, and the reference carries what is asserted.
 *
 * @throws Problem: `usage` for a mistake, `finding` for a claim that lost its support
 */
export function checkReports(places: Places): void {
  for (const id of listReports(places.content)) {
    const report = readReport(places.content, id);
    const { main } = documentsOf(report, places);
    if (main !== undefined) checkNames(main, places);
    assertClaims(id, main, places);
  }
}

/** How this machine's runs agree with the reference of each report, said and counted. */
export function sayAgreement(
  places: Places,
  output: Output,
): Readonly<Record<string, AgreementCount>> {
  const counts: Record<string, AgreementCount> = {};
  const reports = listReports(places.content);
  for (const id of reports) {
    const report = readReport(places.content, id);
    const { main, here } = documentsOf(report, places);
    const name = reports.length === 1 ? '' : `${report.title}: `;
    if (main?.place === 'reference' && here && isReferencesOwn(main, here)) {
      output.say(`${name}${OWN_RUNS}`);
      continue;
    }
    const agreements = here && agreementsOf(here, places);
    if (agreements === undefined || agreements.size === 0) continue;
    const count = countAgreements(agreements.values());
    counts[id] = count;
    output.say(`${name}${summaryWords(count)}`);
  }
  return counts;
}

/** @throws Problem (finding) where this machine contradicts a claim of a reference */
export function failOnContradiction(counts: Readonly<Record<string, AgreementCount>>): void {
  const contradicted = Object.entries(counts).filter(([, count]) => count.contradicted > 0);
  if (contradicted.length === 0) return;
  const list = contradicted.map(([id, count]) => `${id}: ${count.contradicted}`).join(', ');
  throw new Problem(
    'finding',
    `Claims of the reference are contradicted here (${list}). ` +
      'Each is marked on the pages under here/; list them with: npm run claims',
  );
}
