/** Finding in the results what a test names. */
import { invert } from '../../analyse/verdict.ts';
import type {
  CaseResult,
  Comparison,
  Estimate,
  GrowthResult,
  Verdict,
} from '../../analyse/types.ts';
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
): { estimate: Estimate } | { why: string } {
  const result = findCase(results, id)?.contestants.find((one) => one.id === contestant);
  const estimate = result?.estimates[measure];
  if (result === undefined || result.attempted === 0)
    return { why: `${contestant} was not run in ${id}` };
  if (estimate === undefined)
    return { why: `${measure} of ${contestant} was not measured in ${id}` };
  return { estimate };
}

/** The verdict seen from `a`. */
export function verdictFrom(comparison: Comparison, a: string): Verdict {
  return comparison.a === a ? comparison.verdict : invert(comparison.verdict);
}

export function notCompared(
  where: string,
  isMeasured: boolean,
  measure: string,
  [a, b]: readonly [string, string],
): Decision {
  const detail = isMeasured
    ? `${a} and ${b} were not compared by ${measure} in ${where}`
    : `${where} was not measured`;
  return { status: 'not tested', detail };
}
