import type { DecidedClaim } from './decided.ts';
import { sideOfWord } from './verdict-words.ts';

/** A claim whose verdict isn't the same in two sessions. */
export interface ChangedClaim {
  readonly id: string;
  readonly before: DecidedClaim;
  readonly after: DecidedClaim;
}

/**
 * Claims whose verdict differs, in the order of the file, also where it is only no longer or newly
 * open whether a difference matters. A number without a comparison never does.
 */
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

type Found = Pick<DecidedClaim, 'found'>;

/** Verdicts that take no side. */
const OPEN = ['no-difference-shown', 'no-growth-shown', 'not-decided', 'not-tested'];

/**
 * How a claim's verdict changed: it says something else (`flipped`), it said something and no
 * longer does (`lost`), or it says something now (`gained`). `undefined` where it is the same,
 * or takes no side before and after. Less stays less where it becomes open whether it matters, or
 * where that is shown now: the sentence says other words, and takes the side that it took.
 */
export function verdictChange(
  before: DecidedClaim,
  after: DecidedClaim,
): 'flipped' | 'lost' | 'gained' | undefined {
  if (sameSide(before, after)) return undefined;
  const said = !takesNoSide(before);
  const says = !takesNoSide(after);
  if (said && says) return 'flipped';
  if (said) return 'lost';
  return says ? 'gained' : undefined;
}

function takesNoSide({ found }: DecidedClaim): boolean {
  return found.every((word) => OPEN.includes(word));
}

function sameSide(before: Found, after: Found): boolean {
  const sidesOf = ({ found }: Found): Found => ({ found: found.map(sideOfWord) });
  return sameVerdict(sidesOf(before), sidesOf(after));
}

function sameVerdict({ found: x }: Found, { found: y }: Found): boolean {
  return x.length === y.length && x.every((word, index) => word === y[index]);
}
