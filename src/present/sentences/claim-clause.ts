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
 * What two measures say: "threads needs 2.65 times as much …, counting the whole tree (…), and 1.88 times
 * counting the largest process alone (…)". Where they don't say the same, that comes first.
 */
function twofoldClause(outcome: TwofoldOutcome, claim: Claim, wording: Wording): Clause {
  const [one, other] = outcome.parts;
  const first = worded({ claim, outcome: one }, wording);
  // The first of both has said level, clock and cores.
  const second = worded({ claim, outcome: other }, { ...wording, form: 'short' });
  const both = joined(first, second) ?? [...first, words('; '), ...second];
  if (outcome.found[0] !== DEPENDS) return both;
  const { measure, place } = outcome.parts[0];
  const { noun } = measureWords(measure, place.definition);
  return [words(`who is ahead depends on how ${noun} is counted: `), ...both];
}

/**
 * Two comparisons that say the same of the same two: the second is its number and what is counted. Undefined
 * where they differ in more, or end in more than an interval.
 */
function joined(first: Clause, second: Clause): Clause | undefined {
  const [one, other] = [first, second].map((clause) => clause.filter(({ text }) => text !== ''));
  const kinds = 'name words number words name words interval';
  const isPlain = [one!, other!].every(
    (clause) => clause.map(({ kind }) => kind).join(' ') === kinds,
  );
  const isAlike = [0, 1, 3, 4].every((place) => one![place]?.text === other![place]?.text);
  if (!isPlain || !isAlike) return undefined;
  const [, , amount, , , counted, interval] = other!;
  return [...one!, words(', and '), amount!, words(counted!.text.replace(/^,/, '')), interval!];
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
