/** What this machine could decide: the comparisons that it shares with the reference, in words. */
import type { SharedComparison } from '../../claims/shared.ts';
import type { DocumentView } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { withVersion } from '../head/provenance.ts';
import { claimClause } from '../sentences/claim-clause.ts';
import { textOf } from '../sentences/pieces.ts';
import { wordingFor } from '../sentences/wording.ts';

export interface HereRow {
  readonly agreement: SharedComparison['agreement'];
  readonly isMain: boolean;
  /** Title of the case. */
  readonly title: string;
  readonly reference: string;
  readonly here: string;
  /** Of a contradiction: "Engine 1.2 here, 1.3 in the reference"; empty where the builds are the same. */
  readonly builds: string;
}

export function hereRows(
  shared: readonly SharedComparison[],
  reference: DocumentView,
  here: DocumentView,
): HereRow[] {
  const [there, own] = [wordingFor(reference, 'short'), wordingFor(here, 'short')];
  return shared.map((one) => {
    const { claim } = one.reference;
    const caseId = 'in' in claim ? claim.in : '';
    return {
      agreement: one.agreement,
      isMain: one.isMain,
      title: reference.cases.get(caseId)?.title ?? caseId,
      reference: textOf(claimClause(one.reference, there)),
      here: textOf(claimClause(one.here, own)),
      builds: one.agreement.kind === 'contradicted' ? buildsOf(caseId, claim, reference, here) : '',
    };
  });
}

/** "Of 212 comparisons that both hold, 180 agree, 2 contradict the reference, and 30 are not settled here." */
export function sharedWords(shared: readonly SharedComparison[]): string {
  const count = (
    kind: SharedComparison['agreement']['kind'],
    one: string,
    many: string,
  ): string => {
    const { length } = shared.filter(({ agreement }) => agreement.kind === kind);
    return `${formatCount(length)} ${length === 1 ? one : many}`;
  };
  const all =
    shared.length === 1 ? 'Of 1 comparison' : `Of ${formatCount(shared.length)} comparisons`;
  return `${all} that both machines hold, ${count('agrees', 'agrees', 'agree')}, ${count('contradicted', 'contradicts', 'contradict')} the reference, and ${count('inconclusive', 'is', 'are')} not settled here.`;
}

function buildsOf(
  caseId: string,
  claim: SharedComparison['reference']['claim'],
  reference: DocumentView,
  here: DocumentView,
): string {
  const compared = 'compare' in claim ? claim.compare : [];
  const lines = compared.flatMap((contestant) => {
    const [own, there] = [here, reference].map((view) => versionOf(view, caseId, contestant));
    if (own === undefined || there === undefined || own.version === there.version) return [];
    return [`${withVersion(own.title, own.version)} here, ${there.version} in the reference`];
  });
  return [...new Set(lines)].join('; ');
}

function versionOf(
  view: DocumentView,
  caseId: string,
  contestant: string,
): { readonly title: string; readonly version: string } | undefined {
  const aCase = view.cases.get(caseId);
  if (aCase?.state !== 'measured') return undefined;
  const runtime = aCase.definition.contestants.find(({ id }) => id === contestant)?.runtime;
  const found = aCase.session.runtimes.find(({ id }) => id === runtime);
  return found?.available === true ? found : undefined;
}

/** Runtimes that the reference ran and this machine doesn't have, each with the reason and what to do. */
export function missingRuntimes(
  reference: DocumentView,
  here: DocumentView,
): { readonly title: string; readonly reason: string }[] {
  const there = new Set(
    reference.sessions
      .flatMap(({ runtimes }) => runtimes.filter((one) => one.available))
      .map(({ id }) => id),
  );
  const missing = here.sessions.flatMap(({ runtimes }) =>
    runtimes.flatMap((one) => (one.available || !there.has(one.id) ? [] : [one])),
  );
  return [...new Map(missing.map(({ id, title, reason }) => [id, { title, reason }])).values()];
}
