/** What a run of `measure` is to measure: what is stale, or the rest of a session that was interrupted. */
import { whyNotAttempted } from '../measure/step-invocation.ts';
import type { PlannedCase } from '../plan/cases.ts';
import { typicalSeconds } from '../plan/eta.ts';
import { judgeFreshness, type Obstacle } from '../plan/fresh.ts';
import type { Selection } from '../plan/selection.ts';
import { findUnfinished } from '../plan/unfinished.ts';
import { Problem } from '../scenario/problem.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { listSessions, readSession, type StoredSession } from '../store/read.ts';
import type { Surrounded } from './look-around.ts';
import type { Places } from '../places.ts';
import { summarisePlan, type PlanSummary } from './plan-summary.ts';

export interface MeasureOptions {
  readonly profile: MeasuringProfile;
  readonly selection: Selection;
  /** Only what this report needs is measured, and the session says so. */
  readonly report?: string | undefined;
  readonly rounds?: number | undefined;
  readonly seed?: string | undefined;
  readonly budgetS?: number | undefined;
  /** Go on with an interrupted session; it is a mistake if there is none. */
  readonly resume: boolean;
  /** Measure again what is fresh, in a new session. */
  readonly fresh: boolean;
  /** Show the plan and stop. */
  readonly planOnly: boolean;
  /** Start though something else uses the machine. */
  readonly anyway: boolean;
  /** Wait while another run measures on this machine. */
  readonly wait: boolean;
  readonly signal: AbortSignal;
}

/** What is to be measured. */
export interface Chosen {
  readonly cases: readonly PlannedCase[];
  /** The interrupted session that is gone on with. */
  readonly earlier: StoredSession | undefined;
  readonly typicalSeconds: ReadonlyMap<string, number>;
  readonly plan: PlanSummary;
}

/** @throws Problem (usage) where a session is to be gone on with and there is none */
export function choosePlan(
  options: MeasureOptions,
  planned: readonly PlannedCase[],
  stale: readonly PlannedCase[],
  known: readonly StoredSession[],
  places: Places,
  around: Surrounded,
): Chosen {
  const earlier = findEarlier(options, planned, stale, known, around);
  const inEarlier = new Set(earlier?.session.cases.map(({ id }) => id));
  const cases = earlier ? planned.filter(({ entry }) => inEarlier.has(entry.id)) : stale;
  const references = listSessions(places.sessions).map(readSession);
  const typical = typicalSeconds([...references, ...known].map(({ records }) => records));
  const plan = summarisePlan({
    earlier,
    profile: options.profile,
    seed: options.seed,
    cases,
    samplesMemory: around.world.tree.kind === 'pss',
    typicalSeconds: typical,
  });
  return { cases, earlier, typicalSeconds: typical, plan };
}

/** The planned cases that no session of this machine serves. */
export function staleAmong(
  planned: readonly PlannedCase[],
  known: readonly StoredSession[],
  around: Surrounded,
): readonly PlannedCase[] {
  const freshness = judgeFreshness(planned, known, around.machine, obstacleIn(around));
  return planned.filter((each) => freshness.get(each.entry.id)?.fresh !== true);
}

/** What of this machine stands against an attempt now. */
function obstacleIn({ world }: Surrounded): Obstacle {
  return (planned, contestant) => whyNotAttempted(planned, contestant, world);
}

/** The interrupted session to go on with, if there is one that fits. */
function findEarlier(
  options: MeasureOptions,
  planned: readonly PlannedCase[],
  stale: readonly PlannedCase[],
  known: readonly StoredSession[],
  around: Surrounded,
): StoredSession | undefined {
  if (options.fresh) return undefined;
  const { profile, seed, report } = options;
  const earlier = findUnfinished(known, {
    profile,
    seed,
    report,
    machine: around.machine,
    method: around.world.launcher.method,
    planned,
    stale,
    obstacle: obstacleIn(around),
  });
  if (options.resume && earlier === undefined) {
    throw new Problem(
      'usage',
      `There is no interrupted ${profile} session that still fits. Leave out --resume to start one.`,
    );
  }
  return earlier;
}
