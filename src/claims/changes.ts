import type { DecidedClaim } from './decided.ts';

/** A claim whose verdict isn't the same in two sessions. */
export interface ChangedClaim {
  readonly id: string;
  readonly before: DecidedClaim;
  readonly after: DecidedClaim;
}

/** Claims whose verdict differs, in the order of the file. A number without a comparison never does. */
export function changedClaims(
  before: ReadonlyMap<string, DecidedClaim>,
  after: ReadonlyMap<string, DecidedClaim>,
): ChangedClaim[] {
  return [...before].flatMap(([id, one]) => {
    const other = after.get(id);
    return other === undefined || sameVerdict(one, other)
      ? []
      : [{ id, before: one, after: other }];
  });
}

/**
 * How a claim's verdict changed: it `flipped`, or its support is `lost` (it was decided, and now
 * is not). `undefined` where it is the same.
 */
export function verdictChange(
  before: DecidedClaim,
  after: DecidedClaim,
): 'flipped' | 'lost' | undefined {
  if (sameVerdict(before, after)) return undefined;
  return isDecided(before) && !isDecided(after) ? 'lost' : 'flipped';
}

function sameVerdict({ found: x }: DecidedClaim, { found: y }: DecidedClaim): boolean {
  return x.length === y.length && x.every((word, index) => word === y[index]);
}

function isDecided({ outcome }: DecidedClaim): boolean {
  return outcome.kind !== 'untested' && outcome.kind !== 'undecided';
}
