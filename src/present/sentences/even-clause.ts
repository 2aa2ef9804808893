/** Nobody is ahead: the same to within what matters, or no difference shown. */
import type { Comparison } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { flip } from '../../analyse/flip.ts';
import { formatEstimate } from '../format/estimate.ts';
import { leastThatMatters } from '../matters.ts';
import type { Told } from './compare-clause.ts';
import { circumstances, conditions, intervalPiece, withoutInterval } from './endings.ts';
import { blocksNote } from './mattering-words.ts';
import { measureWords, type MeasureWords } from './measure-words.ts';
import { words, type Clause, type Piece } from './pieces.ts';
import { nameOf, type Wording } from './wording.ts';

/**
 * "tasks and fibres take the same time, to within 2% (ratio 1.002, 99% …)"; where no difference
 * is shown, "tasks and fibres can't be told apart by time (ratio, 99% interval 0.97–1.13; on 2 cores)".
 */
export function evenClause(told: Told, wording: Wording): Clause {
  const { measure, place, verdict, note } = told;
  const byDifference = measure.matters?.ratio === undefined;
  const seen = isLarger(told.comparison, byDifference) ? told.comparison : flip(told.comparison);
  const how = measureWords(measure, place.definition, wording.form);
  const isSame = verdict.kind === 'same';
  const notes = [isSame ? within(measure) : blocksNote(verdict), note].filter(
    (one) => one !== undefined,
  );
  const ends = conditions(place, how, ...notes);
  const isByBlocks = blocksNote(verdict) !== undefined;
  const said = isSame
    ? ` ${how.verb.many} ${sameOf(how)}${ends}`
    : isByBlocks
      ? ` show no difference in ${how.noun}${ends}`
      : ` can't be told apart by ${how.noun}${ends}`;
  return [
    nameOf(wording, seen.a),
    words(' and '),
    nameOf(wording, seen.b),
    words(said),
    ...distance(
      seen,
      measure,
      { byDifference, withPoint: isSame || isByBlocks },
      wording,
      circumstances(wording, place, how),
    ),
  ];
}

/** "the same time"; of what is counted "equally many lines per second". */
function sameOf({ as, object, noun }: MeasureWords): string {
  return as === 'as many' ? `equally many ${object}` : `the same ${noun}`;
}

/** The larger side comes first, as in every table. */
function isLarger({ ratio, difference }: Comparison, byDifference: boolean): boolean {
  const point = byDifference ? difference?.point : ratio?.point;
  return point === null || point === undefined || point >= (byDifference ? 0 : 1);
}

/** " (ratio 1.002, 99% interval 0.997–1.008; on 2 cores)". */
function distance(
  seen: Comparison,
  measure: SessionMeasure,
  { byDifference, withPoint }: { readonly byDifference: boolean; readonly withPoint: boolean },
  wording: Wording,
  around: string,
): Piece[] {
  const estimate = byDifference ? seen.difference : seen.ratio;
  if (estimate === null || estimate.point === null || estimate.upper === null)
    return withoutInterval(around);
  const shown = formatEstimate(estimate, byDifference ? measure.unit : 'ratio');
  const quantity = byDifference ? 'difference' : 'ratio';
  const before = withPoint ? `${quantity} ${shown.point}, ` : `${quantity} `;
  return [intervalPiece(wording, shown, estimate.level, around, before)];
}

/** "to within 2%", "to within 10% or 50 µs". */
export function within(measure: Pick<SessionMeasure, 'matters' | 'unit'>): string {
  return `to within ${leastThatMatters(measure, 'or')}`;
}
