/** Small results for the tests of the audit. */
import type {
  CaseResult,
  Comparison,
  ContestantResult,
  Estimate,
  GrowthResult,
  Verdict,
} from '../../src/analyse/types.ts';

/** `null`: beyond every finished run. */
type Three = readonly [number | null, number | null, number | null];

function estimate([point, lower, upper]: Three): Estimate {
  return { point, lower, upper, level: 0.95, n: 12 };
}

export function contestant(
  id: string,
  given: { estimates?: Record<string, Three>; finished?: number; attempted?: number },
): ContestantResult {
  const { estimates = {}, attempted = 12, finished = attempted } = given;
  const entries = Object.entries(estimates).map(
    ([measure, three]) => [measure, estimate(three)] as const,
  );
  const outcomes = {
    measured: finished,
    ...(finished < attempted && { failed: attempted - finished }),
  };
  return {
    id,
    tuned: false,
    once: false,
    outcomes,
    attempted,
    finished,
    reasons: [],
    estimates: Object.fromEntries(entries),
    flags: [],
  };
}

/** The verdict of this kind; less and more are shown to matter. */
function verdictOf(kind: Verdict['kind']): Verdict {
  switch (kind) {
    case 'less':
    case 'more':
      return { kind, matters: 'shown' };
    case 'same':
      return { kind };
    case 'no difference shown':
      return { kind, because: 'interval' };
    case 'not decided':
      return { kind, reason: { kind: 'few-pairs', pairs: 3, needed: 8 } };
  }
}

/** `a` against `b`, the ratio at 99%. */
export function comparison(
  measure: string,
  a: string,
  b: string,
  kind: Verdict['kind'],
  ratio: Three | null,
): Comparison {
  return {
    measure,
    a,
    b,
    ratio: ratio && { ...estimate(ratio), level: 0.99 },
    difference: null,
    pairs: 12,
    voidPairs: 0,
    blocks: [],
    verdict: verdictOf(kind),
  };
}

export function aCase(
  id: string,
  given: Pick<CaseResult, 'contestants' | 'comparisons'>,
): CaseResult {
  return {
    case: id,
    scenario: id.split('/')[0]!,
    parameters: {},
    rounds: 12,
    blocks: 1,
    saturated: false,
    controls: [],
    ...given,
  };
}

export function growth(
  scenario: string,
  measure: string,
  slopes: readonly (readonly [string, Three])[],
  comparisons: readonly Comparison[],
): GrowthResult {
  const range = { from: 100, to: 1000 };
  return {
    scenario,
    measure,
    noun: 'worker',
    contestants: slopes.map(([id, three]) => ({ id, ...range, slope: estimate(three) })),
    comparisons: comparisons.map((one) => ({ ...one, ...range })),
  };
}
