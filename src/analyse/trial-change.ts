/** What the runs of a trial say: base, base again and head, round by round. */
import type { Difference } from '../plan/changed.ts';
import { statedMeasureSchema } from '../quantity/measure.ts';
import { isTime } from '../quantity/units.ts';
import { cpuTime } from '../quantity/usual.ts';
import type { Trial } from '../plan/trials.ts';
import {
  FEWEST_ROUNDS,
  MOST_ROUNDS,
  type Change,
  type MeasuredChange,
} from '../store/comparison.ts';
import { LONGEST_NAME } from '../store/ids.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';
import { measureChange } from './change.ts';
import { measureValue } from './measures.ts';
import { hasResult, ran } from './runs.ts';

/** Beside a time stands the CPU time: it varies little where other programs use the machine. */
const ownTime: SessionMeasure = statedMeasureSchema.parse(cpuTime());

/** A difference that no trial was made of. */
export function changeWithoutTrial(difference: Difference): Change {
  const { case: id, contestant } = difference;
  const place = { case: id, contestant };
  switch (difference.state) {
    case 'comparable':
      return { ...place, state: 'not measured here', why: 'it was not tried' };
    case 'needs a new reference':
    case 'not measured here':
      return { ...place, state: difference.state, why: difference.why };
    case 'new':
    case 'removed':
      return { ...place, state: difference.state };
  }
}

/**
 * A trial's change.
 *
 * @param all records of the session
 */
export function changeOfTrial(trial: Trial, all: readonly InvocationRecord[]): Change {
  const { difference, planned, compares } = trial;
  const { case: id, contestant } = difference;
  const place = { case: id, contestant };
  const records = all.filter((record) => record.case === planned.entry.id && hasResult(record));
  const failed =
    disagreementOf(records) ?? failureOf(records, 'head') ?? failureOf(records, 'base');
  if (failed !== undefined) return { ...place, ...failed };
  const obstacle = records.find(({ outcome }) => outcome === 'not-attempted');
  if (obstacle !== undefined)
    return { ...place, state: 'not measured here', why: obstacle.reason ?? 'not attempted' };
  if (!compares) return changeWithoutTrial(difference);

  const rounds = completeRounds(records, planned.entry);
  if (rounds.length < FEWEST_ROUNDS) {
    const isRight = records.some(({ contestant }) => contestant === 'head');
    const answer = isRight ? '; its answer is right' : '';
    const why = `did not fit in the budget: ${rounds.length} of ${FEWEST_ROUNDS} rounds${answer}`;
    return { ...place, state: 'not measured here', why };
  }
  const measures = measuresOf(planned.entry, rounds);
  if (measures.length === 0)
    return { ...place, state: 'not measured here', why: 'no measure has a value in every round' };
  return { ...place, state: 'measured', measures };
}

/** The records of one round in which all three finished. */
interface Round {
  readonly base: InvocationRecord;
  readonly again: InvocationRecord;
  readonly head: InvocationRecord;
}

function completeRounds(records: readonly InvocationRecord[], aCase: SessionCase): Round[] {
  const most = Math.min(aCase.rounds, MOST_ROUNDS);
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((round) => {
    const of = (contestant: string): InvocationRecord | undefined =>
      records.find((record) => record.round === round && record.contestant === contestant);
    const [base, again, head] = [of('base'), of('base-again'), of('head')];
    return base && again && head ? [{ base, again, head }] : [];
  });
}

/** The main measure, or the first that all rounds have a value of; with the CPU time beside a time. */
function measuresOf(aCase: SessionCase, rounds: readonly Round[]): MeasuredChange[] {
  const [main] = aCase.measures.flatMap((measure) => changeIn(measure, aCase, rounds));
  if (main === undefined) return [];
  if (!isTime(main.measure.unit) || main.measure.id === ownTime.id) return [main];
  const own = aCase.measures.find(({ id }) => id === ownTime.id) ?? ownTime;
  return [main, ...changeIn(own, aCase, rounds)];
}

/** The change of a measure; none where a run has no value of it, or one without a ratio. */
function changeIn(
  measure: SessionMeasure,
  aCase: SessionCase,
  rounds: readonly Round[],
): MeasuredChange[] {
  const valuesOf = (side: keyof Round): number[] =>
    rounds.map((round) => measureValue(round[side], measure, aCase) ?? 0);
  const values = { base: valuesOf('base'), again: valuesOf('again'), head: valuesOf('head') };
  if (!Object.values(values).flat().every(isPositive)) return [];
  const { id, title, unit, resolution } = measure;
  const named = {
    id,
    title: title.slice(0, LONGEST_NAME),
    unit,
    ...(resolution !== undefined && { resolution }),
  };
  return [measureChange(named, values)];
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

type Failed = Pick<
  Change & { readonly state: 'did not finish' },
  'state' | 'side' | 'outcome' | 'finished' | 'attempted' | 'why'
>;

/**
 * Base and head had to give the same and didn't. Which of the two a run blames is chance, so it is told by
 * who differs: a side that gives something else another time, else head from base.
 */
function disagreementOf(records: readonly InvocationRecord[]): Failed | undefined {
  const wrong = records.filter(({ outcome }) => outcome === 'wrong-answer');
  if (wrong.length === 0 || wrong.some(({ gave }) => gave === undefined)) return undefined;
  const sides = { base: givenBy(records, 'base'), head: givenBy(records, 'head') };
  for (const side of ['base', 'head'] as const) {
    const [one, other] = sides[side];
    if (one !== undefined && other !== undefined)
      return failedAs(records, side, `${side} gives ${one} one time, and ${other} another`);
  }
  const [base, head] = [sides.base[0], sides.head[0]];
  if (base === undefined || head === undefined || base === head) return undefined;
  const why = `head gives ${head}, and base gives ${base}: nobody knows which is right`;
  return failedAs(records, 'head', why);
}

/** How what a side gave begins, each once. */
function givenBy(records: readonly InvocationRecord[], side: 'base' | 'head'): string[] {
  const given = records.flatMap(({ contestant, gave }) =>
    gave !== undefined && contestant.startsWith(side) ? [gave] : [],
  );
  return [...new Map(given.map(({ sha256, begins }) => [sha256, begins])).values()];
}

function failedAs(
  records: readonly InvocationRecord[],
  side: 'base' | 'head',
  why: string,
): Failed {
  const own = records.filter(
    ({ contestant, outcome }) => contestant.startsWith(side) && ran(outcome),
  );
  const finished = own.filter(({ outcome }) => outcome === 'measured').length;
  const attempted = own.length;
  return { state: 'did not finish', side, outcome: 'wrong-answer', finished, attempted, why };
}

/** How a side failed, warm-up included: a wrong answer before anything else. */
function failureOf(
  records: readonly InvocationRecord[],
  side: 'base' | 'head',
): Failed | undefined {
  const own = records.filter(
    ({ contestant, outcome }) => contestant.startsWith(side) && ran(outcome),
  );
  const bad = own.filter(({ outcome }) => outcome !== 'measured');
  const worst = bad.find(({ outcome }) => outcome === 'wrong-answer') ?? bad[0];
  if (worst === undefined || worst.outcome === 'measured' || worst.outcome === 'unavailable')
    return undefined;
  return {
    state: 'did not finish',
    side,
    outcome: worst.outcome,
    finished: own.length - bad.length,
    attempted: own.length,
    why: worst.reason ?? worst.outcome,
  };
}
