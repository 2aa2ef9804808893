/** What a session of another machine says to a claim of the reference, as one of several that are counted. */
import { compareClaim } from './compare.ts';
import type { DecidedClaim } from './decided.ts';
import { DEPENDS } from './twofold.ts';

/**
 * - `agrees`: it says what the reference says
 * - `contradicted`: it says the opposite
 * - `further`: it decides what the reference leaves open, and says the opposite of nothing
 * - `open`: it can't decide the claim, or not as far as the reference does
 * - `reference-open`: the reference has no verdict at all
 */
export type Standing = 'agrees' | 'contradicted' | 'further' | 'open' | 'reference-open';

/** Verdicts of a reference that leave something open, with those that go further without contradicting them. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'no-difference-shown': sides(),
  [DEPENDS]: [...sides(), 'same'],
  'less-that-may-matter': ['same'],
  'more-that-may-matter': ['same'],
  'no-growth-shown': ['grows', 'shrinks'],
};

/** The standing of a session's verdict; undefined for a number without a comparison. */
export function standingOf(reference: DecidedClaim, own: DecidedClaim): Standing | undefined {
  const agreement = compareClaim(reference, own);
  switch (agreement?.kind) {
    case undefined:
      return undefined;
    case 'agrees':
    case 'contradicted':
      return agreement.kind;
    case 'untestable':
      return isOfReference(agreement.why.kind) ? 'reference-open' : 'open';
    case 'inconclusive':
      return agreement.why.kind === 'part-of-group'
        ? standingOfGroup(reference.found, own.found)
        : standingOfWord(reference.found[0] ?? '', own.found[0] ?? '');
  }
}

const isOfReference = (why: string): boolean =>
  why === 'reference-untested' || why === 'reference-undecided';

/** Fewer of those whom the reference can't tell apart are a further answer; others among them leave it open. */
function standingOfGroup(reference: readonly string[], own: readonly string[]): Standing {
  return own.every((id) => reference.includes(id)) ? 'further' : 'open';
}

function standingOfWord(reference: string, own: string): Standing {
  return FURTHER[reference]?.includes(own) ? 'further' : 'open';
}

function sides(): string[] {
  return ['less', 'more'].flatMap((side) => [`${side}-that-matters`, `${side}-that-may-matter`]);
}
