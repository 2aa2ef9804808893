/** Every comparison that a reference and another session both hold, decided by each. */
import type { Agreement } from './agreement.ts';
import { compareClaim } from './compare.ts';
import { decideClaim } from './decide.ts';
import type { DecidedClaim } from './decided.ts';
import { isSameRuns } from './same-runs.ts';
import { measureIn, type Evidence, type MeasuredEvidence } from './evidence.ts';

export interface SharedComparison {
  readonly reference: DecidedClaim;
  readonly here: DecidedClaim;
  readonly agreement: Exclude<Agreement, { readonly kind: 'untestable' }>;
  /** It is by the first measure of its case. */
  readonly isMain: boolean;
}

/** In the order of the reference's cases; what one of the two can't decide at all is left out, as is what both hold from one session. */
export function sharedComparisons(reference: Evidence, here: Evidence): SharedComparison[] {
  return [...reference.cases.values()].flatMap((there) => {
    const own = here.cases.get(there.id);
    if (there.state !== 'measured' || own?.state !== 'measured') return [];
    if (isSameRuns(there.id, reference, here)) return [];
    return sharedIn(there, own, reference, here);
  });
}

function sharedIn(
  there: MeasuredEvidence,
  own: MeasuredEvidence,
  reference: Evidence,
  here: Evidence,
): SharedComparison[] {
  const main = there.definition.measures[0]?.id;
  return there.result.comparisons.flatMap(({ a, b, measure }) => {
    if (measureIn(own, measure) === undefined) return [];
    const claim = {
      kind: 'compare',
      id: `${there.id} ${measure} ${a} ${b}`,
      file: '',
      line: 0,
      in: there.id,
      compare: [a, b] as [string, string],
      on: measure,
    } as const;
    const [first, second] = [decideClaim(claim, reference), decideClaim(claim, here)];
    const agreement = compareClaim(first, second);
    if (agreement === undefined || agreement.kind === 'untestable') return [];
    return [{ reference: first, here: second, agreement, isMain: measure === main }];
  });
}
