/** What ends a clause: conditions, the machine, the interval, runs that did not finish. */
import { contestantIn, type MeasuredEvidence } from '../../claims/evidence.ts';
import type { FormattedEstimate } from '../format/estimate.ts';
import { withSymbol } from '../format/number.ts';
import { formatLevel, formatOutOf } from '../format/value.ts';
import type { MeasureWords } from './measure-words.ts';
import { words, type Piece } from './pieces.ts';
import { nameOf, onMachine, type Wording } from './wording.ts';

/**
 * Conditions of a comparison, after its object: " until all have reported, timed inside the
 * program, on 2 cores".
 *
 * @param further conditions that come first, without commas
 */
export function conditions(
  wording: Wording,
  place: MeasuredEvidence,
  { after, inside }: MeasureWords,
  ...further: readonly string[]
): string {
  const notes = [
    ...further,
    ...(inside ? ['timed inside the program'] : []),
    ...(place.result.saturated ? ['with all contestants saturated'] : []),
  ];
  const said = after + notes.map((one) => `, ${one}`).join('');
  const machine = onMachine(wording, place);
  return machine !== '' && said.includes(',') ? `${said},${machine}` : said + machine;
}

/** " (99% interval 1.44–1.50)", in the short form " (1.44–1.50)"; with what the number is, if asked. */
export function intervalPiece(
  { form }: Wording,
  { interval, unit, intervalIsWords, isNamed }: FormattedEstimate,
  level: number,
  before = '',
): Piece {
  const shown = intervalIsWords ? interval : withSymbol(interval, unit);
  const named = form === 'short' || isNamed ? shown : `${formatLevel(level)} interval ${shown}`;
  return { kind: 'interval', text: ` (${before}${named})` };
}

/** "; threads finished 9 of 12 runs": always said of those that lost runs. */
export function unfinishedNotes(
  wording: Wording,
  place: MeasuredEvidence,
  ids: readonly string[],
): Piece[] {
  return ids.flatMap((id) => {
    const result = contestantIn(place, id);
    if (result === undefined || result.finished === result.attempted) return [];
    return [words('; '), nameOf(wording, id), words(` finished ${runsOf(result)}`)];
  });
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
