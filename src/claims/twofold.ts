/**
 * Claims by two measures at once: memory that can be counted in two ways. Each is decided by itself;
 * the claim says something only where both say it. Where a rule chooses who stands for a runtime, the first
 * measure does: the second counts the same programs in another way.
 */
import type { ClaimOutcome, TwofoldOutcome, WholeOutcome } from './decided.ts';
import type { Claim, SingleClaim } from './schema.ts';
import { sideOfWord, weakerWord } from './verdict-words.ts';

/** What is found where two measures don't say the same. */
export const DEPENDS = 'depends';

/** The claim by each of its measures; itself where it names one. */
export function singleClaims(claim: Claim): [SingleClaim, ...SingleClaim[]] {
  switch (claim.kind) {
    case 'compare': {
      const [first, ...others] = [claim.on].flat();
      return [
        { ...claim, on: first! },
        ...others.map((on) => ({ ...claim, on, chosenBy: first! })),
      ];
    }
    case 'best': {
      const [first, ...others] = [claim.best].flat();
      return [{ ...claim, best: first! }, ...others.map((best) => ({ ...claim, best }))];
    }
    case 'winner': {
      const [first, ...others] = [claim.winner].flat();
      return [
        { ...claim, winner: first! },
        ...others.map((winner) => ({ ...claim, winner, chosenBy: first! })),
      ];
    }
    default:
      return [claim];
  }
}

/**
 * Two outcomes of a claim as one. What is not tested or not decided by one measure is so by both.
 *
 * @param found the words of each
 */
export function twofoldOutcome(
  parts: readonly [WholeOutcome, WholeOutcome],
  found: readonly [readonly string[], readonly string[]],
): ClaimOutcome {
  const open = parts.find(({ kind }) => kind === 'untested' || kind === 'undecided');
  if (open !== undefined) return open;
  const [first, second] = parts as TwofoldOutcome['parts'];
  return { kind: 'twofold', parts: [first, second], found: bothFound(...found) };
}

/**
 * What both say: of two words for the same side the one that says less, `no-difference-shown` where
 * nobody is ahead by either; else that it depends.
 */
function bothFound(first: readonly string[], second: readonly string[]): readonly string[] {
  if (first.length === second.length && first.every((word, index) => word === second[index]))
    return first;
  const [one = '', other = ''] = [first[0], second[0]];
  const isOneWord = first.length === 1 && second.length === 1;
  if (isOneWord && sideOfWord(one) === sideOfWord(other)) return [weakerWord(one, other)];
  const isEven = isOneWord && [one, other].every((word) => EVEN.includes(word));
  return isEven ? ['no-difference-shown'] : [DEPENDS];
}

const EVEN = ['same', 'no-difference-shown'];
