/** What a report's claims are over all its sessions, in the terminal: who differs, and how many hold everywhere. */
import { replicatedRows, replicatedSummary } from '../present/machines/claims.ts';
import { spreadWords } from '../present/machines/table.ts';
import { analyseSessions } from '../session/analyse.ts';
import { replicationsOf } from '../site/replications.ts';
import { readReport } from '../site/reports.ts';
import { referenceDocument } from '../site/site.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/** Says nothing where the report pins no session beside its reference. */
export function sayReplicated(report: string, places: Places, output: Output): void {
  analyseSessions(places, output);
  const view = referenceDocument(readReport(places.content, report), places);
  const replications = view && replicationsOf(view, places);
  if (view === undefined || replications === undefined) return;
  output.say(spreadWords(replications));
  const rows = replicatedRows(view, replications);
  output.say(replicatedSummary(rows, replications));
  for (const { id, isVerdict, sentence, words, state } of rows) {
    if (state !== 'differs') continue;
    output.warn(`${isVerdict ? 'The verdict table' : id}: ${words}.`);
    output.say(`    ${sentence}`);
  }
}
