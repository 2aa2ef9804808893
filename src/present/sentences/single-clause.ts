/** Clauses about one contestant: whether it finishes, what it needs. */
import type { ContestantResult, Estimate } from '../../analyse/types.ts';
import type { FinishOutcome, ValueOutcome } from '../../claims/decided.ts';
import type { MeasuredEvidence } from '../../claims/evidence.ts';
import { isPartOfMachine, isRate } from '../../quantity/units.ts';
import type { Outcome } from '../../store/record-schema.ts';
import { formatColumn, type FormattedEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { lowConcurrencyWords, mainReason, wordsOfOutcome } from '../words.ts';
import { circumstances, conditions, intervalPiece, runsOf, unfinishedNotes } from './endings.ts';
import { measureWords } from './measure-words.ts';
import { number, words, type Clause } from './pieces.ts';
import { coresOf, nameOf, type Wording } from './wording.ts';

/** Outcomes of runs that finished, and of those that were never started. */
const NO_FAILURES: readonly Outcome[] = ['measured', 'unavailable', 'not-attempted'];

/** "processes finished 0 of 3 runs: memory reached the cap of 4 GiB". */
export function finishClause({ result, found, place }: FinishOutcome, wording: Wording): Clause {
  const subject = nameOf(wording, result.id);
  if (found === 'finished') {
    const low = lowConcurrencyWords(result, place.result.parameters);
    const atOnce = low === undefined ? [] : [words(`, with ${low}`)];
    return [subject, words(' finished '), number(runsOf(result)), ...atOnce];
  }
  const reason = mainReason(result);
  const because = reason === undefined ? '' : ` (${reason})`;
  if (found === 'finished-some') {
    return [
      subject,
      words(' finished '),
      number(runsOf(result)),
      words(`: ${lostRuns(result)}${because}`),
    ];
  }
  return [
    subject,
    words(' finished '),
    number(runsOf(result)),
    words(`: ${reason ?? lostRuns(result)}`),
  ];
}

/** "3 timed out, 1 failed". */
function lostRuns(result: ContestantResult): string {
  return failures(result)
    .map(([outcome, times]) => `${formatCount(times)} ${wordsOfOutcome(outcome)}`)
    .join(', ');
}

/** Runs that were started and did not finish, by outcome. */
function failures({ outcomes }: ContestantResult): [Outcome, number][] {
  const entries = Object.entries(outcomes) as [Outcome, number][];
  return entries.filter(([outcome]) => !NO_FAILURES.includes(outcome));
}

/** "fibres takes 24 ms until all have reported (95% interval …; timed inside the program, on 2 cores)". */
export function valueClause(outcome: ValueOutcome, wording: Wording): Clause {
  const { place, measure, of, estimate } = outcome;
  const how = measureWords(measure, place.definition, wording.form);
  // As the table of the case prints it: one scale and the same decimals for all contestants.
  const column: Estimate[] = place.result.contestants
    .filter((one) => one.controlOf === undefined && one.finished > 0 && one.id !== of)
    .flatMap((one) => one.estimates[measure.id] ?? []);
  const shown = formatColumn([estimate, ...column], measure.unit)[0]!;
  const ends = conditions(place, how);
  const said = isPartOfMachine(measure.unit)
    ? [number(busyOf(shown, wording, place)), words(how.of + ends)]
    : isRate(measure.unit)
      ? [number(shown.bare), words(` ${how.object}${ends}`)]
      : [number(shown.point), words(how.of + ends)];
  // The cores are in the number already.
  const around = isPartOfMachine(measure.unit) ? '' : circumstances(wording, place, how);
  return [
    nameOf(wording, of),
    words(` ${how.verb.one} `),
    ...said,
    intervalPiece(wording, shown, estimate.level, around),
    ...unfinishedNotes(wording, place, [of]),
  ];
}

/** "1.96 of 2 cores": the machine belongs to the number. */
function busyOf(
  { point, unit }: FormattedEstimate,
  wording: Wording,
  place: MeasuredEvidence,
): string {
  if (wording.form === 'short') return point;
  return `${point.slice(0, -unit.length - 1)} of ${coresOf(place)}`;
}
