/** Whether every program that can run here gives the right answer, tried once in the smallest cases. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers } from '../measure/leftovers.ts';
import { takeLock } from '../measure/lock.ts';
import type { Places } from '../places.ts';
import { wantedCases, type PlannedCase } from '../plan/cases.ts';
import type { Selection } from '../plan/selection.ts';
import { Problem } from '../scenario/problem.ts';
import { checkSpace } from '../session/checks.ts';
import { fillSession } from '../session/fill.ts';
import { lookAround, planHere, type Surrounded } from '../session/look-around.ts';
import { makeFor } from '../session/make.ts';
import { newSession } from '../session/new-session.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Output } from '../terminal/output.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';
import { silent } from './silent.ts';
import { notBuilt, notMade, notTried, wrongAnswers } from './tried.ts';

/**
 * Runs the programs of the smoke profile, the tuned ones too, in a session that is thrown away.
 *
 * @throws Problem (blocked) where something is being measured, (interrupted) after Ctrl-C
 */
export async function checkPrograms(
  selection: Selection,
  places: Places,
  output: Output,
  signal: AbortSignal,
): Promise<Checked> {
  const folder = join(places.cache, 'check', `${process.pid}-runs`);
  const aside = { ...places, local: folder };
  const findings: string[] = [];
  const notes: string[] = [];
  try {
    const mistakes = await findingsOf(async () => {
      const around = await lookAround(places, silent, { selection, signal });
      try {
        const whole = await withMade(around, selection, places, signal);
        const { planned, records } = await tryOut(whole, selection, aside, output, signal);
        findings.push(...notMade(whole), ...notBuilt(whole), ...wrongAnswers(planned, records));
        notes.push(...notTried(around.scenarios, selection, planned, records));
      } finally {
        around.close();
      }
    });
    const about = { check: 'programs', looked: 'the answers of the programs, tried once' } as const;
    return checkedWith(about, [...mistakes, ...findings], notes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Tried {
  readonly planned: readonly PlannedCase[];
  readonly records: readonly InvocationRecord[];
}

async function tryOut(
  around: Surrounded,
  selection: Selection,
  places: Places,
  output: Output,
  signal: AbortSignal,
): Promise<Tried> {
  const planned = planHere(around, 'smoke', selection, 1);
  if (!canRun(planned)) return { planned, records: [] };
  const giveLockBack = await takeLock();
  try {
    await clearLeftovers(around.world);
    mkdirSync(places.local, { recursive: true });
    checkSpace(places.local);
    const stored = await newSession({ profile: 'smoke', cases: planned }, places, around, silent);
    const filling = {
      stored,
      cases: planned,
      typicalSeconds: new Map(),
      budgetS: undefined,
      signal,
    };
    const { made } = await fillSession(filling, places, around, progressOnly(output));
    return { planned, records: made };
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Problem('interrupted', 'Interrupted. Of the runs of a check nothing is kept.');
  } finally {
    await giveLockBack();
  }
}

/** With what the smoke cases need, built and made; those of tuned contestants too. */
async function withMade(
  around: Surrounded,
  selection: Selection,
  places: Places,
  signal: AbortSignal,
): Promise<Surrounded> {
  const scenarios = around.scenarios.map(withoutTuning);
  const wanted = wantedCases(scenarios, 'smoke', selection);
  const making = { places, runtimes: around.runtimes, output: silent, signal };
  const made = await makeFor(wanted, making);
  return { ...around, scenarios, surroundings: { ...around.surroundings, made } };
}

/** What is tuned is left out of the smaller profiles for its time, and its answer has to be right too. */
function withoutTuning(scenario: Surrounded['scenarios'][number]): Surrounded['scenarios'][number] {
  const contestants = scenario.contestants.map((one) => ({ ...one, tuned: false }));
  return { ...scenario, contestants };
}

/** Whether anything can run here at all. */
function canRun(planned: readonly PlannedCase[]): boolean {
  return planned.some(({ entry, unavailable }) => entry.contestants.length > unavailable.size);
}

/** What goes wrong is told in the findings, once. */
function progressOnly(output: Output): Output {
  const progress = output.progress();
  return { ...silent, progress: () => ({ ...progress, note: () => undefined }) };
}
