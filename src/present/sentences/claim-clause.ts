import type { DecidedClaim } from '../../claims/decided.ts';
import { bestClause, winnerClause } from './best-clause.ts';
import { compareClause } from './compare-clause.ts';
import { growthClause, slopeClause } from './growth-clause.ts';
import { undecidedClause, untestedClause } from './open-clause.ts';
import type { Clause } from './pieces.ts';
import { finishClause, valueClause } from './single-clause.ts';
import type { Wording } from './wording.ts';

/**
 * The clause of a claim: what the verdict allows to be said, with its number, its interval and
 * the machine. It begins with a contestant's name, and has no full stop.
 */
export function claimClause({ claim, outcome }: DecidedClaim, wording: Wording): Clause {
  return worded({ claim, outcome }, wording).filter(({ text }) => text !== '');
}

function worded(
  { claim, outcome }: Pick<DecidedClaim, 'claim' | 'outcome'>,
  wording: Wording,
): Clause {
  switch (outcome.kind) {
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
