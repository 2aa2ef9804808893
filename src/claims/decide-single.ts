/** Claims about one contestant: whether it finishes, what it needs. */
import { endInReason } from '../analyse/end.ts';
import type { ContestantResult } from '../analyse/types.ts';
import type { WholeOutcome } from './decided.ts';
import type { Evidence } from './evidence.ts';
import { findCase, findContestant, findMeasure, isUntested } from './find-case.ts';
import type { ClaimReason } from './reasons.ts';
import type { SingleClaimOf } from './schema.ts';

/** Whether a contestant finished all, some or none of the runs that were attempted. */
export function decideFinish(claim: SingleClaimOf<'finish'>, evidence: Evidence): WholeOutcome {
  const place = findCase(evidence, claim.in);
  if (isUntested(place)) return place;
  const result = findContestant(place, claim.of);
  if (isUntested(result)) return result;
  const { finished, attempted } = result;
  const found =
    finished === attempted ? 'finished' : finished === 0 ? 'did-not-finish' : 'finished-some';
  return { kind: 'finish', place, result, found };
}

/** The median of a measure. Withheld where the service, and not the contestant, set the pace. */
export function decideValue(claim: SingleClaimOf<'value'>, evidence: Evidence): WholeOutcome {
  const place = findCase(evidence, claim.in);
  if (isUntested(place)) return place;
  const measure = findMeasure(place, claim.value);
  if (isUntested(measure)) return measure;
  const result = findContestant(place, claim.of);
  if (isUntested(result)) return result;

  const estimate = result.estimates[measure.id];
  const { serviceTrouble } = place.result;
  if (estimate !== undefined && estimate.point !== null && serviceTrouble === undefined) {
    return { kind: 'value', place, measure, of: result.id, estimate };
  }
  const reason = serviceTrouble ?? whyNoValue(result);
  return { kind: 'undecided', place, contestants: [result.id], measure, reason };
}

function whyNoValue(result: ContestantResult): ClaimReason {
  const { id, finished, attempted } = result;
  return finished === attempted
    ? { kind: 'value-missing' }
    : { kind: 'few-finished', contestant: id, finished, attempted, ...endInReason(result) };
}
