/** Whether the session that a report pins is of these very programs, inputs and scenarios. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordedEnvironment } from '../measure/environment.ts';
import type { Places } from '../places.ts';
import { planCases, type PlannedCase } from '../plan/cases.ts';
import { everything } from '../plan/selection.ts';
import { Problem } from '../scenario/problem.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { Scenario } from '../scenario/schema.ts';
import { needsOf } from '../site/needs.ts';
import { readReport } from '../site/reports.ts';
import { canonicalJson } from '../store/canonical.ts';
import { readSessionFile } from '../store/read.ts';
import type { Session, SessionRuntime } from '../store/schema.ts';
import { changedSince, type Changed } from './changed.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';
import { madeThen, type MakeInputs } from './made.ts';

export type Found = ReadonlyMap<string, FoundRuntime | MissingRuntime>;

/** What keys are computed from. */
export interface KeySources {
  readonly scenarios: readonly Scenario[];
  /** What is here of these runtimes: a key holds more of them than a session tells. */
  readonly find: (runtimes: readonly string[]) => Promise<Found>;
  readonly makeInputs: MakeInputs;
}

/** Names the contestants of the pinned session that have changed since, with their cases. */
export async function checkKeys(
  report: string,
  sources: KeySources,
  places: Places,
): Promise<Checked> {
  const untold = (why: string): Checked =>
    checkedWith({ check: 'keys', report, looked: 'its programs' }, [], [why]);
  const asked = askedBy(report, places);
  if (asked === undefined) return untold('Which session it pins can be told once it can be read.');
  const { pin, needed } = asked;
  if (pin === undefined) return untold('No session is accepted yet.');
  const folder = join(places.sessions, pin);
  if (!existsSync(folder)) return untold(`There is no ${folder} to hold them against.`);
  let changed: readonly Changed[] = [];
  const mistakes = await findingsOf(async () => {
    changed = await changedIn(readSessionFile(folder), needed, sources, places);
  });
  const stale = grouped(changed.filter(({ isSure }) => isSure)).map(
    ({ who, what }) => `${who} is not what ${pin} measured: ${what}. ${whatNext(report)}`,
  );
  const unsure = grouped(changed.filter(({ isSure }) => !isSure)).map(
    ({ who }) => `${who}: what it is started with or needs can't be told. Its runtime isn't here.`,
  );
  const looked = `its programs against those of ${pin}`;
  return checkedWith({ check: 'keys', report, looked }, [...mistakes, ...stale], unsure);
}

/** The session that a report pins and the cases that it needs; undefined for texts with mistakes, which are told elsewhere. */
function askedBy(
  report: string,
  places: Places,
): { readonly pin: string | undefined; readonly needed: readonly string[] } | undefined {
  try {
    const { session: pin } = readReport(places.content, report);
    return { pin, needed: needsOf(report, places) };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function changedIn(
  session: Session,
  needed: readonly string[],
  { scenarios, find, makeInputs }: KeySources,
  places: Places,
): Promise<Changed[]> {
  const made = await madeThen(session, scenarios, makeInputs);
  const planned = (here: Found): PlannedCase[] =>
    planCases(scenarios, session.profile, everything, {
      runners: places.runners,
      runtimes: asThen(session.runtimes, here),
      launcher: session.launcher,
      memoryGiB: session.machine.memoryGiB,
      made,
    });
  const plain = planned(new Map());
  const first = changedSince(session, [plain], needed, () => true);
  if (first.length === 0) return [];
  // Packages and flags are in a key and not in a session: what is here of a runtime tells them.
  const here = await find(session.runtimes.map(({ id }) => id));
  const isHere = (id: string): boolean => here.get(id)?.available === true;
  return changedSince(session, [plain, planned(here)], needed, isHere);
}

/** The runtimes as the session found them, with what only their own files know. */
function asThen(then: readonly SessionRuntime[], here: Found): Found {
  return new Map(
    then.map((runtime): [string, FoundRuntime | MissingRuntime] => {
      if (!runtime.available) return [runtime.id, { available: false, reason: runtime.reason }];
      const { version, binarySha256, dependencies, missing } = runtime;
      const found = here.get(runtime.id);
      const known = found?.available === true ? found : undefined;
      const environment = environmentThen(runtime.environment, known?.environment);
      return [
        runtime.id,
        {
          available: true,
          version,
          binarySha256,
          dependencies,
          missing,
          facts: {},
          binary: '<binary>',
          command: ['<binary>'],
          words: known?.words ?? ['<binary>'],
          ...(environment && { environment }),
          ...(known?.lockSha256 !== undefined && { lockSha256: known.lockSha256 }),
        },
      ];
    }),
  );
}

/** Variables as they were set: a session tells them without the folders of its machine. */
function environmentThen(
  recorded: Readonly<Record<string, string>> | undefined,
  here: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (here === undefined || recorded === undefined) return recorded;
  const isSame = canonicalJson(recordedEnvironment(here)) === canonicalJson(recorded);
  return isSame ? here : recorded;
}

/** "contestant of case, case", one for all cases of which the same can be said. */
function grouped(changed: readonly Changed[]): { who: string; what: string }[] {
  const lines = Map.groupBy(changed, ({ contestant, what }) => `${contestant}\n${what}`);
  return [...lines.values()].map((group) => {
    const [{ contestant, what }] = group as [Changed];
    return { who: `${contestant} of ${group.map((one) => one.case).join(', ')}`, what };
  });
}

const whatNext = (report: string): string =>
  'Put it back, or measure again and accept the new session: ' +
  `npm run measure -- --profile full --report ${report}`;
