/** What could not be decided, and what could not be tested: said with the reason. */
import type { Undecided, Untested } from '../../claims/decided.ts';
import { runtimeOfSide, type Claim } from '../../claims/schema.ts';
import { unfinishedNotes } from './endings.ts';
import { measureWords } from './measure-words.ts';
import { listed, words, type Clause, type Piece } from './pieces.ts';
import { reasonWords, tellsRunsOf } from './reason-words.ts';
import { nameOf, type Wording } from './wording.ts';

/** "fibres against threads by time was not decided: 6 of 21 rounds finished". */
export function undecidedClause(outcome: Undecided, claim: Claim, wording: Wording): Clause {
  const { place, measure, contestants } = outcome;
  const how = measureWords(measure, place.definition);
  const names = contestants.map((id) => nameOf(wording, id));
  const by = how.noun + how.after;
  const because = `: ${reasonWords(outcome.reason, labels(wording))}`;
  const notes = unfinishedNotes(
    wording,
    place,
    contestants.filter((id) => !tellsRunsOf(outcome.reason, id)),
  );
  const [first, second] = names;
  if (claim.kind === 'best' || first === undefined || names.length > 2) {
    return [...listed(names), words(` were not ranked by ${by}${because}`), ...notes];
  }
  if (second === undefined) return [first, words(` by ${by} was not decided${because}`), ...notes];
  return [
    first,
    words(' against '),
    second,
    words(` by ${by} was not decided${because}`),
    ...notes,
  ];
}

function labels(wording: Wording): (contestant: string) => string {
  return (contestant) => wording.markOf(contestant).label;
}

/** "fibres against threads can't be tested here: not in the quick profile". */
export function untestedClause({ why }: Untested, claim: Claim, wording: Wording): Clause {
  const reason = reasonWords(why, labels(wording));
  const verb = wording.here ? " can't be tested here: " : ' was not tested: ';
  return [...subjectsOf(claim, wording), words(verb + reason)];
}

function subjectsOf(claim: Claim, wording: Wording): Piece[] {
  switch (claim.kind) {
    case 'compare':
    case 'growth': {
      const [a, b] = claim.compare;
      return [sidePiece(a, wording), words(' against '), sidePiece(b, wording)];
    }
    case 'finish':
    case 'slope':
    case 'value':
      return [nameOf(wording, claim.of)];
    case 'best':
      return [words('this ranking')];
    case 'winner':
      return [words('this use case')];
  }
}

function sidePiece(side: string, wording: Wording): Piece {
  return runtimeOfSide(side) === undefined ? nameOf(wording, side) : words(`the ${side}`);
}
