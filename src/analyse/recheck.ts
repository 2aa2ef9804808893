/** Whether the estimates and verdicts of a comparison follow from its own values. */
import type { BaseComparison, MeasuredChange } from '../store/comparison.ts';
import { measureChange } from './change.ts';

/** Logarithms may differ in the last digit between machines. */
const TOLERANCE = 1e-9;

/**
 * Computes every estimate and verdict again from the values of the rounds.
 *
 * @returns a sentence about the first that doesn't follow from them; undefined where all do
 */
export function findForgery(comparison: BaseComparison): string | undefined {
  const { all, identical } = comparison.numbers;
  if (identical > all) return `${identical} of ${all} numbers can't be identical`;
  for (const change of comparison.changes) {
    if (change.state !== 'measured') continue;
    for (const measured of change.measures) {
      const wrong = whatIsWrong(measured);
      if (wrong !== undefined)
        return `${measured.measure.id} of ${change.contestant} in ${change.case}: ${wrong}`;
    }
  }
  return undefined;
}

function whatIsWrong(measured: MeasuredChange): string | undefined {
  const { base, again, head } = measured.rounds;
  if (base.length !== again.length || base.length !== head.length)
    return 'its rounds are not complete';
  const anew = measureChange(measured.measure, measured.rounds);
  const wrong = (['base', 'head', 'ratio', 'control'] as const).find(
    (name) => !isSame(measured[name], anew[name]),
  );
  if (wrong !== undefined) return `"${wrong}" does not follow from its rounds`;
  const isVerdict = measured.verdict === anew.verdict && measured.direction === anew.direction;
  return isVerdict ? undefined : 'the verdict does not follow from its rounds';
}

/** Beside an infinite number every other one would be close: it must be the same. */
function isSame(given: MeasuredChange['ratio'], anew: MeasuredChange['ratio']): boolean {
  return (['point', 'lower', 'upper', 'level', 'n'] as const).every((field) => {
    const [x, y] = [given[field], anew[field]];
    return x === y || (Number.isFinite(y) && Math.abs(x - y) <= TOLERANCE * Math.abs(y));
  });
}
