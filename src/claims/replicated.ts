/** What further sessions, of other machines or other days, say to a claim of the reference. */
import { invertRatio } from '../analyse/flip.ts';
import type { Estimate } from '../analyse/types.ts';
import { evidenceFor } from './claim-evidence.ts';
import { isGroup, whoIsMissing, whyUndecidable } from './compare.ts';
import { partsOf, type DecidedClaim } from './decided.ts';
import { standingOf, type Standing } from './standing.ts';
import { opposes } from './verdict-words.ts';

/** What one session says to a claim, with nothing that holds on to its runs. */
export interface Says {
  /** Absent for a number without a comparison. */
  readonly standing?: Standing;
  /** The verdict in the words of `expect`; nothing where there is none. */
  readonly found: readonly string[];
  /** `found` names those who are ahead. */
  readonly isGroup: boolean;
  /** The contestants that are told of: where a rule chooses them, they may be others in each session. */
  readonly sides: readonly string[];
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
   * - `undecided`: the reference itself doesn't decide it, and nobody says the opposite of another
   */
  readonly state: 'each' | 'deciding' | 'further' | 'alone' | 'differs' | 'undecided';
  /** The reference decides it. */
  readonly isDecided: boolean;
  /** Places of the further sessions that agree, say the opposite, say more, and can't decide. */
  readonly agree: readonly number[];
  readonly contradict: readonly number[];
  readonly further: readonly number[];
  readonly open: readonly number[];
  /** Those that decide what the reference leaves open, and say opposites of each other. */
  readonly split: readonly number[];
  /** Those among the agreeing that say it of other contestants: of another best of a runtime. */
  readonly ofOthers: readonly number[];
}

/** What a session says to a claim that the reference decides so. */
export function saysOf(reference: DecidedClaim, own: DecidedClaim): Says {
  const standing = standingOf(reference, own);
  const words = wordsOf(own);
  // Who is best of fewer says nothing against who is best of all.
  const found = whoIsMissing(reference, own) === undefined ? words.found : [];
  return { ...words, found, ...(standing !== undefined && { standing }) };
}

/** What a session says to a claim, held against nothing. */
export function wordsOf(own: DecidedClaim): Omit<Says, 'standing'> {
  const found = whyUndecidable(own) === undefined ? own.found : [];
  return { found, isGroup: isGroup(own), sides: sidesOf(own), ratio: ratioOf(own) };
}

/**
 * What all of them say together.
 *
 * @param reference the claim as the reference decides it
 * @param all of the further sessions, in their order
 * @returns undefined for a number without a comparison, and where there is no further session
 */
export function replicated(reference: DecidedClaim, all: readonly Says[]): Replicated | undefined {
  const says = all.filter(({ standing }) => standing !== undefined);
  if (says.length === 0) return undefined;
  const agreeing = onceEach(says.filter(({ standing }) => standing === 'agrees'));
  const others = onceEach(
    says.filter(({ standing }) => standing === 'further' || standing === 'open'),
  );
  const kinds = says.map((one): keyof Parts => {
    if (one.standing === 'agrees') return 'agree';
    if (one.standing === 'contradicted') return 'contradict';
    if (opposesAny(one, others)) return 'split';
    if (opposesAny(one, agreeing)) return 'contradict';
    return one.standing === 'further' ? 'further' : 'open';
  });
  const having = (kind: keyof Parts): number[] =>
    kinds.flatMap((one, place) => (one === kind ? [place] : []));
  const parts = {
    agree: having('agree'),
    contradict: having('contradict'),
    further: having('further'),
    open: having('open'),
    split: having('split'),
  };
  const isDecided = whyUndecidable(reference) === undefined;
  const ofOthers = parts.agree.filter((place) => isOfOthers(reference, says[place]!));
  return { state: stateOf(parts, isDecided), isDecided, ...parts, ofOthers };
}

/** Whether a session tells of other contestants than the reference does. */
export function isOfOthers(reference: DecidedClaim, { sides }: Pick<Says, 'sides'>): boolean {
  return new Set(sides).symmetricDifference(new Set(sidesOf(reference))).size > 0;
}

type Parts = Omit<Replicated, 'state' | 'isDecided' | 'ofOthers'>;

function stateOf(
  { agree, contradict, further, open, split }: Parts,
  isDecided: boolean,
): Replicated['state'] {
  if (contradict.length > 0 || split.length > 0) return 'differs';
  if (!isDecided) return 'undecided';
  if (further.length > 0) return 'further';
  if (open.length === 0) return 'each';
  return agree.length === 0 ? 'alone' : 'deciding';
}

/** One for all that say the same: there may be many sessions. */
function onceEach(says: readonly Says[]): Says[] {
  return [...new Map(says.map((one) => [JSON.stringify([one.isGroup, one.found]), one])).values()];
}

function opposesAny(one: Says, others: readonly Says[]): boolean {
  return others.some((other) => areOpposites(one, other));
}

function areOpposites(one: Says, other: Says): boolean {
  const isNone = one.found.length === 0 || other.found.length === 0;
  if (isNone || one.isGroup !== other.isGroup) return false;
  if (one.isGroup) return new Set(one.found).isDisjointFrom(new Set(other.found));
  const [a, b] = [one.found[0]!, other.found[0]!];
  return opposes(a, b) || opposes(b, a);
}

/** Those whom a sentence about it names: the best, the two that are held against each other, or all that it is about. */
function sidesOf(decided: DecidedClaim): readonly string[] {
  const [part] = partsOf(decided.outcome);
  if (part?.kind === 'best') return decided.found;
  if (part?.kind !== 'winner' || part.next === undefined) return evidenceFor(decided).contestants;
  return [part.next.comparison.a, part.next.comparison.b];
}

/** The ratio of a comparison as the claim has its sides; null where it has none, or is by two measures. */
function ratioOf({ outcome }: DecidedClaim): Estimate | null {
  const [part, second] = partsOf(outcome);
  if (part?.kind !== 'compare' || second !== undefined) return null;
  const { a, comparison } = part;
  if (comparison.ratio === null) return null;
  return comparison.a === a.id ? comparison.ratio : invertRatio(comparison.ratio);
}
