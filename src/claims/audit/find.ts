/** Finding in the results what a test names. */
import { invert } from '../../analyse/verdict.ts';
import type {
  CaseResult,
  Comparison,
  Estimate,
  GrowthResult,
  Verdict,
} from '../../analyse/types.ts';
import type { AuditReason } from '../reasons.ts';
import type { Decision, Measured } from './types.ts';

export function findCase(results: Measured, id: string): CaseResult | undefined {
  return results.cases.find((one) => one.case === id);
}

export function findGrowth(
  results: Measured,
  scenario: string,
  measure: string,
): GrowthResult | undefined {
  return results.growth.find((one) => one.scenario === scenario && one.measure === measure);
}

/** The comparison of two contestants, whichever way round it is held. */
export function findComparison<Kind extends Comparison>(
  known: readonly Kind[],
  measure: string,
  a: string,
  b: string,
): Kind | undefined {
  const isBetween = (one: Comparison): boolean =>
    (one.a === a && one.b === b) || (one.a === b && one.b === a);
  return known.find((one) => one.measure === measure && isBetween(one));
}

/** The median of a contestant in a case, or why there is none. */
export function findEstimate(
  results: Measured,
  id: string,
  contestant: string,
  measure: string,
): { estimate: Estimate } | { why: AuditReason } {
  const result = findCase(results, id)?.contestants.find((one) => one.id === contestant);
  const estimate = result?.estimates[measure];
  if (result === undefined || result.attempted === 0)
    return { why: { kind: 'not-run-in', contestant, case: id } };
  if (estimate === undefined)
    return { why: { kind: 'not-measured-in', contestant, measure, case: id } };
  return { estimate };
}

/** The verdict seen from `a`. */
export function verdictFrom(comparison: Comparison, a: string): Verdict {
  return comparison.a === a ? comparison.verdict : invert(comparison.verdict);
}

/** Where a test looks for comparisons: a case, or the growth over a scenario. */
export type Place = { readonly case: string } | { readonly scenario: string };

export function notCompared(
  place: Place,
  isMeasured: boolean,
  measure: string,
  contestants: readonly [string, string],
): Decision {
  return { status: 'not tested', why: whyNotCompared(place, isMeasured, measure, contestants) };
}

function whyNotCompared(
  place: Place,
  isMeasured: boolean,
  measure: string,
  contestants: readonly [string, string],
): AuditReason {
  const compared = { contestants, measure };
  if ('case' in place)
    return isMeasured
      ? { kind: 'not-compared-in', case: place.case, compared }
      : { kind: 'case-without-runs', case: place.case };
  return isMeasured
    ? { kind: 'not-compared-in-growth', scenario: place.scenario, compared }
    : { kind: 'growth-without-runs', scenario: place.scenario };
}
