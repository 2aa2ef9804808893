import { hasFloor, isRemainder } from '../quantity/measure.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';
import { foreignShare, isDisturbed } from './foreign.ts';
import { mannKendall } from './kendall.ts';
import { measureValue } from './measures.ts';
import { outlierBar } from './outliers.ts';
import { roundTo12 } from './round.ts';
import type { Run } from './runs.ts';
import { isLow, type Concurrency } from './service.ts';
import type { Flag } from './types.ts';

/** A drift whose p is below this is flagged. */
const DRIFT_P = 0.01;

/** Fewer runs than this show neither an ordinary spread nor a first run that differs from it. */
const FEWEST_RUNS = 5;

interface Point {
  readonly round: number;
  readonly value: number;
}

/**
 * What a reader should know about the runs of one contestant in one case. Flags point to
 * runs; nothing is deleted because of them.
 */
export function flagsOf(
  runs: readonly Run[],
  aCase: SessionCase,
  concurrency: Concurrency | undefined,
): Flag[] {
  const finished = runs.filter((run) => run.finished);
  const flags: Flag[] = [];
  for (const measure of aCase.measures.filter((candidate) =>
    isOwnQuantity(candidate, aCase.measures),
  )) {
    const points = finished.flatMap((run) => {
      const value = measureValue(run.record, measure, aCase);
      return value === undefined ? [] : [{ round: run.round, value }];
    });
    flags.push(...driftOf(points, measure.id), ...farOut(points, measure.id));
  }
  flags.push(...wallCpuJumps(finished), ...foreignCpu(runs));
  if (isLow(concurrency) && concurrency?.share !== undefined) {
    flags.push({
      kind: 'low-concurrency',
      rounds: concurrency.lowRounds,
      value: roundTo12(concurrency.share),
    });
  }
  return flags;
}

/** Whether flags of the measure aren't those of another one: what remains moves with the whole, a quotient with its parts. */
function isOwnQuantity(measure: SessionMeasure, measures: readonly SessionMeasure[]): boolean {
  if (measure.source.from === 'quotient') return false;
  return !isRemainder(measure) || !measures.some((other) => hasFloor(other, measures));
}

function driftOf(points: readonly Point[], measure: string): Flag[] {
  const { p } = mannKendall(points.map(({ value }) => value));
  if (p >= DRIFT_P) return [];
  return [
    { kind: 'drift', measure, rounds: points.map(({ round }) => round), value: roundTo12(p) },
  ];
}

/** Runs far above the median. The first run alone has a flag of its own: it is often a cold cache. */
function farOut(points: readonly Point[], measure: string): Flag[] {
  const far = abovePack(points);
  const first = points[0];
  const slowFirst = far.filter((point) => point === first);
  const others = far.filter((point) => point !== first);
  const flags: Flag[] = [];
  if (slowFirst.length > 0)
    flags.push({ kind: 'slow-first-run', measure, rounds: slowFirst.map(({ round }) => round) });
  if (others.length > 0) {
    flags.push({
      kind: 'outliers',
      measure,
      rounds: others.map(({ round }) => round),
      value: others.length,
    });
  }
  return flags;
}

/** Runs in which wall time grew and CPU time didn't: something else used the machine. */
function wallCpuJumps(finished: readonly Run[]): Flag[] {
  const points = finished.flatMap(({ round, record: { wallNs, cpuNs } }) =>
    wallNs === undefined || cpuNs === undefined || cpuNs === 0
      ? []
      : [{ round, value: wallNs / cpuNs }],
  );
  const jumps = abovePack(points);
  if (jumps.length === 0) return [];
  return [{ kind: 'wall-cpu-jump', rounds: jumps.map(({ round }) => round), value: jumps.length }];
}

/** Runs beside which others used more of the cores than a share that disturbs nobody. */
function foreignCpu(runs: readonly Run[]): Flag[] {
  const disturbed = runs.filter(({ record }) => isDisturbed(record));
  if (disturbed.length === 0) return [];
  const shares = disturbed.map(({ record }) => foreignShare(record) ?? 0);
  const rounds = disturbed.map(({ round }) => round);
  return [{ kind: 'foreign-cpu', rounds, value: roundTo12(Math.max(...shares)) }];
}

function abovePack(points: readonly Point[]): Point[] {
  if (points.length < FEWEST_RUNS) return [];
  const bar = outlierBar(points.map(({ value }) => value));
  return points.filter(({ value }) => value > bar);
}
