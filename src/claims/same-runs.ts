/** Whether another document shows the very runs of a reference: those neither agree nor contradict. */
import { partsOf, type DecidedClaim } from './decided.ts';
import type { Evidence } from './evidence.ts';

/** Whether both hold the case, from one session. */
export function isSameRuns(caseId: string, reference: Evidence, here: Evidence): boolean {
  const [there, own] = [reference.cases.get(caseId), here.cases.get(caseId)];
  return (
    there?.state === 'measured' && own?.state === 'measured' && there.session.id === own.session.id
  );
}

/** Whether every case that both hold is from one session: as on the machine that measured the reference. */
export function isReferencesOwn(reference: Evidence, here: Evidence): boolean {
  const shared = [...here.cases.values()].filter(
    ({ id, state }) => state === 'measured' && reference.cases.get(id)?.state === 'measured',
  );
  return shared.length > 0 && shared.every(({ id }) => isSameRuns(id, reference, here));
}

/** Whether a claim was decided here from the reference's own runs. */
export function isDecidedByReference(
  { outcome }: DecidedClaim,
  reference: Evidence,
  here: Evidence,
): boolean {
  return partsOf(outcome).every(
    (part) => 'place' in part && isSameRuns(part.place.id, reference, here),
  );
}
