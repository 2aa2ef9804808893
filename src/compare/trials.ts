/** Measures the trials of a comparison in one session, within a budget. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers } from '../measure/leftovers.ts';
import { takeLock } from '../measure/lock.ts';
import { duration } from '../measure/progress.ts';
import { typicalSeconds } from '../plan/eta.ts';
import { fitRounds, type Series } from '../plan/fit-budget.ts';
import type { Step } from '../plan/schedule.ts';
import { trialRuntimes, type Trial } from '../plan/trials.ts';
import { FEWEST_ROUNDS, MOST_ROUNDS } from '../store/comparison.ts';
import { listSessions, readSession, type StoredSession } from '../store/read.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import { writeSession } from '../store/write.ts';
import { copyBuilt, copyPrograms, surroundTrials } from './programs.ts';
import { likelyToFit, seriesOf, timeAround } from './rounds.ts';
import type { Sides } from './sides.ts';
import { fillSession, noteResumption, type Filled } from '../session/fill.ts';
import type { Surrounded } from '../session/look-around.ts';
import { checkSpace } from '../session/checks.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { countOf } from '../session/plan-summary.ts';
import { newSession, sessionName } from '../session/new-session.ts';

export interface TrialRun {
  readonly trials: readonly Trial[];
  readonly sides: Sides;
  /** Gets a copy of each side's programs; absolute. */
  readonly folder: string;
  /** Where the base's files stand. */
  readonly basePlaces: Places;
  readonly budgetS: number;
  readonly signal: AbortSignal;
}

export interface TrialsMeasured {
  readonly records: readonly InvocationRecord[];
  /** Where session.json and records.jsonl are kept. */
  readonly folder: string;
}

/** Of what is left after the warm-up: no further program is only tried out for its answer after that. */
const SHARE_FOR_ANSWERS = 0.25;

/**
 * One warm-up of everything, then as many rounds as the budget allows: base, base again and head
 * take turns, in a shuffled order, by the session runner that measures everything else.
 *
 * @throws Problem (interrupted) after an abort: the same command goes on from there
 */
export async function measureTrials(
  run: TrialRun,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<TrialsMeasured> {
  const { sides, folder, basePlaces } = run;
  const trials = copyBuilt(run.trials, folder);
  const runtimes = trialRuntimes(trials, sides);
  const runners = join(folder, 'runners');
  copyPrograms(runtimes, runners, basePlaces, places);
  const local = join(places.results, 'comparisons');
  const trialPlaces = { ...places, runners, local };
  const trialAround = surroundTrials(around, runtimes);
  const giveLockBack = await takeLock();
  try {
    await clearLeftovers(around.world);
    mkdirSync(local, { recursive: true });
    checkSpace(local);
    const stored = await openSession(trials, trialPlaces, trialAround, output);
    return await fill(stored, { ...run, trials }, trialPlaces, trialAround, output);
  } finally {
    await giveLockBack();
  }
}

/** The interrupted or cut session of the very same bytes, or a new one. */
async function openSession(
  trials: readonly Trial[],
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<StoredSession> {
  const cases = trials.map(({ planned }) => planned);
  const earlier = findEarlier(places.local, trials, around.machine.key);
  if (earlier === undefined) return newSession({ profile: 'full', cases }, places, around, output);
  output.say(`Going on with ${sessionName(earlier)}.`);
  return { ...earlier, session: noteResumption(earlier) };
}

async function fill(
  stored: StoredSession,
  run: TrialRun,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<TrialsMeasured> {
  const { trials, budgetS, signal } = run;
  const cases = trials.map(({ planned }) => planned);
  const startedAt = performance.now();
  const leftS = (): number => Math.max(0, budgetS - (performance.now() - startedAt) / 1000);
  const make = (
    from: StoredSession,
    wanted: (step: Step) => boolean,
    shareOfRest = 1,
  ): Promise<Filled> => {
    const typical = typicalSeconds([from.records]);
    const mostS = leftS() * shareOfRest;
    const filling = { stored: from, cases, typicalSeconds: typical, budgetS: mostS, signal };
    return fillSession({ ...filling, wanted }, places, around, output);
  };
  const likely = likelyToFit(trials, budgetS, places);
  output.say(`Warming up ${countOf(likely.size, 'change')}, at most ${duration(budgetS)} in all.`);
  const { made } = await make(stored, (step) => step.round === 0 && likely.has(step.case));
  const aroundS = timeAround(made, budgetS - leftS());
  // A wrong answer counts more than any time: what won't be compared is tried out at least.
  const isTriedOut = ({ round, contestant }: Step): boolean => round === 0 && contestant === 'head';
  await make(readSession(stored.folder), isTriedOut, SHARE_FOR_ANSWERS);

  const warm = readSession(stored.folder);
  const series = seriesOf(trials, warm.records, aroundS);
  const rounds = fitRounds(series, leftS(), { fewest: FEWEST_ROUNDS, most: MOST_ROUNDS });
  sayRounds(series, rounds, output);
  const planned = withRounds(warm, rounds);
  const isPlanned = ({ case: id, round }: Step): boolean =>
    round > 0 && round <= (rounds.get(id) ?? 0);
  const { state } = await make(planned, isPlanned);

  const { session, records } = readSession(stored.folder);
  if (state === 'finished' && trials.every((trial) => isDone(trial, rounds, records)))
    writeSession(stored.folder, { ...session, finishedAt: new Date().toISOString() });
  return { records, folder: stored.folder };
}

/** Whether the same command would have nothing to add: all rounds are there, or it failed. */
function isDone(
  { planned, compares }: Trial,
  rounds: ReadonlyMap<string, number>,
  records: readonly InvocationRecord[],
): boolean {
  const { id } = planned.entry;
  if (rounds.has(id)) return true;
  const own = records.filter((record) => record.case === id);
  return compares ? own.some(({ outcome }) => outcome !== 'measured') : own.length > 0;
}

/** The session with the rounds that fit, on the disk before the first of them. */
function withRounds(stored: StoredSession, rounds: ReadonlyMap<string, number>): StoredSession {
  const cases = stored.session.cases.map((aCase) => ({
    ...aCase,
    rounds: rounds.get(aCase.id) ?? aCase.rounds,
  }));
  const session = { ...stored.session, cases };
  writeSession(stored.folder, session);
  return { ...stored, session };
}

function sayRounds(
  series: readonly Series[],
  rounds: ReadonlyMap<string, number>,
  output: Output,
): void {
  if (series.length === 0) return;
  const leftS = series.reduce(
    (sum, { id, roundS, done }) => sum + Math.max(0, (rounds.get(id) ?? 0) - done) * roundS,
    0,
  );
  const fitting = countOf(rounds.size, 'change');
  output.say(`${fitting} of ${series.length} fit in the budget: about ${duration(leftS)}.`);
  for (const { id } of series) {
    const count = rounds.get(id);
    output.say(
      `  ${id.padEnd(32)} ${count === undefined ? 'does not fit' : countOf(count, 'round')}`,
    );
  }
}

/** An interrupted or cut session of the very same bytes. */
function findEarlier(
  local: string,
  trials: readonly Trial[],
  machineKey: string,
): StoredSession | undefined {
  const wanted = trials.map(({ planned }) => nameOf(planned.entry)).join('\n');
  return listSessions(local)
    .map(readSession)
    .findLast(
      ({ session }) =>
        session.finishedAt === undefined &&
        session.machine.key === machineKey &&
        session.cases.map(nameOf).join('\n') === wanted,
    );
}

function nameOf({ id, contestants }: Trial['planned']['entry']): string {
  return [id, ...contestants.map((each) => `${each.id} ${each.key}`)].join(' ');
}
