import { unfinishedValue } from './ahead.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';
import { measureValue } from './measures.ts';
import type { Run } from './runs.ts';

/** One value of a measure; where the run was censored +∞, or −∞ where more is better. */
export interface Observation {
  readonly block: number;
  readonly round: number;
  readonly value: number;
}

/** Values of a measure in the runs. A finished run that lacks the measure gives none. */
export function observe(
  runs: readonly Run[],
  measure: SessionMeasure,
  aCase: SessionCase,
): Observation[] {
  const observations: Observation[] = [];
  for (const { block, round, finished, record } of runs) {
    const value = finished ? measureValue(record, measure, aCase) : unfinishedValue(measure);
    if (value !== undefined) observations.push({ block, round, value });
  }
  return observations;
}

/**
 * Where the censored runs stopped, in ns: the smallest wall time among them. Known for wall
 * time and what is above the floor, and only if every censored run that ran was stopped by
 * the timeout: a crash after 1 s doesn't show that the work takes at least 1 s.
 */
export function censoredFrom(
  runs: readonly Run[],
  measure: SessionMeasure,
  aCase: SessionCase,
): number | undefined {
  const floorNs = floorOf(measure, aCase);
  if (floorNs === undefined) return undefined;

  const censored = runs.filter((run) => !run.finished && run.record.outcome !== 'not-attempted');
  const allTimedOut = censored.every((run) => run.record.outcome === 'timed-out');
  if (censored.length === 0 || !allTimedOut) return undefined;

  const stopsNs = censored.map((run) => run.record.wallNs ?? aCase.timeoutS * 1e9);
  return Math.min(...stopsNs) - floorNs;
}

/** What a time is counted from, in ns after the start; `undefined` for all that isn't such a time. */
function floorOf({ id, source }: SessionMeasure, aCase: SessionCase): number | undefined {
  // How long before its first statement a program had begun, nobody knows.
  if (source.from === 'floor') return source.of === undefined ? aCase.floorNs : undefined;
  return source.from === 'launcher' && id === 'wall' ? 0 : undefined;
}
