/** What further sessions, of other machines or other days, say to a claim of the reference. */
import { invertRatio } from '../analyse/flip.ts';
import type { Estimate } from '../analyse/types.ts';
import type { Agreement } from './agreement.ts';
import { compareClaim } from './compare.ts';
import { partsOf, type DecidedClaim } from './decided.ts';

/** What one session says to a claim, with nothing that holds on to its runs. */
export interface Says {
  /** Absent for a number without a comparison. */
  readonly agreement?: Agreement;
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
   * - `alone`: the reference alone decides it
   * - `differs`: some say the opposite
   * - `undecided`: the reference itself doesn't decide it
   */
  readonly state: 'each' | 'deciding' | 'alone' | 'differs' | 'undecided';
  /** Places of the further sessions that agree, contradict, and can't decide. */
  readonly agree: readonly number[];
  readonly contradict: readonly number[];
  readonly open: readonly number[];
}

/** What a further session says to a claim of the reference. */
export function saysOf(reference: DecidedClaim, own: DecidedClaim): Says {
  const agreement = compareClaim(reference, own);
  return { found: own.found, ratio: ratioOf(own), ...(agreement !== undefined && { agreement }) };
}

/**
 * What all of them say together.
 *
 * @param says of the further sessions, in their order
 * @returns undefined for a number without a comparison, and where there is no further session
 */
export function replicated(says: readonly Says[]): Replicated | undefined {
  const agreements = says.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement]));
  if (agreements.length === 0) return undefined;
  const having = (...kinds: Agreement['kind'][]): number[] =>
    agreements.flatMap(({ kind }, place) => (kinds.includes(kind) ? [place] : []));
  const [agree, contradict] = [having('agrees'), having('contradicted')];
  const open = having('inconclusive', 'untestable');
  return { state: stateOf(agreements, agree, contradict, open), agree, contradict, open };
}

function stateOf(
  agreements: readonly Agreement[],
  agree: readonly number[],
  contradict: readonly number[],
  open: readonly number[],
): Replicated['state'] {
  if (agreements.some(isReferenceOpen)) return 'undecided';
  if (contradict.length > 0) return 'differs';
  if (open.length === 0) return 'each';
  return agree.length === 0 ? 'alone' : 'deciding';
}

function isReferenceOpen(agreement: Agreement): boolean {
  return (
    agreement.kind === 'untestable' &&
    (agreement.why.kind === 'reference-untested' || agreement.why.kind === 'reference-undecided')
  );
}

/** The ratio of a comparison as the claim has its sides; null where it has none, or is by two measures. */
export function ratioOf({ outcome }: DecidedClaim): Estimate | null {
  const [part, second] = partsOf(outcome);
  if (part?.kind !== 'compare' || second !== undefined) return null;
  const { a, comparison } = part;
  if (comparison.ratio === null) return null;
  return comparison.a === a.id ? comparison.ratio : invertRatio(comparison.ratio);
}
