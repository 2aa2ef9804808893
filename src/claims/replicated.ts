/** What further sessions, of other machines or other days, say to a claim of the reference. */
import { invertRatio } from '../analyse/flip.ts';
import type { Estimate } from '../analyse/types.ts';
import { standingOf, type Standing } from './standing.ts';
import { partsOf, type DecidedClaim } from './decided.ts';
import { sideOfWord } from './verdict-words.ts';

/** What one session says to a claim, with nothing that holds on to its runs. */
export interface Says {
  /** Absent for a number without a comparison. */
  readonly standing?: Standing;
  /** The verdict in the words of `expect`. */
  readonly found: readonly string[];
  /** Of a comparison: its first side over its second. */
  readonly ratio: Estimate | null;
}

/** How a claim fares over all sessions, the reference among them. */
export interface Replicated {
  /**
   * - `each`: all sessions say the same
   * - `deciding`: all that decide it say the same
   * - `further`: nobody says the opposite, and some decide what the reference leaves open
   * - `alone`: the reference alone decides it
   * - `differs`: some say the opposite, of the reference or of each other
   * - `undecided`: the reference itself doesn't decide it
   */
  readonly state: 'each' | 'deciding' | 'further' | 'alone' | 'differs' | 'undecided';
  /** Places of the further sessions that agree, contradict, say more, and can't decide. */
  readonly agree: readonly number[];
  readonly contradict: readonly number[];
  readonly further: readonly number[];
  readonly open: readonly number[];
  /** Those that say more say opposites. */
  readonly isSplit: boolean;
}

/** What a further session says to a claim of the reference. */
export function saysOf(reference: DecidedClaim, own: DecidedClaim): Says {
  const standing = standingOf(reference, own);
  return { found: own.found, ratio: ratioOf(own), ...(standing !== undefined && { standing }) };
}

/**
 * What all of them say together.
 *
 * @param all of the further sessions, in their order
 * @returns undefined for a number without a comparison, and where there is no further session
 */
export function replicated(all: readonly Says[]): Replicated | undefined {
  const says = all.filter(({ standing }) => standing !== undefined);
  if (says.length === 0) return undefined;
  const having = (...wanted: (Standing | undefined)[]): number[] =>
    says.flatMap(({ standing }, place) => (wanted.includes(standing) ? [place] : []));
  const further = having('further');
  const parts = {
    agree: having('agrees'),
    contradict: having('contradicted'),
    further,
    open: having('open', 'reference-open'),
    isSplit: saysOpposites(further.map((place) => says[place]!.found)),
  };
  const isUndecided = having('reference-open').length > 0;
  return { state: isUndecided ? 'undecided' : stateOf(parts), ...parts };
}

function stateOf({
  agree,
  contradict,
  further,
  open,
  isSplit,
}: Omit<Replicated, 'state'>): Replicated['state'] {
  if (contradict.length > 0 || isSplit) return 'differs';
  if (further.length > 0) return 'further';
  if (open.length === 0) return 'each';
  return agree.length === 0 ? 'alone' : 'deciding';
}

/** Whether two that decide what the reference leaves open share no word: one says less, the other more. */
function saysOpposites(found: readonly (readonly string[])[]): boolean {
  const sides = found.map((words) => new Set(words.map(sideOfWord)));
  return sides.some((one) => sides.some((other) => one.isDisjointFrom(other)));
}

/** The ratio of a comparison as the claim has its sides; null where it has none, or is by two measures. */
export function ratioOf({ outcome }: DecidedClaim): Estimate | null {
  const [part, second] = partsOf(outcome);
  if (part?.kind !== 'compare' || second !== undefined) return null;
  const { a, comparison } = part;
  if (comparison.ratio === null) return null;
  return comparison.a === a.id ? comparison.ratio : invertRatio(comparison.ratio);
}
