import type { ContestantResult } from '../../analyse/types.ts';
import { findCase } from './find.ts';
import type { AuditEvidence, Decision, Measured, TestAs } from './types.ts';

/** Reproduced: all of them finished all runs; or, for "did not finish", none of them any. */
export function decideRuns(
  { in: id, of, as }: TestAs<'finished' | 'did-not-finish'>,
  results: Measured,
): Decision {
  const aCase = findCase(results, id);
  const contestants: ContestantResult[] = [];
  for (const one of of) {
    const found = aCase?.contestants.find((result) => result.id === one);
    if (found === undefined || found.attempted === 0)
      return { status: 'not tested', why: { kind: 'not-run-in', contestant: one, case: id } };
    contestants.push(found);
  }
  const evidence: AuditEvidence = { kind: 'runs', case: id, contestants };
  if (as === 'finished') {
    const finishes = contestants.every((one) => one.finished === one.attempted);
    return finishes
      ? { status: 'reproduced', detail: 'it finishes', evidence }
      : { status: 'not reproduced', detail: 'not all runs finish', evidence };
  }
  return contestants.every((one) => one.finished === 0)
    ? { status: 'reproduced', detail: 'it does not finish', evidence }
    : { status: 'not reproduced', detail: 'it finishes', evidence };
}
