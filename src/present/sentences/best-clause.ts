/** Who needs least: alone, with the distance to the next, or as a tie group. */
import { invert } from '../../analyse/verdict.ts';
import type { Estimate } from '../../analyse/types.ts';
import type { BestOutcome, Next, WinnerOutcome } from '../../claims/decided.ts';
import { betterOf } from '../../quantity/measure.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { flip, negate } from '../../analyse/flip.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { toldClause, toldFrom } from './compare-clause.ts';
import {
  circumstances,
  conditions,
  intervalPiece,
  unfinishedNotes,
  withoutInterval,
} from './endings.ts';
import { openEnd, openRider } from './mattering-words.ts';
import { measureWords, type MeasureWords } from './measure-words.ts';
import { listed, number, words, type Clause, type Piece } from './pieces.ts';
import { reasonWords } from './reason-words.ts';
import { nameOf, type Wording } from './wording.ts';

/**
 * "tasks needs the least peak memory of 5 contestants: fibres, next, needs 1.68 times as much
 * (99% interval 1.66–1.71; on 2 cores)", or "tasks and fibres need the least peak memory of 5
 * contestants, neither shown to be ahead (on 2 cores)".
 */
export function bestClause(outcome: BestOutcome, wording: Wording): Clause {
  const { best, place, rivals, among } = outcome;
  if (best.kind !== 'best') throw new Error('A best that was not decided has no clause.');
  const base = measureWords(outcome.measure, place.definition, wording.form);
  const who = among === undefined ? 'contestants' : `${among} contestants`;
  const how = { ...base, after: ` of ${formatCount(rivals.length)} ${who}${base.after}` };
  const names = listed(best.ids.map((id) => nameOf(wording, id)));
  const notes = unfinishedNotes(wording, place, rivals);
  if (best.ids.length === 1) {
    const said = ` ${how.verb.one} ${mostOf(outcome.measure, how)}${conditions(place, how)}`;
    const next = nextPieces(outcome, how, wording);
    return [...names, words(said), ...next, ...openPieces(outcome, wording), ...notes];
  }
  const nobody = best.ids.length === 2 ? 'neither' : 'none of them';
  const ends = conditions(place, how, `${nobody} shown to be ahead`);
  return [
    ...names,
    words(` ${how.verb.many} ${mostOf(outcome.measure, how)}${ends}`),
    ...withoutInterval(circumstances(wording, place, how)),
    ...notes,
  ];
}

/** What is best of it: "the least time", "the fewest entries", "the most lines per second". */
function mostOf(measure: SessionMeasure, { as, object, noun }: MeasureWords): string {
  const isCounted = as === 'as many';
  const what = isCounted ? object : noun;
  if (betterOf(measure) === 'more') return `the most ${what}`;
  return `${isCounted ? 'the fewest' : 'the least'} ${what}`;
}

/**
 * ": fibres, next, needs 1.68 times as much (99% interval 1.66–1.71)"; where more is better, told from the
 * larger side too: ": 1.40 times as many as fibres, next".
 */
function nextPieces(
  { next, measure, place }: BestOutcome,
  how: MeasureWords,
  wording: Wording,
): Piece[] {
  const around = circumstances(wording, place, how);
  const distance = next && distanceTo(next, measure);
  if (next === undefined || distance === undefined) return withoutInterval(around);
  const { estimate, byDifference } = distance;
  const shown = formatEstimate(estimate, byDifference ? measure.unit : 'ratio');
  const amount = byDifference ? shown.point : `${shown.point} times`;
  const interval = intervalPiece(wording, shown, estimate.level, around);
  if (betterOf(measure) === 'more')
    return [
      words(': '),
      number(amount),
      words(byDifference ? ' more than ' : ` ${how.as} as `),
      nameOf(wording, next.id),
      words(', next'),
      interval,
    ];
  return [
    words(': '),
    nameOf(wording, next.id),
    words(`, next, ${how.verb.one} `),
    number(amount),
    words(byDifference ? ' more' : ` ${how.as}`),
    interval,
  ];
}

/**
 * ", and whether that matters (at least 5%) is open" of the next alone; of others, or of several,
 * ", and against fibres and threads, whether that matters (at least 5%) is open".
 */
function openPieces({ best, next, measure }: BestOutcome, wording: Wording): Piece[] {
  if (best.kind !== 'best' || best.open.length === 0) return [];
  if (next !== undefined && best.open.length === 1 && best.open[0] === next.id)
    return openRider(next.comparison.verdict, measure, wording);
  const names = listed(best.open.map((id) => nameOf(wording, id)));
  return [words(', and against '), ...names, words(`, whether that ${openEnd(measure)}`)];
}

/** The next one against the leader, or the leader against it where more is better; `undefined` where too few of its runs finished. */
function distanceTo(
  { id, comparison }: Next,
  measure: SessionMeasure,
): { estimate: Estimate; byDifference: boolean } | undefined {
  const byDifference = measure.matters?.ratio === undefined;
  const isTold = (comparison.a === id) === (betterOf(measure) !== 'more');
  const { ratio, difference } = isTold ? comparison : flip(comparison);
  const estimate = byDifference ? difference : ratio;
  if (estimate === null || estimate.point === null || estimate.upper === null) return undefined;
  const isTurned = byDifference && estimate.point < 0;
  return { estimate: isTurned ? negate(estimate) : estimate, byDifference };
}

/** Best variant against best variant: the clause of their comparison, with who they stand for. */
export function winnerClause(outcome: WinnerOutcome, wording: Wording): Clause {
  const { best, next, place, measure } = outcome;
  if (best.kind !== 'best' || next === undefined) {
    throw new Error('A use case without a decided comparison has no winner to name.');
  }
  const [a] = best.ids;
  const { comparison } = next;
  const verdict = comparison.a === a ? comparison.verdict : invert(comparison.verdict);
  if (verdict.kind === 'not decided') throw new Error(reasonWords(verdict.reason));
  // The short form stands in tables that say so in their caption.
  const isSaid = wording.form === 'short' || hasOneVariantEach(outcome);
  const note = isSaid ? {} : { note: 'each the best of its runtime' };
  const told = toldFrom({ place, measure, a, b: next.id, verdict, comparison, ...note });
  return toldClause(told, wording);
}

/** Nobody was chosen from several. */
function hasOneVariantEach({ place, runtimes }: WinnerOutcome): boolean {
  const taking = place.result.contestants.filter((one) => one.controlOf === undefined && !one.once);
  const held = taking.map((one) => runtimes[one.id]);
  return new Set(held).size === held.length;
}
