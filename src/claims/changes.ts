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
    return other === undefined || sameWords(one.found, other.found)
      ? []
      : [{ id, before: one, after: other }];
  });
}

function sameWords(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((word, index) => word === y[index]);
}
