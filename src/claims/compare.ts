/**
 * Each claim of the reference against what another session, or this machine, shows.
 *
 * Whether a difference matters may be shown by one and open in the other: with fewer rounds, or more
 * noise, an interval grows and reaches into what doesn't matter. So who is ahead is what is compared.
 * A difference that is shown to matter, and "the same", contradict each other.
 */
import { canonicalJson } from '../store/canonical.ts';
import type { Agreement, AgreementCount } from './agreement.ts';
import { partsOf, type DecidedClaim } from './decided.ts';
import { findContestant, isUntested } from './find-case.ts';
import type { AgreementReason } from './reasons.ts';
import { DEPENDS } from './twofold.ts';
import { opposes, sideOfWord } from './verdict-words.ts';

/**
 * What `here` says to a claim of the reference.
 *
 * - `agrees`: the same verdict; less and more agree with themselves, whatever is known of their weight
 * - `contradicted`: the opposite one. The opposite of `less` is `more`, that of `same` is either of
 *   them where it is shown to matter, and the other way round; of a best or a winner, a group that shares nobody with the
 *   reference's
 * - `inconclusive`: measured, and neither
 * - `untestable`: not measured here, or nothing that the reference decides
 *
 * A number without a comparison (`value`) takes no part: `undefined`.
 */
export function compareClaim(reference: DecidedClaim, here: DecidedClaim): Agreement | undefined {
  if (reference.claim.kind === 'value') return undefined;
  const undecidable = whyUndecidable(reference);
  if (undecidable !== undefined) return { kind: 'untestable', why: undecidable };
  const { outcome } = here;
  if (outcome.kind === 'untested') {
    const { why, command } = outcome;
    return { kind: 'untestable', why, ...(command !== undefined && { command }) };
  }
  const open = whoIsMissing(reference, here);
  if (open !== undefined) return { kind: 'untestable', why: open };
  if (isGroup(reference) && isGroup(here)) return compareGroups(reference.found, here.found);
  return compareWords(reference.found[0] ?? '', here);
}

/** Every claim of the reference that can be compared, by id. */
export function compareAll(
  reference: ReadonlyMap<string, DecidedClaim>,
  here: ReadonlyMap<string, DecidedClaim>,
): ReadonlyMap<string, Agreement> {
  const agreements = new Map<string, Agreement>();
  for (const [id, decided] of reference) {
    const other = here.get(id);
    const agreement = other && compareClaim(decided, other);
    if (agreement !== undefined) agreements.set(id, agreement);
  }
  return agreements;
}

/** How many claims agree, are contradicted, and so on, with the reasons of those that can't be tested. */
export function countAgreements(agreements: Iterable<Agreement>): AgreementCount {
  const count = { agrees: 0, contradicted: 0, inconclusive: 0, untestable: 0 };
  const reasons = new Map<string, { why: AgreementReason; count: number }>();
  for (const agreement of agreements) {
    count[agreement.kind] += 1;
    if (agreement.kind !== 'untestable') continue;
    const { why } = agreement;
    const name = canonicalJson(why);
    reasons.set(name, { why, count: (reasons.get(name)?.count ?? 0) + 1 });
  }
  return { ...count, reasons: [...reasons.values()].sort((x, y) => y.count - x.count) };
}

/** Why a claim can't be held against others; undefined where the reference decides it. */
export function whyUndecidable({ outcome }: DecidedClaim): AgreementReason | undefined {
  if (outcome.kind === 'untested') return { kind: 'reference-untested' };
  return outcome.kind === 'undecided' ? { kind: 'reference-undecided' } : undefined;
}

/** Someone who took part in the reference has no runs here: who is best stays open. */
export function whoIsMissing(
  reference: DecidedClaim,
  here: DecidedClaim,
): AgreementReason | undefined {
  const [outcome] = partsOf(here.outcome);
  if (outcome?.kind !== 'best' && outcome?.kind !== 'winner') return undefined;
  const found = rivalsOf(reference).map((id) => findContestant(outcome.place, id));
  return found.find(isUntested)?.why;
}

/** All that took part in a ranking, also where none of them was shown to be best. */
function rivalsOf({ outcome }: DecidedClaim): readonly string[] {
  const [part] = partsOf(outcome);
  if (part?.kind === 'best' || part?.kind === 'winner') return part.rivals;
  return outcome.kind === 'undecided' ? outcome.contestants : [];
}

/** A group of contestants or runtimes; where it depends on the measure, there is none. */
export function isGroup({ outcome, found }: DecidedClaim): boolean {
  const [first] = partsOf(outcome);
  return (first?.kind === 'best' || first?.kind === 'winner') && found[0] !== DEPENDS;
}

function compareGroups(reference: readonly string[], here: readonly string[]): Agreement {
  const shared = here.filter((id) => reference.includes(id));
  if (shared.length === 0) return { kind: 'contradicted' };
  if (shared.length === here.length && shared.length === reference.length)
    return { kind: 'agrees' };
  return { kind: 'inconclusive', why: { kind: 'part-of-group' } };
}

function compareWords(reference: string, here: DecidedClaim): Agreement {
  const found = here.found[0] ?? '';
  if (sideOfWord(found) === sideOfWord(reference)) return { kind: 'agrees' };
  if (opposes(found, reference)) return { kind: 'contradicted' };
  // "No difference that matters" is one way of showing no difference.
  if (reference === 'no-difference-shown' && found === 'same') return { kind: 'agrees' };
  const { outcome } = here;
  if (outcome.kind === 'undecided') return { kind: 'inconclusive', why: outcome.reason };
  return { kind: 'inconclusive', why: { kind: 'found', word: found } };
}
