/** What a session of another machine says to a claim of the reference, as one of several that are counted. */
import { compareClaim, isGroup, whoIsMissing, whyUndecidable } from './compare.ts';
import type { DecidedClaim } from './decided.ts';
import { DEPENDS } from './twofold.ts';

/**
 * - `agrees`: it says what the reference says
 * - `contradicted`: it says the opposite
 * - `further`: it decides what the reference leaves open, and says the opposite of nothing
 * - `open`: it can't decide the claim, or not as far as the reference does
 */
export type Standing = 'agrees' | 'contradicted' | 'further' | 'open';

/** Verdicts of a reference that leave something open, with those that go further without contradicting them. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'no-difference-shown': sides(),
  [DEPENDS]: [...sides(), 'same'],
  'less-that-may-matter': ['less-that-matters', 'same'],
  'more-that-may-matter': ['more-that-matters', 'same'],
  'no-growth-shown': ['grows', 'shrinks'],
};

/** The standing of a session's verdict; undefined for a number without a comparison. */
export function standingOf(reference: DecidedClaim, own: DecidedClaim): Standing | undefined {
  const agreement = compareClaim(reference, own);
  if (agreement === undefined) return undefined;
  const isWhole = whyUndecidable(own) === undefined && whoIsMissing(reference, own) === undefined;
  if (whyUndecidable(reference) !== undefined) return isWhole ? 'further' : 'open';
  if (agreement.kind === 'contradicted') return 'contradicted';
  if (agreement.kind !== 'untestable' && goesFurther(reference, own)) return 'further';
  return agreement.kind === 'agrees' ? 'agrees' : 'open';
}

function goesFurther(reference: DecidedClaim, own: DecidedClaim): boolean {
  // Fewer of those whom the reference can't tell apart are a further answer; others among them leave it open.
  if (isGroup(reference))
    return (
      own.found.length < reference.found.length &&
      own.found.every((id) => reference.found.includes(id))
    );
  const [said = '', found = ''] = [reference.found[0], own.found[0]];
  return (said === DEPENDS && isGroup(own)) || (FURTHER[said]?.includes(found) ?? false);
}

function sides(): string[] {
  return ['less', 'more'].flatMap((side) => [`${side}-that-matters`, `${side}-that-may-matter`]);
}
