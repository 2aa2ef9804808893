/** What ends a clause: conditions, the interval with the circumstances, runs that did not finish. */
import { endOf, type End } from '../../analyse/end.ts';
import type { ContestantResult } from '../../analyse/types.ts';
import { contestantIn, type MeasuredEvidence } from '../../claims/evidence.ts';
import type { FormattedEstimate } from '../format/estimate.ts';
import { withSymbol } from '../format/number.ts';
import { formatLevel, formatOutOf } from '../format/value.ts';
import type { MeasureWords } from './measure-words.ts';
import { words, type Piece } from './pieces.ts';
import { coresOf, nameOf, type Wording } from './wording.ts';

/**
 * Conditions of a comparison, after its object: " until all have reported, to within 2%".
 *
 * @param further conditions without commas
 */
export function conditions(
  place: MeasuredEvidence,
  { after }: MeasureWords,
  ...further: readonly string[]
): string {
  const notes = [...further, ...(place.result.saturated ? ['with all contestants saturated'] : [])];
  return after + notes.map((one) => `, ${one}`).join('');
}

/** What holds for a whole section and stands in the parentheses of its first clause: "timed inside the program, on 2 cores". */
export function circumstances(
  wording: Wording,
  place: MeasuredEvidence,
  { inside }: MeasureWords,
): string {
  if (wording.form === 'short') return '';
  return `${inside ? 'timed inside the program, ' : ''}on ${coresOf(place)}`;
}

/**
 * " (99% interval 1.44–1.50; on 2 cores)", in the short form " (1.44–1.50)".
 *
 * @param around the circumstances; empty where they have been said
 * @param before what the number is, if that has to be said: "ratio 1.002, "
 */
export function intervalPiece(
  { form }: Wording,
  { interval, unit, intervalIsWords, isNamed }: FormattedEstimate,
  level: number,
  around: string,
  before = '',
): Piece {
  const shown = intervalIsWords ? interval : withSymbol(interval, unit);
  const named = form === 'short' || isNamed ? shown : `${formatLevel(level)} interval ${shown}`;
  const end = around === '' ? '' : `; ${around}`;
  return { kind: 'interval', text: ` (${before}${named}${end})` };
}

/** The circumstances of a clause that has no interval: " (on 2 cores)". */
export function withoutInterval(around: string): Piece[] {
  return around === '' ? [] : [{ kind: 'interval', text: ` (${around})` }];
}

/** "; threads finished 9 of 12 runs", "; tasks was right in 0 of 3 runs": always said of those that lost runs. */
export function unfinishedNotes(
  wording: Wording,
  place: MeasuredEvidence,
  ids: readonly string[],
): Piece[] {
  return ids.flatMap((id) => {
    const result = contestantIn(place, id);
    if (result === undefined || result.finished === result.attempted) return [];
    return [words('; '), nameOf(wording, id), words(` ${endedWords(result)}`)];
  });
}

interface Ended {
  readonly finished: number;
  readonly attempted: number;
  /** Absent: they did not finish. */
  readonly end?: End;
}

/** "finished" and "9 of 12 runs", "was right in" and "0 of 3 runs", "failed in" and "3 of 3 runs". */
export function endedIn({ finished, attempted, end }: Ended): {
  readonly verb: string;
  readonly runs: string;
} {
  if (end === 'failed')
    return { verb: 'failed in', runs: runsOf({ finished: attempted - finished, attempted }) };
  return {
    verb: end === 'wrong' ? 'was right in' : 'finished',
    runs: runsOf({ finished, attempted }),
  };
}

/** "finished 9 of 12 runs", of what a reason states or of a result. */
export function endedWords(of: Ended | ContestantResult): string {
  const { verb, runs } = endedIn('outcomes' in of ? { ...of, end: endOf(of) } : of);
  return `${verb} ${runs}`;
}

/** "9 of 12 runs". */
export function runsOf({
  finished,
  attempted,
}: {
  readonly finished: number;
  readonly attempted: number;
}): string {
  return `${formatOutOf(finished, attempted)} ${attempted === 1 ? 'run' : 'runs'}`;
}
