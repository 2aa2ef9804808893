/** Two contestants by one measure: less, more, the same, or no difference shown. */
import { aheadOf } from '../../analyse/ahead.ts';
import type { Comparison } from '../../analyse/types.ts';
import type { CompareOutcome, Decision } from '../../claims/decided.ts';
import { contestantIn, type MeasuredEvidence } from '../../claims/evidence.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { flip, negate } from '../../analyse/flip.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatValue } from '../format/value.ts';
import {
  circumstances,
  conditions,
  intervalPiece,
  endedWords,
  unfinishedNotes,
  withoutInterval,
} from './endings.ts';
import { evenClause } from './even-clause.ts';
import { openRider } from './mattering-words.ts';
import { measureWords } from './measure-words.ts';
import { number, words, type Clause } from './pieces.ts';
import { nameOf, type Wording } from './wording.ts';

/** What a comparison is told from: `verdict` and `comparison` are of `a` against `b`. */
export interface Told {
  readonly place: MeasuredEvidence;
  readonly measure: SessionMeasure;
  readonly a: string;
  readonly b: string;
  readonly verdict: Decision;
  readonly comparison: Comparison;
  /** A further condition, without a comma. */
  readonly note?: string;
}

/** The clause of a claim that compares. */
export function compareClause(outcome: CompareOutcome, wording: Wording): Clause {
  const { a, b } = outcome;
  let clause = toldClause(toldFrom({ ...outcome, a: a.id, b: b.id }), wording);
  for (const { id, bestOf } of [a, b]) {
    if (bestOf !== undefined) clause = withApposition(clause, id, `the best of ${bestOf}`);
  }
  return clause;
}

/** The same, with the comparison turned to `a` against `b`. */
export function toldFrom(told: Told): Told {
  const { comparison, a } = told;
  return comparison.a === a ? told : { ...told, comparison: flip(comparison) };
}

/** A measure whose scenario says only what difference matters is told as a difference. */
export function toldClause(told: Told, wording: Wording): Clause {
  const notes = unfinishedNotes(wording, told.place, [told.a, told.b]);
  if (told.verdict.kind === 'same' || told.verdict.kind === 'no difference shown') {
    return [...evenClause(told, wording), ...notes];
  }
  const clause =
    told.measure.matters?.ratio === undefined
      ? differenceClause(told, wording)
      : ratioClause(told, wording);
  const rider = openRider(told.verdict, told.measure, wording);
  return clause === undefined
    ? [...aheadClause(told, wording), ...rider]
    : [...clause, ...rider, ...notes];
}

/**
 * "threads takes 1.47 times as long as fibres (99% interval 1.44–1.50; on 2 cores)": told
 * from the larger side. `undefined` where too few runs finished for any number.
 */
function ratioClause(told: Told, wording: Wording): Clause | undefined {
  const { ratio, a, b } = told.verdict.kind === 'more' ? told.comparison : flip(told.comparison);
  if (ratio === null || ratio.lower === null) return undefined;
  const how = measureWords(told.measure, told.place.definition, wording.form);
  const shown = formatEstimate(ratio, 'ratio');
  const isOpen = ratio.point === null || ratio.upper === null;
  const around = circumstances(wording, told.place, how);
  const times = ratio.point === null ? `at least ${shown.lower} times` : `${shown.point} times`;
  return [
    nameOf(wording, a),
    words(` ${how.verb.one} `),
    number(times),
    words(` ${how.asMuch} as `),
    nameOf(wording, b),
    words(conditions(told.place, how, ...notesOf(told))),
    ...(isOpen ? withoutInterval(around) : [intervalPiece(wording, shown, ratio.level, around)]),
  ];
}

/**
 * "fibres needs 190 ms less beyond the waiting than threads (…)"; of what is left of a whole the wholes
 * come first: "fibres takes 5.05 s until the last answer and threads 5.24 s: 190 ms less (…)".
 */
function differenceClause(told: Told, wording: Wording): Clause | undefined {
  const isLess = told.verdict.kind === 'less';
  const { difference } = told.comparison;
  if (difference === null || difference.point === null) return undefined;
  const size = isLess ? negate(difference) : difference;
  const wholes = wholesOf(told);
  const how = measureWords(wholes?.measure ?? told.measure, told.place.definition, wording.form);
  const shown = formatEstimate(size, told.measure.unit);
  const isOpen = size.upper === null || size.lower === null;
  const amount = [number(shown.point), words(` ${isLess ? how.less : how.more}`)];
  const around = circumstances(wording, told.place, how);
  const end = isOpen
    ? withoutInterval(around)
    : [intervalPiece(wording, shown, size.level, around)];
  const [a, b] = [nameOf(wording, told.a), nameOf(wording, told.b)];
  const verb = words(` ${how.verb.one} `);
  if (wholes === undefined) {
    const after = words(conditions(told.place, how, ...notesOf(told)));
    return [a, verb, ...amount, words(' than '), b, after, ...end];
  }
  const [first, second] = wholes.values;
  const after = words(conditions(told.place, { ...how, after: '' }, ...notesOf(told)));
  return [
    a,
    verb,
    words(`${first}${how.after} and `),
    b,
    words(` ${second}: `),
    ...amount,
    after,
    ...end,
  ];
}

function notesOf({ note }: Told): string[] {
  return note === undefined ? [] : [note];
}

/** Medians of the whole, where the measure is what is left of it beyond the floor. */
function wholesOf({ measure, place, a, b }: Told) {
  const { source } = measure;
  if (source.from !== 'floor') return undefined;
  const of = source.of ?? 'wall';
  const whole = place.definition.measures.find(({ id }) => id === of);
  const values = [a, b].map((id) => {
    const point = contestantIn(place, id)?.estimates[of]?.point;
    return typeof point === 'number' && whole ? formatValue(point, whole.unit) : undefined;
  });
  const [first, second] = values;
  if (whole === undefined || first === undefined || second === undefined) return undefined;
  return { measure: whole, values: [first, second] as const };
}

/** "fibres is ahead of processes, which finished 0 of 12 runs": too few runs for a number. */
function aheadClause(told: Told, wording: Wording): Clause {
  const side = aheadOf(told.verdict, told.measure);
  const [ahead, behind] = side === 'b' ? [told.b, told.a] : [told.a, told.b];
  const result = contestantIn(told.place, behind);
  const which = result === undefined ? '' : `, which ${endedWords(result)}`;
  return [nameOf(wording, ahead), words(' is ahead of '), nameOf(wording, behind), words(which)];
}

/** The clause with a remark between commas after a contestant's name. */
function withApposition(clause: Clause, contestant: string, remark: string): Clause {
  const at = clause.findIndex(
    (piece) => piece.kind === 'name' && piece.mark.contestant === contestant,
  );
  const next = clause[at + 1]?.text ?? '';
  const closing = next === '' || /^[,;:]/.test(next) ? '' : ',';
  return [...clause.slice(0, at + 1), words(`, ${remark}${closing}`), ...clause.slice(at + 1)];
}
