/** Claims about who needs least: of all, of a runtime's variants, of the runtimes' best variants. */
import { byBetter } from '../analyse/ahead.ts';
import { bestOf, bestVariant, type Best } from '../analyse/best.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { WholeOutcome, Next } from './decided.ts';
import { comparisonIn } from './decide-compare.ts';
import {
  contestantIn,
  missingRuntime,
  runtimeTitleIn,
  runtimesIn,
  whyNotRun,
  type Evidence,
  type MeasuredEvidence,
} from './evidence.ts';
import { findCase, findMeasure, findRankedMeasure, isUntested } from './find-case.ts';
import type { ClaimReason } from './reasons.ts';
import type { SingleClaimOf } from './schema.ts';

/**
 * The best of all contestants of a case, or of one runtime's variants. Those that have no runs
 * here take no part; they are named, since they leave the question open.
 */
export function decideBest(claim: SingleClaimOf<'best'>, evidence: Evidence): WholeOutcome {
  const place = findCase(evidence, claim.in);
  if (isUntested(place)) return place;
  const measure = findRankedMeasure(place, claim.best);
  if (isUntested(measure)) return measure;
  const runtimes = runtimesIn(place);
  const all = place.result.contestants
    .filter((one) => one.controlOf === undefined && !one.once)
    .filter((one) => claim.of === undefined || runtimes[one.id] === claim.of);
  if (all.length === 0) {
    const runtime = claim.of ?? '';
    const why: ClaimReason = { kind: 'no-contestant-of', case: place.id, runtime };
    return { kind: 'untested', cause: 'not-in-session', why };
  }
  const notRun = all
    .filter((one) => one.attempted === 0)
    .map((one) => ({ id: one.id, why: whyNotRun(place, one) }));
  const ids = all.filter((one) => one.attempted > 0).map((one) => one.id);
  if (ids.length < 2 && notRun[0] !== undefined) {
    return { kind: 'untested', cause: 'not-run', why: notRun[0].why };
  }
  const best = bestOf(place.result, measure, ids);
  if (best.kind === 'not decided') {
    return { kind: 'undecided', place, contestants: ids, measure, reason: best.reason };
  }
  const rivals = ranked(place, measure, ids);
  const next = nextTo(place, measure.id, best, rivals);
  return {
    kind: 'best',
    place,
    measure,
    best,
    rivals,
    notRun,
    ...(next !== undefined && { next }),
    ...(claim.of !== undefined && { among: runtimeTitleIn(place, claim.of) }),
  };
}

/** Which runtime is ahead, each with its best variant. */
export function decideWinner(claim: SingleClaimOf<'winner'>, evidence: Evidence): WholeOutcome {
  const place = findCase(evidence, claim.in);
  if (isUntested(place)) return place;
  const measure = findRankedMeasure(place, claim.winner);
  if (isUntested(measure)) return measure;
  const choosing = findMeasure(place, claim.chosenBy ?? measure.id);
  if (isUntested(choosing)) return choosing;
  const runtimes = runtimesIn(place);
  const all = [...new Set(Object.values(runtimes))];
  // A runtime that isn't here takes no part, as long as there are two to compare.
  const here = all.filter((runtime) => missingRuntime(place, runtime) === undefined);
  const missing = all.flatMap((runtime) => missingRuntime(place, runtime) ?? []);
  if (here.length < 2 && missing[0] !== undefined)
    return { kind: 'untested', cause: 'not-run', why: missing[0] };
  const variants = here.map((runtime) => ({
    runtime,
    id: bestVariant(place.result, choosing, runtime, runtimes),
  }));

  const ids = variants.flatMap(({ id }) => id ?? []);
  const none = variants.find(({ id }) => id === undefined);
  const best = bestOf(place.result, measure, ids);
  const undecided = { kind: 'undecided', place, contestants: ids, measure } as const;
  if (none !== undefined) {
    const title = runtimeTitleIn(place, none.runtime);
    return { ...undecided, reason: { kind: 'runtime-unfinished', title } };
  }
  if (best.kind === 'not decided') return { ...undecided, reason: best.reason };
  const rivals = ranked(place, measure, ids);
  const next = nextTo(place, measure.id, best, rivals);
  const shared = { place, measure, best, rivals, runtimes };
  return { kind: 'winner', ...shared, ...(next !== undefined && { next }) };
}

/** The best median first; those without one are left out. */
function ranked(
  place: MeasuredEvidence,
  measure: SessionMeasure,
  ids: readonly string[],
): string[] {
  const medianOf = (id: string): number =>
    contestantIn(place, id)?.estimates[measure.id]?.point ?? Number.NaN;
  return ids
    .filter((id) => Number.isFinite(medianOf(id)))
    .sort((x, y) => byBetter(medianOf(x), medianOf(y), measure));
}

/** The best median beside the leader's, and how far away it is. */
function nextTo(
  { result }: MeasuredEvidence,
  measure: string,
  best: Best,
  rivals: readonly string[],
): Next | undefined {
  if (best.kind !== 'best') return undefined;
  const [leader] = best.ids;
  const id = rivals.find((one) => one !== leader);
  const comparison = id && comparisonIn(result, measure, leader, id);
  return id === undefined || !comparison ? undefined : { id, comparison };
}
