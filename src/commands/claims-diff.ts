import { changedClaims } from '../claims/changes.ts';
import type { DocumentView } from '../present/document.ts';
import { claimClause } from '../present/sentences/claim-clause.ts';
import { textOf } from '../present/sentences/pieces.ts';
import { wordingFor } from '../present/sentences/wording.ts';
import { claimsOf } from '../site/claims.ts';
import { readReport } from '../site/reports.ts';
import { analyseSessions } from '../session/analyse.ts';
import { chooseReport } from './choose-report.ts';
import { viewNamed } from './report-views.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/** A claim whose verdict changes, with the sentence before and after. */
export interface SaidChange {
  readonly id: string;
  readonly before: { readonly found: readonly string[]; readonly sentence: string };
  readonly after: { readonly found: readonly string[]; readonly sentence: string };
}

/**
 * Says which claims change between two sessions or data sets, with the old sentence and the new.
 *
 * @param names each a session's id, the folder of one, "reference" or "here"
 */
export function diffClaims(
  names: readonly [string, string],
  chosen: string | undefined,
  places: Places,
  output: Output,
): void {
  analyseSessions(places, output);
  const report = readReport(places.content, chooseReport(places, chosen));
  const [before, after] = names.map((name) => viewNamed(name, report, places));
  const changes = changesBetween(before!, after!, places);
  showChanges(changes, output);
  output.result(changes);
}

export function changesBetween(
  before: DocumentView,
  after: DocumentView,
  places: Places,
): SaidChange[] {
  const roots = places;
  const changed = changedClaims(claimsOf(before, roots).decided, claimsOf(after, roots).decided);
  return changed.map((change) => ({
    id: change.id,
    before: {
      found: change.before.found,
      sentence: textOf(claimClause(change.before, wordingFor(before))),
    },
    after: {
      found: change.after.found,
      sentence: textOf(claimClause(change.after, wordingFor(after))),
    },
  }));
}

export function showChanges(changes: readonly SaidChange[], output: Output): void {
  for (const { id, before, after } of changes) {
    output.say(`${id}: ${before.found.join(', ')} → ${after.found.join(', ')}`);
    output.say(`  - ${before.sentence}`);
    output.say(`  + ${after.sentence}`);
  }
  const count = changes.length;
  output.say(
    count === 0
      ? 'No claim changes.'
      : `${count} ${count === 1 ? 'claim changes' : 'claims change'}.`,
  );
}
