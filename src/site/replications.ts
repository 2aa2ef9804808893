/** What the sessions beside a reference say to its claims. Each is read once, asked, and let go: there may be many. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import { invertRatio } from '../analyse/flip.ts';
import { foreignInSession } from '../analyse/foreign.ts';
import type { Estimate } from '../analyse/types.ts';
import { decideClaim } from '../claims/decide.ts';
import type { DecidedClaim } from '../claims/decided.ts';
import type { Claim } from '../claims/schema.ts';
import { evidenceOf, type Evidence } from '../claims/evidence.ts';
import { isOfOthers, replicated, saysOf, wordsOf, type Replicated } from '../claims/replicated.ts';
import type { DocumentView } from '../present/document.ts';
import { runtimesWords } from '../present/head/provenance.ts';
import type { Replication, Replications } from '../present/machines/replications.ts';
import { rowClaims } from '../present/machines/row-claims.ts';
import { rewordedCase } from '../present/reworded.ts';
import { claimClause } from '../present/sentences/claim-clause.ts';
import { textOf } from '../present/sentences/pieces.ts';
import { wordingFor } from '../present/sentences/wording.ts';
import { betterOf } from '../quantity/measure.ts';
import { Problem } from '../scenario/problem.ts';
import { readSession } from '../store/read.ts';
import type { Session } from '../store/schema.ts';
import { findPlaces, type Roots } from '../places.ts';
import { claimsOf } from './claims.ts';

/** What was found for a document, while its claims are the same: claims.yaml is edited while pages are looked at. */
const byView = new WeakMap<DocumentView, { claims: readonly Claim[]; found: Replications }>();
/** Every page has a view of its own; sessions are asked once for all that say the same of the same session. */
const bySession = new WeakMap<Session, { asked: string; found: Replications }>();

/** The sessions beside a reference; undefined where its report pins none, and for other documents. */
export function replicationsOf(
  view: DocumentView,
  where: Roots = findPlaces(),
): Replications | undefined {
  if (view.place !== 'reference' || view.report.replications.length === 0) return undefined;
  const { claims } = claimsOf(view, where);
  const known = byView.get(view);
  if (known?.claims === claims) return known.found;
  const [session] = view.sessions;
  const asked = JSON.stringify([view.report, claims]);
  const same = bySession.get(session!);
  const found = same?.asked === asked ? same.found : readReplications(view, where);
  bySession.set(session!, { asked, found });
  byView.set(view, { claims, found });
  return found;
}

function readReplications(view: DocumentView, where: Roots): Replications {
  const own = claimsOf(view, where).decided;
  const rows = rowClaims(view).map((claim) => [claim.id, decideClaim(claim, view)] as const);
  const decided = new Map([...own, ...rows]);
  const further = view.report.replications.map((id) => readReplication(id, view, decided, where));
  const all = [referenceAsOne(view, decided), ...further] as const;
  const kinds = new Set(all.map(({ session }) => session.machine.key));
  const noun = kinds.size === all.length ? 'machine' : 'session';
  return { all: [...all], noun, decided };
}

/** How a claim, or what a row says, fares over all of them. */
export function replicatedClaim(
  { all, decided }: Replications,
  id: string,
): Replicated | undefined {
  const [, ...further] = all;
  const says = further.flatMap((one) => one.says.get(id) ?? []);
  const reference = decided.get(id);
  return reference && replicated(reference, says);
}

/** The ratio of a row on each further machine, as it hangs on the beam: below 1 where its first side is ahead. */
export function otherRatios(view: DocumentView, id: string | undefined): Estimate[] {
  const replications = replicationsOf(view);
  const outcome = replications?.decided.get(id ?? '')?.outcome;
  if (replications === undefined || outcome?.kind !== 'compare') return [];
  const isTurned = betterOf(outcome.measure) === 'more';
  const [, ...further] = replications.all;
  return further.flatMap(({ says }) => {
    const ratio = says.get(id!)?.ratio;
    if (!ratio) return [];
    return [isTurned ? invertRatio(ratio) : ratio];
  });
}

function referenceAsOne(
  view: DocumentView,
  decided: ReadonlyMap<string, DecidedClaim>,
): Replication {
  const [session] = view.sessions;
  const records = [...view.cases.values()].flatMap((one) =>
    one.state === 'measured' ? one.records : [],
  );
  const says = [...decided].map(([id, one]) => [id, wordsOf(one)] as const);
  return {
    ...withoutCases(session!, view),
    foreign: foreignInSession(records),
    says: new Map(says),
  };
}

function readReplication(
  id: string,
  view: DocumentView,
  decided: ReadonlyMap<string, DecidedClaim>,
  { data }: Roots,
): Replication {
  const folder = join(data, 'replications', id);
  if (!existsSync(folder))
    throw new Problem(
      'usage',
      `"replications" in content/${view.report.id}/index.mdx names the session "${id}", which is not in ${join(data, 'replications')}. Mend the name, or gather the session.`,
    );
  const { session, records } = readSession(folder);
  const cases = session.cases.map((aCase) => rewordedCase(view.report, aCase));
  const own = evidenceOf({ ...session, cases }, analyse(session, records));
  const evidence = withAbsent(own, view);
  const wording = wordingFor(view, 'short');
  const says = [...decided].map(([name, one]) => {
    const found = decideClaim(one.claim, evidence);
    const said = saysOf(one, found);
    // Of the same contestants the sentence of the reference says it.
    const isSame = said.standing === 'agrees' && !isOfOthers(one, said);
    if (said.standing === undefined || isSame) return [name, said] as const;
    return [name, { ...said, sentence: textOf(claimClause(found, wording)) }] as const;
  });
  return {
    ...withoutCases(session, view),
    foreign: foreignInSession(
      records.filter((one) => view.cases.get(one.case)?.state === 'measured'),
    ),
    says: new Map(says),
  };
}

/** The cases of the document that the session lacks, as such: a claim about one is no mistake. */
function withAbsent(evidence: Evidence, view: DocumentView): Evidence {
  const missing = [...view.cases.keys()]
    .filter((id) => !evidence.cases.has(id))
    .map((id) => [id, { state: 'absent', id, why: { kind: 'not-in-this-session' } }] as const);
  return { ...evidence, cases: new Map([...evidence.cases, ...missing]) };
}

function withoutCases(
  session: Session,
  view: DocumentView,
): Pick<Replication, 'session' | 'cases' | 'runtimes'> {
  const { cases, growth: _, ...rest } = session;
  const own = cases.filter(({ id }) => view.cases.get(id)?.state === 'measured');
  return {
    session: rest,
    cases: own.length,
    runtimes: runtimesWords({ ...session, cases: own }),
  };
}
