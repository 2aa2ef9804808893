/** The pooled comparisons as rows of a table. */
import type { Estimate } from '../../analyse/types.ts';
import type { DocumentView } from '../document.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { labelsOf } from '../report.ts';
import { wordsOfComparison } from './comparison-title.ts';
import { pooledClaims, type PooledClaim } from './pooled.ts';
import type { Replications } from './replications.ts';

export interface PooledRow {
  /** "Bundle 1 copy, time: a to b". */
  readonly what: string;
  readonly machines: string;
  readonly mean: string;
  readonly interval: string;
  readonly prediction: string;
  readonly spread: string;
}

export function pooledRows(view: DocumentView, replications: Replications): PooledRow[] {
  return pooledClaims(replications).map((one) => ({
    what: wordsOfComparison(view, replications.decided.get(one.id)!, labelsOf(view.report)),
    machines: formatCount(one.machines),
    ...numbersOf(one),
  }));
}

function numbersOf({ mean, interval, prediction, spread, machines }: PooledClaim) {
  const about = ([lower, upper]: readonly [number, number]): Estimate => {
    return { point: mean, lower, upper, level: 0.95, n: machines };
  };
  const own = formatEstimate(about(interval), 'ratio');
  const further = formatEstimate(about(prediction), 'ratio');
  const factor = formatEstimate(
    { point: spread, lower: spread, upper: spread, level: 0.95, n: machines },
    'ratio',
  );
  return {
    mean: own.point,
    interval: own.interval,
    prediction: further.interval,
    spread: factor.point,
  };
}
