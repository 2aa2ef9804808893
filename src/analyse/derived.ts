/** Figures made from several measures of a run, or from two sizes: computed run by run, then their median. */
import type { InvocationRecord, Session } from '../store/schema.ts';
import { ESTIMATE_LEVEL } from './contestant.ts';
import { toEstimate } from './estimate.ts';
import { contestantsOf, growthPairs, rangeOf, sizesOf } from './growth-sizes.ts';
import { medianInterval } from './interval.ts';
import { settingOf, type Setting } from './subject.ts';
import type { Estimate } from './types.ts';

/**
 * Median, with its 95% interval, of a figure computed from each counted run. A run that did not
 * finish counts as beyond all that did; a run without the figure doesn't count.
 *
 * @param figure of one record, in any unit
 * @returns `undefined` where no run has the figure
 */
export function derivedEstimate(
  setting: Setting,
  contestant: string,
  figure: (record: InvocationRecord) => number | undefined,
): Estimate | undefined {
  const subject = setting.subjects.find((one) => one.contestant.id === contestant);
  const values = (subject?.runs ?? []).flatMap(({ finished, record }) =>
    finished ? (figure(record) ?? []) : [Number.POSITIVE_INFINITY],
  );
  if (!values.some(Number.isFinite)) return undefined;
  return toEstimate(medianInterval(values, ESTIMATE_LEVEL));
}

export interface Fit {
  readonly contestant: string;
  /** The measured sizes between which it was interpolated. */
  readonly from: number;
  readonly to: number;
  /** How many units keep the measure within the limit, by the line through both sizes. */
  readonly units: Estimate;
}

/**
 * How many units of the scale keep a measure within a limit: in each round
 * from + (limit − M(from)) · (to − from) / (M(to) − M(from)), then the median. Beyond the sizes
 * that were measured it says nothing but that it lies beyond.
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
    const { scale: from } = range.from;
    const { scale: to } = range.to;
    const units = growthPairs(contestant, range, growth).flatMap(({ small, large }) =>
      large > small ? [from + ((limit - small) * (to - from)) / (large - small)] : [],
    );
    if (units.length === 0) return [];
    return [{ contestant, from, to, units: toEstimate(medianInterval(units, ESTIMATE_LEVEL)) }];
  });
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
