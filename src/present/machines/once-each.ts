/** What a document says, once each: authors' claims say what rows of the verdict table do. */
import type { DecidedClaim } from '../../claims/decided.ts';
import type { Claim } from '../../claims/schema.ts';
import type { Replications } from './replications.ts';

/** The claims by id, without those that compare the same two by the same measure as one before. */
export function claimsOnceEach(decided: Replications['decided']): [string, DecidedClaim][] {
  const seen = new Set<string>();
  return [...decided].filter(([id, { claim }]) => {
    const content = comparesNamed(claim) ? contentOf(claim) : id;
    const isNew = !seen.has(content);
    seen.add(content);
    return isNew;
  });
}

type Comparing = Extract<Claim, { kind: 'compare' }>;

/** Whether it compares two contestants that it names. "Best of" chooses one, which may be another in each session. */
export function comparesNamed(claim: Claim): claim is Comparing {
  return claim.kind === 'compare' && !claim.compare.some((side) => side.includes(' '));
}

const contentOf = ({ in: caseId, compare, on }: Comparing): string =>
  JSON.stringify([caseId, on, [...compare].sort()]);
