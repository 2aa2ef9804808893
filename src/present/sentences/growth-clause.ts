/** What one further unit of the scale costs: of one contestant, or of two compared. */
import { pluralOf } from '../../quantity/plural.ts';
import type { GrowthOutcome, Range, SlopeOutcome } from '../../claims/decided.ts';
import { flip, negate } from '../../analyse/flip.ts';
import { formatColumn, formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { circumstances, conditions, intervalPiece } from './endings.ts';
import { within } from './even-clause.ts';
import { blocksNote, openRider } from './mattering-words.ts';
import { measureWords } from './measure-words.ts';
import { number, words, type Clause } from './pieces.ts';
import { nameOf, type Wording } from './wording.ts';

/**
 * "fibres needs 17.7 kB more peak memory per further worker than tasks, between 100 and
 * 10 000 workers (99% interval 17.2–18.1 kB; on 2 cores)".
 */
export function growthClause(outcome: GrowthOutcome, wording: Wording): Clause {
  const { place, measure, verdict, range } = outcome;
  const seen = outcome.comparison.a === outcome.a ? outcome.comparison : flip(outcome.comparison);
  const { difference } = seen;
  const how = measureWords(measure, place.definition, wording.form);
  const per = ` per further ${range.noun}`;
  const around = circumstances(wording, place, how);
  if (difference === null || difference.point === null) {
    throw new Error(
      `${outcome.a} and ${outcome.b} have a verdict on their growth without a number.`,
    );
  }
  const asMeasured = { matters: { difference: outcome.matters }, unit: measure.unit };
  if (verdict.kind === 'less' || verdict.kind === 'more') {
    const isLess = verdict.kind === 'less';
    const shown = formatEstimate(isLess ? negate(difference) : difference, measure.unit);
    return [
      nameOf(wording, outcome.a),
      words(` ${how.verb.one} `),
      number(shown.point),
      words(` ${isLess ? how.less : how.more}${per} than `),
      nameOf(wording, outcome.b),
      words(conditions(place, how, between(range))),
      intervalPiece(wording, shown, difference.level, around),
      ...openRider(verdict, asMeasured, wording),
    ];
  }
  const turned = difference.point < 0 ? flip(seen) : seen;
  const shown = formatEstimate(turned.difference ?? difference, measure.unit);
  const isSame = verdict.kind === 'same';
  const notes = [isSame ? within(asMeasured) : blocksNote(verdict)].filter(
    (one) => one !== undefined,
  );
  const ends = conditions(place, how, ...notes, between(range));
  const said = isSame
    ? ` ${how.verb.many} the same ${how.noun}${per}${ends}`
    : ` show no difference in ${how.noun}${per}${ends}`;
  return [
    nameOf(wording, turned.a),
    words(' and '),
    nameOf(wording, turned.b),
    words(said),
    intervalPiece(wording, shown, difference.level, around, `difference ${shown.point}, `),
  ];
}

/**
 * "fibres grows by 19.1 kB of peak memory per further worker, between 100 and 10 000 workers
 * (95% interval 18.9–19.3 kB; on 2 cores)".
 */
export function slopeClause(outcome: SlopeOutcome, wording: Wording): Clause {
  const { place, measure, slope, range, found } = outcome;
  const how = measureWords(measure, place.definition, wording.form);
  // As the table of slopes prints it: one scale and the same decimals for all of them.
  const shown = formatColumn([slope, ...outcome.all], measure.unit)[0]!;
  const per = ` per further ${range.noun}`;
  const around = circumstances(wording, place, how);
  const rest = conditions(place, how, between(range));
  const subject = nameOf(wording, outcome.of);
  const interval = intervalPiece(wording, shown, slope.level, around);
  if (found === 'grows') {
    return [
      subject,
      words(' grows by '),
      number(shown.point),
      words(`${how.of}${per}${rest}`),
      interval,
    ];
  }
  if (found === 'shrinks') {
    const turned = formatEstimate(negate(slope), measure.unit);
    const size = intervalPiece(wording, turned, slope.level, around);
    return [
      subject,
      words(' shrinks by '),
      number(turned.point),
      words(`${how.of}${per}${rest}`),
      size,
    ];
  }
  return [subject, words(` shows no growth in ${how.noun}${per}${rest}`), interval];
}

/** "between 100 and 10 000 workers". */
function between({ from, to, noun }: Range): string {
  return `between ${formatCount(from)} and ${formatCount(to)} ${pluralOf(noun)}`;
}
