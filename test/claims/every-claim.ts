/** Every claim that can be made about a case, so that none can slip through a mutation. */
import { claimClause } from '../../src/present/sentences/claim-clause.ts';
import { textOf } from '../../src/present/sentences/pieces.ts';
import { wordingFor } from '../../src/present/sentences/wording.ts';
import { decideClaim } from '../../src/claims/decide.ts';
import type { DecidedClaim } from '../../src/claims/decided.ts';
import type { Claim } from '../../src/claims/schema.ts';
import type { DocumentView } from '../../src/present/document.ts';
import type { Session, SessionCase } from '../../src/store/schema.ts';

const at = { file: 'content/sample/claims.yaml', line: 1 };

export function idsOf(aCase: SessionCase): string[] {
  return aCase.contestants.filter((one) => one.controlOf === undefined).map((one) => one.id);
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

function ofCase(aCase: SessionCase): Claim[] {
  const ids = idsOf(aCase);
  const compared = aCase.verdicts ? aCase.measures.filter((one) => one.matters !== undefined) : [];
  return [
    ...ids.map((of): Claim => ({
      ...at,
      kind: 'finish',
      id: `finish ${aCase.id} ${of}`,
      in: aCase.id,
      of,
    })),
    ...aCase.measures.flatMap(({ id: value }) =>
      ids.map((of): Claim => ({
        ...at,
        kind: 'value',
        id: `value ${aCase.id} ${value} ${of}`,
        in: aCase.id,
        of,
        value,
      })),
    ),
    ...compared.flatMap(({ id: on }): Claim[] => [
      ...[...pairs(ids), ...pairs([...ids].reverse())].map((pair): Claim => ({
        ...at,
        kind: 'compare',
        id: `compare ${aCase.id} ${on} ${pair.join(' ')}`,
        in: aCase.id,
        compare: pair,
        on,
      })),
      { ...at, kind: 'best', id: `best ${aCase.id} ${on}`, in: aCase.id, best: on },
      { ...at, kind: 'winner', id: `winner ${aCase.id} ${on}`, in: aCase.id, winner: on },
    ]),
  ];
}

function ofGrowth(session: Session, scenario: string): Claim[] {
  const ids = [...new Set(session.cases.filter((one) => one.scenario === scenario).flatMap(idsOf))];
  return session.growth
    .filter((one) => one.scenario === scenario)
    .flatMap(({ of: on, noun: per }): Claim[] => [
      ...ids.map((of): Claim => ({
        ...at,
        kind: 'slope',
        id: `slope ${scenario} ${on} ${of}`,
        over: scenario,
        per,
        of,
        on,
      })),
      ...pairs(ids).map((pair): Claim => ({
        ...at,
        kind: 'growth',
        id: `growth ${scenario} ${on} ${pair.join(' ')}`,
        over: scenario,
        per,
        compare: pair,
        on,
      })),
    ]);
}

/** All claims of the scenario's cases and of its growth. */
export function everyClaim(session: Session, scenario: string): Claim[] {
  const cases = session.cases.filter((one) => one.scenario === scenario);
  return [...cases.flatMap(ofCase), ...ofGrowth(session, scenario)];
}

export interface Said {
  readonly decided: DecidedClaim;
  readonly found: string;
  readonly whole: string;
  readonly short: string;
}

/** What is said of each claim, by its id. */
export function said(claims: readonly Claim[], view: DocumentView): Map<string, Said> {
  return new Map(
    claims.map((claim) => {
      const decided = decideClaim(claim, view);
      const whole = textOf(claimClause(decided, wordingFor(view)));
      const short = textOf(claimClause(decided, wordingFor(view, 'short')));
      return [claim.id, { decided, found: decided.found.join(' '), whole, short }];
    }),
  );
}

/** The claim with its present finding asserted. */
export function asserted(claim: Claim, { decided }: Said): Claim {
  if (claim.kind === 'value') return claim;
  const several = claim.kind === 'best' || claim.kind === 'winner';
  return { ...claim, expect: several ? [...decided.found] : decided.found[0] } as Claim;
}
