import { evidenceFor } from '../claims/claim-evidence.ts';
import type { DecidedClaim } from '../claims/decided.ts';
import type { DocumentView } from '../present/document.ts';
import { labelsOf } from '../present/report.ts';
import { agreementWords } from '../present/sentences/agreement-words.ts';
import { claimClause } from '../present/sentences/claim-clause.ts';
import { textOf } from '../present/sentences/pieces.ts';
import { wordingFor } from '../present/sentences/wording.ts';
import { agreementsOf, claimsOf, problemsOf } from '../site/claims.ts';
import { documentsOf } from '../site/site.ts';
import { readReport } from '../site/reports.ts';
import { analyseSessions } from '../session/analyse.ts';
import { chooseReport } from './choose-report.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/** A claim as `--json` prints it. */
interface ListedClaim {
  readonly id: string;
  readonly kind: string;
  readonly line: number;
  readonly expected?: readonly string[];
  readonly found: readonly string[];
  readonly holds: boolean;
  readonly sentence: string;
  readonly evidence: ReturnType<typeof evidenceFor>;
  /** What this machine says to it, where there is a reference and local data. */
  readonly here?: string;
}

/** Lists the claims of a report with verdict, sentence and evidence. Draws and measures nothing. */
export function listClaims(chosen: string | undefined, places: Places, output: Output): void {
  analyseSessions(places, output);
  const report = readReport(places.content, chooseReport(places, chosen));
  const documents = documentsOf(report, places);
  const { main, here } = documents;
  if (main === undefined) {
    output.say('Nothing is measured yet, so no claim is decided. Run "npm run build".');
    output.result([]);
    return;
  }
  const listed = listOf(main, here, places);
  for (const claim of listed) show(claim, output);
  output.say(
    `${listed.length} claims, decided by ${main.sessions.map(({ id }) => id).join(', ')}.`,
  );
  for (const { message } of problemsOf(report.id, main, places)) output.warn(message);
  output.result(listed);
}

function listOf(main: DocumentView, here: DocumentView | undefined, places: Places): ListedClaim[] {
  const { decided } = claimsOf(main, places);
  const agreements = here && agreementsOf(here, places);
  return [...decided.values()].map((one) => {
    const agreement = agreements?.get(one.claim.id);
    return {
      ...described(one, main),
      ...(agreement !== undefined && { here: agreementWords(agreement, labelsOf(main.report)) }),
    };
  });
}

function described(one: DecidedClaim, view: DocumentView): ListedClaim {
  const { claim, found, holds } = one;
  const expected =
    claim.kind === 'value' || claim.expect === undefined ? [] : [claim.expect].flat();
  return {
    id: claim.id,
    kind: claim.kind,
    line: claim.line,
    ...(expected.length > 0 && { expected }),
    found,
    holds,
    sentence: textOf(claimClause(one, wordingFor(view))),
    evidence: evidenceFor(one),
  };
}

function show(claim: ListedClaim, output: Output): void {
  const { id, found, expected, holds, sentence, evidence, here } = claim;
  const asserted =
    expected === undefined ? '' : holds ? ', as expected' : `, expected ${expected.join(', ')}`;
  output.say(`${holds ? ' ' : '✖'} ${id}: ${found.join(', ')}${asserted}`);
  output.say(`    ${sentence}`);
  const { case: caseId, measure, contestants, n } = evidence;
  if (caseId !== undefined) {
    const rounds = n === undefined ? '' : `, n = ${n}`;
    output.say(
      `    ${[caseId, measure].filter(Boolean).join(' ')}: ${contestants.join(', ')}${rounds}`,
    );
  }
  if (here !== undefined) output.say(`    here: ${here}`);
}
