/** Claims that rest on programs or parameters that are no longer those of the measured session. */
import type { PlannedCase } from '../plan/cases.ts';
import { canonicalJson } from '../store/canonical.ts';
import type { SessionCase } from '../store/schema.ts';
import { evidenceFor } from './claim-evidence.ts';
import type { DecidedClaim } from './decided.ts';

/**
 * Ids of the claims whose evidence was measured with other programs, helpers, parameters or
 * services than the plan has now. The runtime isn't looked at: it belongs to a machine.
 *
 * @param cases the session's
 * @param planned all cases that the scenarios have now
 */
export function staleClaims(
  decided: Iterable<DecidedClaim>,
  cases: readonly SessionCase[],
  planned: readonly PlannedCase[],
): string[] {
  return [...decided]
    .filter((one) => {
      const { contestants } = evidenceFor(one);
      return casesOf(one, cases).some((aCase) =>
        contestants.some((id) => isStale(id, aCase, planned)),
      );
    })
    .map(({ claim }) => claim.id);
}

/** The case of a claim; all sizes of its scenario where it is about growth. */
function casesOf({ claim }: DecidedClaim, cases: readonly SessionCase[]): SessionCase[] {
  return cases.filter((aCase) =>
    'in' in claim ? aCase.id === claim.in : aCase.scenario === claim.over,
  );
}

function isStale(
  contestant: string,
  measured: SessionCase,
  planned: readonly PlannedCase[],
): boolean {
  const before = filesOf(contestant, measured);
  // A contestant that takes no part in one size of a series is no evidence there.
  if (before === undefined) return false;
  const now = planned.find(({ entry }) => entry.id === measured.id)?.entry;
  return now === undefined || filesOf(contestant, now) !== before;
}

/** All that a session records of what was run, beside the runtime. */
function filesOf(contestant: string, aCase: SessionCase): string | undefined {
  const entry = aCase.contestants.find(({ id }) => id === contestant);
  if (entry === undefined) return undefined;
  const { files, args, stdin, prepare, cleanup } = entry;
  const { parameters, floorNs, service, check, checkFiles } = aCase;
  const own = { files, args, stdin, prepare, cleanup };
  return canonicalJson({ ...own, parameters, floorNs, service, check, checkFiles });
}
