import { mkdirSync } from 'node:fs';
import { clearLeftovers } from '../measure/leftovers.ts';
import { profilesWith } from '../plan/cases.ts';
import type { Selection } from '../plan/selection.ts';
import { listSessions, readSession, type StoredSession } from '../store/read.ts';
import { choosePlan, staleAmong, type Chosen, type MeasureOptions } from './choose-plan.ts';
import { fillSession, type Filled } from './fill.ts';
import { lookAround, planHere, type Surrounded } from './look-around.ts';
import { checkNotInterrupted, checkSomethingRuns, checkSpace } from './checks.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { countOf, showFresh, showPlan, type PlanSummary } from './plan-summary.ts';
import { newSession, sessionName } from './new-session.ts';
import { waitForQuiet } from './wait-for-quiet.ts';
import { waitForTurn } from './wait-for-turn.ts';

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
  sayUnknownNeeds(options.selection, around, output);
  const measuring = profilesWith(around.scenarios, options.selection);
  checkSomethingRuns(planned, options.profile, measuring);
  const known = listSessions(places.local).map(readSession);
  const stale = options.fresh ? planned : staleAmong(planned, known, around);
  if (stale.length === 0 && !options.resume) {
    showFresh(planned, options.profile, output);
    return { state: 'fresh', session: undefined, invocations: 0, outcomes: {} };
  }

  const chosen = choosePlan(options, planned, stale, known, places, around);
  showPlan(chosen.plan, output);
  if (!options.planOnly) return measureChosen(chosen, options, places, around, output);
  const { plan } = chosen;
  return { state: 'planned', session: plan.session, invocations: 0, outcomes: {}, plan };
}

/** A report may keep cases of before, whose runs are in its reference. */
function sayUnknownNeeds(
  { needed = [] }: Selection,
  { scenarios }: Surrounded,
  output: Output,
): void {
  const known = scenarios.flatMap(({ id, cases }) => [
    id,
    ...cases.map((one) => `${id}/${one.id}`),
  ]);
  const unknown = needed.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    output.warn(
      `No scenario has ${unknown.join(', ')}, which the report names: it can't be measured. Mend the name, or add it under runners/scenarios/.`,
    );
}

async function measureChosen(
  { cases, earlier, typicalSeconds, plan }: Chosen,
  options: MeasureOptions,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<MeasureOutcome> {
  const { profile, seed, report, budgetS, signal } = options;
  const giveLockBack = await waitForTurn(options, output);
  try {
    await clearLeftovers(around.world);
    mkdirSync(places.local, { recursive: true });
    checkSpace(places.local);
    await waitForQuiet(around.world.affinity, options, output);
    // Read again: until the lock was ours, another run may have gone on with it.
    const stored = earlier
      ? readSession(earlier.folder)
      : await newSession({ profile, cases, seed, report }, places, around, output);
    if (stored.tornLine) {
      output.warn(`${sessionName(stored)}: a crash tore the last line; it is measured again.`);
    }
    const filling = { stored, cases, typicalSeconds, budgetS, signal };
    return outcomeOf(stored, await fillSession(filling, places, around, output), plan, output);
  } finally {
    await giveLockBack();
  }
}

function outcomeOf(
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
