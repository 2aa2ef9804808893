import type { DecidedClaim, TwofoldOutcome } from '../../claims/decided.ts';
import type { Claim } from '../../claims/schema.ts';
import { DEPENDS } from '../../claims/twofold.ts';
import { bestClause, winnerClause } from './best-clause.ts';
import { compareClause } from './compare-clause.ts';
import { growthClause, slopeClause } from './growth-clause.ts';
import { undecidedClause, untestedClause } from './open-clause.ts';
import { measureWords } from './measure-words.ts';
import { words, type Clause } from './pieces.ts';
import { finishClause, valueClause } from './single-clause.ts';
import type { Wording } from './wording.ts';

/**
 * The clause of a claim: what the verdict allows to be said, with its number, its interval and
 * the machine. It begins in the middle of a sentence, and has no full stop.
 */
export function claimClause({ claim, outcome }: DecidedClaim, wording: Wording): Clause {
  return worded({ claim, outcome }, wording).filter(({ text }) => text !== '');
}

/**
 * What two measures say, one after the other: "threads needs …, counting the whole tree; threads needs
 * …, counting the largest process alone". Where they don't say the same, that comes first.
 */
function twofoldClause(outcome: TwofoldOutcome, claim: Claim, wording: Wording): Clause {
  const [first, second] = outcome.parts.map((part) => worded({ claim, outcome: part }, wording));
  const both = [...first!, words('; '), ...second!];
  if (outcome.found[0] !== DEPENDS) return both;
  const { measure, place } = outcome.parts[0];
  const { noun } = measureWords(measure, place.definition);
  return [words(`who is ahead depends on how ${noun} is counted: `), ...both];
}

function worded(
  { claim, outcome }: Pick<DecidedClaim, 'claim' | 'outcome'>,
  wording: Wording,
): Clause {
  switch (outcome.kind) {
    case 'twofold':
      return twofoldClause(outcome, claim, wording);
    case 'untested':
      return untestedClause(outcome, claim, wording);
    case 'undecided':
      return undecidedClause(outcome, claim, wording);
    case 'compare':
      return compareClause(outcome, wording);
    case 'finish':
      return finishClause(outcome, wording);
    case 'growth':
      return growthClause(outcome, wording);
    case 'slope':
      return slopeClause(outcome, wording);
    case 'best':
      return bestClause(outcome, wording);
    case 'winner':
      return winnerClause(outcome, wording);
    case 'value':
      return valueClause(outcome, wording);
  }
}
