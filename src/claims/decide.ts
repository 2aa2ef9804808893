import type { ClaimOutcome, DecidedClaim, WholeOutcome } from './decided.ts';
import { decideBest, decideWinner } from './decide-best.ts';
import { decideCompare } from './decide-compare.ts';
import { decideFinish, decideValue } from './decide-single.ts';
import { decideGrowth, decideSlope } from './decide-growth.ts';
import type { Evidence } from './evidence.ts';
import type { Claim, SingleClaim } from './schema.ts';
import { singleClaims, twofoldOutcome } from './twofold.ts';
import { meets, wordOf } from './verdict-words.ts';

/**
 * Decides a claim from what was measured. Total: what can't be tested says why.
 *
 * Verdicts are the analysis' own; nothing is computed here but who is compared with whom.
 */
export function decideClaim(claim: Claim, evidence: Evidence): DecidedClaim {
  const [first, second] = singleClaims(claim).map((one) => outcomeOf(one, evidence));
  const outcome =
    second === undefined
      ? first!
      : twofoldOutcome([first!, second], [foundOf(first!), foundOf(second)]);
  const found = foundOf(outcome);
  return { claim, outcome, found, holds: isMet(claim, found) };
}

/** All claims of a report, by id. */
export function decideAll(
  claims: readonly Claim[],
  evidence: Evidence,
): ReadonlyMap<string, DecidedClaim> {
  return new Map(claims.map((claim) => [claim.id, decideClaim(claim, evidence)]));
}

function outcomeOf(claim: SingleClaim, evidence: Evidence): WholeOutcome {
  switch (claim.kind) {
    case 'compare':
      return decideCompare(claim, evidence);
    case 'finish':
      return decideFinish(claim, evidence);
    case 'growth':
      return decideGrowth(claim, evidence);
    case 'slope':
      return decideSlope(claim, evidence);
    case 'best':
      return decideBest(claim, evidence);
    case 'winner':
      return decideWinner(claim, evidence);
    case 'value':
      return decideValue(claim, evidence);
  }
}

/** The verdict in the words that `expect` uses. */
function foundOf(outcome: ClaimOutcome): string[] {
  switch (outcome.kind) {
    case 'twofold':
      return [...outcome.found];
    case 'untested':
      return ['not-tested'];
    case 'undecided':
      return ['not-decided'];
    case 'compare':
    case 'growth':
      return [wordOf(outcome.verdict)];
    case 'finish':
    case 'slope':
      return [outcome.found];
    case 'value':
      return ['measured'];
    case 'best':
      return outcome.best.kind === 'best' ? [...outcome.best.ids].sort() : ['not-decided'];
    case 'winner': {
      const { best, runtimes } = outcome;
      if (best.kind !== 'best') return ['not-decided'];
      return [...new Set(best.ids.map((id) => runtimes[id] ?? id))].sort();
    }
  }
}

function isMet(claim: Claim, found: readonly string[]): boolean {
  if (claim.kind === 'value' || claim.expect === undefined) return true;
  const expected = [claim.expect].flat().sort();
  return expected.length === found.length && expected.every((word, i) => meets(found[i]!, word));
}
