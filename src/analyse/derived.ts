/** Figures made from several measures of a run, or from two sizes: computed run by run, then their median. */
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session } from '../store/schema.ts';
import { ESTIMATE_LEVEL } from './contestant.ts';
import { roundInterval, toEstimate } from './estimate.ts';
import {
  contestantsOf,
  growthRounds,
  rangeOf,
  sizesOf,
  type GrowthRound,
  type Range,
} from './growth-sizes.ts';
import { medianInterval, type Interval } from './interval.ts';
import { settingOf, type Setting } from './subject.ts';
import type { Estimate } from './types.ts';

/** A figure with what it rests on. */
export interface Derived {
  readonly estimate: Estimate;
  /** Counted runs; as many as the estimate's n is short of them lack a part of the figure. */
  readonly runs: number;
}

/**
 * Median, with its 95% interval, of a figure computed from each counted run. A run that did not
 * finish counts as beyond all that did; of a run that lacks a part of the figure nothing is known.
 *
 * @param figure of one record, in any unit
 * @returns `undefined` where no run has the figure
 */
export function derivedEstimate(
  setting: Setting,
  contestant: string,
  figure: (record: InvocationRecord) => number | undefined,
): Derived | undefined {
  const subject = setting.subjects.find((one) => one.contestant.id === contestant);
  const runs = subject?.runs ?? [];
  const values = runs.flatMap(({ finished, record }) =>
    finished ? (figure(record) ?? []) : [Number.POSITIVE_INFINITY],
  );
  if (!values.some(Number.isFinite)) return undefined;
  return { estimate: toEstimate(medianInterval(values, ESTIMATE_LEVEL)), runs: runs.length };
}

export interface Fit {
  readonly contestant: string;
  /** The measured sizes between which it was interpolated. */
  readonly from: number;
  readonly to: number;
  /** How many units keep the measure within the limit: +∞ for any number, −∞ for none. */
  readonly units: Interval;
  /** Rounds that both sizes have; as many as n is short of them lack a value. */
  readonly rounds: number;
  /** Rounds, of those with values, in which the measure did not grow. */
  readonly withoutGrowth: number;
}

/**
 * How many units of the scale keep a measure within a limit: in each round
 * from + (limit − M(from)) · (to − from) / (M(to) − M(from)), then the median with its 95%
 * interval. In a round without growth any number does if M(from) is within the limit, else none.
 * Beyond the sizes that were measured it says nothing but that it lies beyond.
 *
 * @param limit in the measure's own unit
 */
export function fitsWithin(
  limit: number,
  growth: Session['growth'][number],
  settings: readonly Setting[],
): Fit[] {
  const sizes = sizesOf(growth, settings);
  return contestantsOf(sizes).flatMap((contestant) => {
    const range = rangeOf([contestant], sizes);
    if (range === undefined || !range.isDecisive) return [];
    const rounds = growthRounds(contestant, range);
    const units = rounds.flatMap((round) => unitsIn(round, limit, range) ?? []);
    if (units.length === 0) return [];
    return [
      {
        contestant,
        from: range.from.scale,
        to: range.to.scale,
        units: roundInterval(medianInterval(units, ESTIMATE_LEVEL)),
        rounds: rounds.length,
        withoutGrowth: units.filter((one) => !Number.isFinite(one)).length,
      },
    ];
  });
}

/** Units within the limit by the line through both sizes of one round; `undefined` without a value. */
function unitsIn(
  { small, large }: GrowthRound,
  limit: number,
  { from: { scale: from }, to: { scale: to } }: Range,
): number | undefined {
  if (small === undefined || large === undefined) return undefined;
  if (large > small) return from + ((limit - small) * (to - from)) / (large - small);
  return limit >= small ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** Settings of some cases of a session, for figures beside the stored results. */
export function settingsOf(
  session: Session,
  cases: readonly string[],
  records: readonly InvocationRecord[],
): Setting[] {
  return session.cases
    .filter(({ id }) => cases.includes(id))
    .map((aCase) => settingOf(aCase, session.launcher.method, records));
}
