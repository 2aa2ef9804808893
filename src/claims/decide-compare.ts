import { bestVariant } from '../analyse/best.ts';
import { invert } from '../analyse/verdict.ts';
import type { CaseResult, Comparison } from '../analyse/types.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { WholeOutcome, Side, Untested } from './decided.ts';
import {
  missingRuntime,
  runtimeTitleIn,
  runtimesIn,
  type Evidence,
  type MeasuredEvidence,
} from './evidence.ts';
import {
  findCase,
  findComparedMeasure,
  findContestant,
  findMeasure,
  isUntested,
  mistake,
} from './find-case.ts';
import type { ClaimReason } from './reasons.ts';
import { runtimeOfSide, type SingleClaimOf } from './schema.ts';

/** Less or more: `a` against `b` by a measure of one case. */
export function decideCompare(claim: SingleClaimOf<'compare'>, evidence: Evidence): WholeOutcome {
  const place = findCase(evidence, claim.in);
  if (isUntested(place)) return place;
  const measure = findComparedMeasure(place, claim.on);
  if (isUntested(measure)) return measure;
  const choosing = findMeasure(place, claim.chosenBy ?? measure.id);
  if (isUntested(choosing)) return choosing;
  const a = sideOf(place, claim.compare[0], choosing);
  if (isUntested(a)) return a;
  const b = sideOf(place, claim.compare[1], choosing);
  if (isUntested(b)) return b;
  if (a.id === b.id) return mistake(`${a.id} is compared with itself`);

  for (const { id } of [a, b]) {
    const contestant = findContestant(place, id);
    if (isUntested(contestant)) return contestant;
  }
  const undecided = { kind: 'undecided' as const, place, measure, contestants: [a.id, b.id] };
  const comparison = comparisonIn(place.result, measure.id, a.id, b.id);
  if (comparison === undefined) return { ...undecided, reason: whyNotCompared(place.result) };
  const verdict = comparison.a === a.id ? comparison.verdict : invert(comparison.verdict);
  if (verdict.kind === 'not decided') return { ...undecided, reason: verdict.reason };
  return { kind: 'compare', place, measure, a, b, verdict, comparison };
}

/** The comparison of two contestants, whichever way round the case holds it. */
export function comparisonIn(
  result: CaseResult,
  measure: string,
  a: string,
  b: string,
): Comparison | undefined {
  return result.comparisons.find(
    (one) =>
      one.measure === measure && ((one.a === a && one.b === b) || (one.a === b && one.b === a)),
  );
}

/** Every pair is compared by every measure that matters, except above a floor that nobody reached. */
function whyNotCompared(result: CaseResult): ClaimReason {
  return { kind: result.saturated ? 'saturated' : 'no-comparison' };
}

/** A contestant by name, or by rule the variant of a runtime with the smallest median. */
function sideOf(place: MeasuredEvidence, side: string, measure: SessionMeasure): Side | Untested {
  const runtime = runtimeOfSide(side);
  if (runtime === undefined) return { id: side };
  const runtimes = runtimesIn(place);
  if (!Object.values(runtimes).includes(runtime)) {
    const why: ClaimReason = { kind: 'no-contestant-of', case: place.id, runtime };
    return { kind: 'untested', cause: 'not-in-session', why };
  }
  const id = bestVariant(place.result, measure, runtime, runtimes);
  if (id !== undefined) return { id, bestOf: runtimeTitleIn(place, runtime) };
  const missing = missingRuntime(place, runtime);
  const title = runtimeTitleIn(place, runtime);
  const why: ClaimReason = missing ?? { kind: 'runtime-without-value', title };
  return { kind: 'untested', cause: 'not-run', why };
}
