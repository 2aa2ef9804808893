import { mkdirSync } from 'node:fs';
import { clearLeftovers } from '../measure/leftovers.ts';
import { takeLock } from '../measure/lock.ts';
import { whyNotAttempted } from '../measure/step-invocation.ts';
import type { PlannedCase } from '../plan/cases.ts';
import { typicalSeconds } from '../plan/eta.ts';
import { judgeFreshness, type Obstacle } from '../plan/fresh.ts';
import type { Selection } from '../plan/selection.ts';
import { findUnfinished } from '../plan/unfinished.ts';
import { Problem } from '../scenario/problem.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { listSessions, readSession, type StoredSession } from '../store/read.ts';
import { fillSession, type Filled } from './fill-session.ts';
import { lookAround, planHere, type Surrounded } from './look-around.ts';
import { checkNotInterrupted, checkSomethingRuns, checkSpace } from './measure-checks.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';
import { countOf, showPlan, summarisePlan, type PlanSummary } from './plan-summary.ts';
import { newSession, sessionName } from './session.ts';

export interface MeasureOptions {
  readonly profile: MeasuringProfile;
  readonly selection: Selection;
  readonly rounds?: number | undefined;
  readonly seed?: string | undefined;
  readonly budgetS?: number | undefined;
  /** Go on with an interrupted session; it is a mistake if there is none. */
  readonly resume: boolean;
  /** Measure again what is fresh, in a new session. */
  readonly fresh: boolean;
  /** Show the plan and stop. */
  readonly planOnly: boolean;
  readonly signal: AbortSignal;
}

export interface MeasureOutcome {
  readonly state: 'fresh' | 'planned' | 'finished' | 'cut';
  readonly session: string | undefined;
  /** Processes that this run started. */
  readonly invocations: number;
  /** Records of the whole session, warm-up included, by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What was planned; absent when everything was fresh. */
  readonly plan?: PlanSummary;
}

/** Measures what is missing or stale for this machine within the profile. */
export async function measure(
  options: MeasureOptions,
  places: Places,
  output: Output,
): Promise<MeasureOutcome> {
  const around = await lookAround(places, output, options);
  try {
    checkNotInterrupted(options.signal);
    return await measureHere(options, places, around, output);
  } finally {
    around.close();
  }
}

async function measureHere(
  options: MeasureOptions,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<MeasureOutcome> {
  const planned = planHere(around, options.profile, options.selection, options.rounds);
  checkSomethingRuns(planned);
  const known = listSessions(places.local).map(readSession);
  const stale = options.fresh ? planned : staleAmong(planned, known, around);
  if (stale.length === 0 && !options.resume) {
    output.say(
      `Fresh: ${countOf(planned.length, 'case')} of the ${options.profile} profile. 0 invocations.`,
    );
    return { state: 'fresh', session: undefined, invocations: 0, outcomes: {} };
  }

  const chosen = choosePlan(options, planned, stale, known, places, around);
  showPlan(chosen.plan, output);
  if (!options.planOnly) return measureChosen(chosen, options, places, around, output);
  const { plan } = chosen;
  return { state: 'planned', session: plan.session, invocations: 0, outcomes: {}, plan };
}

/** What is to be measured. */
interface Chosen {
  readonly cases: readonly PlannedCase[];
  /** The interrupted session that is gone on with. */
  readonly earlier: StoredSession | undefined;
  readonly typicalSeconds: ReadonlyMap<string, number>;
  readonly plan: PlanSummary;
}

function choosePlan(
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

async function measureChosen(
  { cases, earlier, typicalSeconds, plan }: Chosen,
  options: MeasureOptions,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<MeasureOutcome> {
  const { profile, seed, budgetS, signal } = options;
  const giveLockBack = await takeLock();
  try {
    await clearLeftovers(around.world);
    mkdirSync(places.local, { recursive: true });
    checkSpace(places.local);
    // Read again: until the lock was ours, another run may have gone on with it.
    const stored = earlier
      ? readSession(earlier.folder)
      : await newSession(places, around, profile, cases, seed, output);
    if (stored.tornLine) {
      output.warn(`${sessionName(stored)}: a crash tore the last line; it is measured again.`);
    }
    const filling = { stored, cases, typicalSeconds, budgetS, signal };
    return report(stored, await fillSession(filling, places, around, output), plan, output);
  } finally {
    await giveLockBack();
  }
}

function staleAmong(
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
  const { profile, seed } = options;
  const earlier = findUnfinished(known, {
    profile,
    seed,
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

function report(
  stored: StoredSession,
  { state, made }: Filled,
  plan: PlanSummary,
  output: Output,
): MeasureOutcome {
  const outcomes: Record<string, number> = {};
  for (const record of [...stored.records, ...made])
    outcomes[record.outcome] = (outcomes[record.outcome] ?? 0) + 1;
  const list = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const invocations = made.filter(
    (record) => record.outcome !== 'unavailable' && record.outcome !== 'not-attempted',
  ).length;
  output.say(
    `${countOf(invocations, 'invocation')} made; ${sessionName(stored)} holds: ${list.join(', ')}.`,
  );
  if (state === 'cut')
    output.warn('The budget ran out first. The same command goes on from there.');
  return { state, session: stored.session.id, invocations, outcomes, plan };
}
