/** Finding the case, the measure and the contestants that a claim names, or why it can't be tested. */
import type { ContestantResult } from '../analyse/types.ts';
import { betterOf } from '../quantity/measure.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { Untested } from './decided.ts';
import type { ClaimReason } from './reasons.ts';
import {
  contestantIn,
  measureIn,
  whyNotRun,
  type AbsentEvidence,
  type Evidence,
  type MeasuredEvidence,
} from './evidence.ts';

/** @param what a sentence for the author of the claim */
export function mistake(what: string): Untested {
  return { kind: 'untested', cause: 'mistake', why: { kind: 'mistake', what } };
}

export function absent({ why, command }: AbsentEvidence): Untested {
  return {
    kind: 'untested',
    cause: 'absent',
    why,
    ...(command !== undefined && { command }),
  };
}

export function isUntested(found: object): found is Untested {
  return 'kind' in found && found.kind === 'untested';
}

/** The case with its runs. */
export function findCase(evidence: Evidence, id: string): MeasuredEvidence | Untested {
  const found = evidence.cases.get(id);
  if (found === undefined) {
    const known = [...evidence.cases.keys()].join(', ');
    return mistake(`there is no case "${id}"; there are: ${known}`);
  }
  return found.state === 'absent' ? absent(found) : found;
}

/** A measure of the case. */
export function findMeasure(place: MeasuredEvidence, id: string): SessionMeasure | Untested {
  const measure = measureIn(place, id);
  if (measure !== undefined) return measure;
  const known = place.definition.measures.map((one) => one.id).join(', ');
  return mistake(`${place.id} has no measure "${id}"; it has: ${known}`);
}

/** A measure that the scenario compares by. */
export function findComparedMeasure(
  place: MeasuredEvidence,
  id: string,
): SessionMeasure | Untested {
  const measure = findMeasure(place, id);
  if (isUntested(measure)) return measure;
  if (place.definition.verdicts && measure.matters !== undefined) return measure;
  return mistake(
    `${id} of ${place.id} is shown and never compared, since the scenario doesn't say what difference matters`,
  );
}

/** A measure by which one side can be ahead of the other. */
export function findRankedMeasure(place: MeasuredEvidence, id: string): SessionMeasure | Untested {
  const measure = findComparedMeasure(place, id);
  if (isUntested(measure) || betterOf(measure) !== 'neither') return measure;
  return mistake(`nobody is ahead by ${id} of ${place.id}: neither less nor more of it is better`);
}

/** A contestant of the case that has run. */
export function findContestant(place: MeasuredEvidence, id: string): ContestantResult | Untested {
  const result = contestantIn(place, id);
  if (result === undefined) return notInSession(place, id);
  if (result.attempted > 0) return result;
  return { kind: 'untested', cause: 'not-run', why: whyNotRun(place, result) };
}

/** A lesser profile leaves contestants out; what the full one lacks is nowhere. */
function notInSession({ id: caseId, session, definition }: MeasuredEvidence, id: string): Untested {
  const known = definition.contestants
    .filter((one) => one.controlOf === undefined)
    .map((one) => one.id);
  const { profile } = session;
  const why: ClaimReason =
    profile === 'full'
      ? { kind: 'no-contestant', case: caseId, contestant: id, known }
      : { kind: 'not-in-profile', contestant: id, profile };
  return { kind: 'untested', cause: 'not-in-session', why };
}
