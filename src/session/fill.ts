import { join } from 'node:path';
import { runSession } from '../measure/run-session.ts';
import type { SessionRun } from '../measure/session-run.ts';
import type { PlannedCase } from '../plan/cases.ts';
import { scheduleSteps, type Step } from '../plan/schedule.ts';
import { Problem } from '../scenario/problem.ts';
import { openRecordFile } from '../store/record-file.ts';
import type { StoredSession } from '../store/read.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session } from '../store/schema.ts';
import { writeSealed, writeSession } from '../store/write.ts';
import type { Surrounded } from './look-around.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { unavailableIn } from './plan-summary.ts';
import { sessionName } from './new-session.ts';
import { unchangedCheck } from './unchanged.ts';

export interface Filling {
  readonly stored: StoredSession;
  readonly cases: readonly PlannedCase[];
  readonly typicalSeconds: ReadonlyMap<string, number>;
  readonly budgetS: number | undefined;
  readonly signal: AbortSignal;
  /** Which of the session's steps to make now; absent: all, and then the session is finished. */
  readonly wanted?: (step: Step) => boolean;
}

/** What came of it. */
export interface Filled {
  readonly state: 'finished' | 'cut';
  /** The invocations of this run; earlier ones of the session are not in it. */
  readonly made: readonly InvocationRecord[];
}

/**
 * Makes the invocations that a session still lacks.
 *
 * @throws Problem (interrupted) after an abort: what is finished is kept
 */
export async function fillSession(
  filling: Filling,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<Filled> {
  const { stored, signal, budgetS } = filling;
  const session = filling.wanted === undefined ? noteResumption(stored) : stored.session;
  const made: InvocationRecord[] = [];
  const progress = output.progress();
  const file = openRecordFile(join(stored.folder, 'records.jsonl'));
  const run = sessionRun(filling, session, places, around, (record) => {
    file.append(record);
    made.push(record);
  });
  const stopAt = budgetS === undefined ? {} : { stopAt: performance.now() + budgetS * 1000 };
  try {
    const state = await runSession(run, around.world, { signal, ...stopAt }, progress);
    if (state === 'finished' && filling.wanted === undefined)
      writeSealed(stored.folder, { ...session, finishedAt: new Date().toISOString() });
    return { state, made };
  } catch (error) {
    if (!signal.aborted) throw error;
    const kept = stored.records.length + made.length;
    throw new Problem(
      'interrupted',
      `Interrupted. ${kept} finished invocations are kept in ${sessionName(stored)}. ` +
        'The same command goes on from there' +
        (filling.wanted === undefined
          ? ', with --resume in place of --fresh. "npm run results" shows what is there.'
          : '.'),
    );
  } finally {
    progress.end();
    file.close();
  }
}

/** Writes down that the session goes on now, where it had begun before. */
export function noteResumption({ folder, session, records }: StoredSession): Session {
  if (records.length === 0) return session;
  const resumed = { ...session, resumedAt: [...session.resumedAt, new Date().toISOString()] };
  writeSession(folder, resumed);
  return resumed;
}

function sessionRun(
  filling: Filling,
  session: Session,
  places: Places,
  around: Surrounded,
  append: (record: InvocationRecord) => void,
): SessionRun {
  const recorded = new Map(session.cases.map((entry) => [entry.id, entry]));
  const samplesMemory = around.world.tree.kind === 'pss';
  const isUnavailable = unavailableIn(filling.cases);
  const steps = scheduleSteps(session.cases, session.seed, isUnavailable, samplesMemory);
  return {
    session,
    // Timeouts and caps that were edited since hold from the next session on: this one says what it did.
    cases: new Map(
      filling.cases.map((each) => [
        each.entry.id,
        { ...each, entry: recorded.get(each.entry.id) ?? each.entry },
      ]),
    ),
    steps: steps.filter(filling.wanted ?? (() => true)),
    records: filling.stored.records,
    runtimes: around.runtimes,
    runners: places.runners,
    serviceCommand: [process.execPath],
    typicalSeconds: filling.typicalSeconds,
    checkUnchanged: unchangedCheck(places.runners, session.cases, around, filling.cases),
    append,
  };
}
