/** What a change did to one measure of a program, from values that were measured in turns. */
import type { MeasuredChange } from '../store/comparison.ts';
import { ratioInterval } from './comparison.ts';
import { medianInterval, medianOf, type Interval } from './interval.ts';
import { roundInterval } from './estimate.ts';

/** What matters: a change is called one only where all of its interval lies beyond. */
const SMALLEST_CHANGE = 1.03;

/** Fewer rounds have no interval of this level. */
const COMPARISON_LEVEL = 0.99;
const ESTIMATE_LEVEL = 0.95;

type Ends = Pick<Interval, 'lower' | 'upper' | 'level'>;
type Verdict = Pick<MeasuredChange, 'verdict' | 'direction'>;

/**
 * Medians before and after, their ratio, the same ratio of the base to itself, and the verdict.
 *
 * @param measure with its unit, and the step where it is quantised
 * @param rounds the values of each round, in the measure's unit, paired by position; all above 0
 * @throws RangeError where the three lists differ in length or a value isn't above 0
 */
export function measureChange(
  measure: MeasuredChange['measure'],
  rounds: MeasuredChange['rounds'],
): MeasuredChange {
  const { base, again, head } = rounds;
  if (base.length !== again.length || base.length !== head.length)
    throw new RangeError('Base, base again and head need one value each in every round.');
  const ratio = ratioOf(head, base, measure.resolution);
  const control = ratioOf(again, base, measure.resolution);
  return {
    measure,
    rounds,
    base: roundInterval(medianInterval(base, ESTIMATE_LEVEL)),
    head: roundInterval(medianInterval(head, ESTIMATE_LEVEL)),
    ratio,
    control,
    ...changeVerdict(ratio, control),
  };
}

/**
 * "Changed" where the whole 99% interval of head/base lies beyond what the run itself can't tell
 * from nothing: the larger of 3% and the far end of base-again/base, both ways counted by |log|.
 * "Change may not matter" where it lies wholly beyond that far end, and reaches from what is smaller
 * than 3% to what is larger.
 *
 * @param ratio interval of head/base
 * @param control interval of base-again/base: the same bytes, so all that it shows is noise
 */
export function changeVerdict(ratio: Ends, control: Ends): Verdict {
  const noise = Math.max(Math.abs(Math.log(control.lower)), Math.abs(Math.log(control.upper)));
  const beyond = Math.max(Math.log(SMALLEST_CHANGE), noise);
  const isSure = ratio.level >= COMPARISON_LEVEL && control.level >= COMPARISON_LEVEL;
  if (!isSure) return { verdict: 'no change shown' };
  const [lower, upper] = [Math.log(ratio.lower), Math.log(ratio.upper)];
  if (lower > beyond) return { verdict: 'changed', direction: 'more' };
  if (upper < -beyond) return { verdict: 'changed', direction: 'less' };
  const least = Math.log(SMALLEST_CHANGE);
  if (lower > noise && upper > least)
    return { verdict: 'change may not matter', direction: 'more' };
  if (upper < -noise && lower < -least)
    return { verdict: 'change may not matter', direction: 'less' };
  return { verdict: 'no change shown' };
}

/** Median of the ratios a/b of each round, with its 99% interval. */
function ratioOf(
  a: readonly number[],
  b: readonly number[],
  resolution: number | undefined,
): Interval {
  const logs = a.map((value, index) => Math.log(value) - Math.log(b[index] ?? Number.NaN));
  if (!logs.every(Number.isFinite)) throw new RangeError('A value of 0 or less has no ratio.');
  return ratioInterval(logs, resolution, Math.min(medianOf(a), medianOf(b)));
}
