/** Clauses about one contestant: whether it finishes, what it needs. */
import type { ContestantResult, Estimate } from '../../analyse/types.ts';
import type { FinishOutcome, ValueOutcome } from '../../claims/decided.ts';
import type { Outcome } from '../../store/schema.ts';
import { formatColumn } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { wordsOfOutcome } from '../words.ts';
import { conditions, intervalPiece, runsOf, unfinishedNotes } from './endings.ts';
import { measureWords } from './measure-words.ts';
import { number, words, type Clause } from './pieces.ts';
import { nameOf, type Wording } from './wording.ts';

/** "python-processes did not finish: out of memory, 0 of 3 runs finished (memory reached 4.00 GiB)". */
export function finishClause({ result, found }: FinishOutcome, wording: Wording): Clause {
  const subject = nameOf(wording, result.id);
  if (found === 'finished') return [subject, words(' finished '), number(runsOf(result))];
  const [reason] = result.reasons;
  const because = reason === undefined ? '' : ` (${reason})`;
  if (found === 'finished-some') {
    return [subject, words(' finished '), number(runsOf(result)), words(`: ${lostRuns(result)}${because}`)];
  }
  const how = Object.keys(failures(result)).map((one) => wordsOfOutcome(one as Outcome));
  return [
    subject,
    words(` did not finish: ${how.join(', ')}, `),
    number(runsOf(result)),
    words(` finished${because}`),
  ];
}

/** "3 timed out, 1 failed". */
function lostRuns(result: ContestantResult): string {
  const lost = Object.entries(failures(result)) as [Outcome, number][];
  return lost.map(([outcome, times]) => `${formatCount(times)} ${wordsOfOutcome(outcome)}`).join(', ');
}

/** Runs that were started and did not finish, by outcome. */
function failures({ outcomes }: ContestantResult): Partial<Record<Outcome, number>> {
  const { measured: _, unavailable: __, 'not-attempted': ___, ...lost } = outcomes;
  return lost;
}

/** "duso takes 24 ms until all have reported, timed inside the program, on 2 cores (95% interval …)". */
export function valueClause(outcome: ValueOutcome, wording: Wording): Clause {
  const { place, measure, of, estimate } = outcome;
  const how = measureWords(measure, place.definition);
  // As the table of the case prints it: one scale and the same decimals for all contestants.
  const column: Estimate[] = place.result.contestants
    .filter((one) => one.controlOf === undefined && one.finished > 0 && one.id !== of)
    .flatMap((one) => one.estimates[measure.id] ?? []);
  const shown = formatColumn([estimate, ...column], measure.unit)[0]!;
  return [
    nameOf(wording, of),
    words(` ${how.verb.one} `),
    number(shown.point),
    words(`${how.of}${conditions(wording, place, how)}`),
    intervalPiece(wording, shown, estimate.level),
    ...unfinishedNotes(wording, place, [of]),
  ];
}
