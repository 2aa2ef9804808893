import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { PlannedCase } from '../plan/cases.ts';
import { engineVersion } from '../engine.ts';
import { recordedCommonEnvironment } from '../measure/environment.ts';
import { countSweeps } from '../plan/schedule.ts';
import type { StoredSession } from '../store/read.ts';
import { SCHEMA_VERSION, type Session } from '../store/schema.ts';
import { createSession } from '../store/write.ts';
import { UNKNOWN_COMMIT } from '../store/commit.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { launcherHash, sessionRuntimes, type Surrounded } from './look-around.ts';
import type { Output } from '../terminal/output.ts';
import { findCommit } from './own-repository.ts';
import type { Places } from '../places.ts';
import { sourcesOf } from './sources.ts';

/** What a new session is to measure. */
export interface SessionPlan {
  readonly profile: MeasuringProfile;
  readonly cases: readonly PlannedCase[];
  /** Drawn where it is absent. */
  readonly seed?: string | undefined;
  /** The report that it is measured for; absent: for all. */
  readonly report?: string | undefined;
}

/** A new session for these cases, its folder made and its programs' sources kept. */
export async function newSession(
  { profile, cases, seed, report }: SessionPlan,
  places: Places,
  around: Surrounded,
  output: Output,
): Promise<StoredSession> {
  const startedAt = new Date().toISOString();
  // With milliseconds: names are sorted, and two sessions may begin within a second.
  const stamp = startedAt.replace(/[-:.]/g, '');
  const session: Session = {
    schema: SCHEMA_VERSION,
    id: `${stamp}-${around.machine.key.slice(0, 8)}-${randomBytes(2).toString('hex')}`,
    profile,
    seed: seed ?? randomBytes(8).toString('hex'),
    startedAt,
    resumedAt: [],
    ...(report === undefined ? {} : { reports: [report] }),
    harness: await describeHarness(places, output),
    launcher: {
      method: around.world.launcher.method,
      sha256: launcherHash(around.world),
      metric: around.world.launcher.metric,
    },
    machine: around.machine,
    environment: { ...recordedCommonEnvironment },
    runtimes: sessionRuntimes(around),
    cases: cases.map((planned) => planned.entry),
    sweeps: countSweeps(cases.map(({ entry }) => entry)),
    growth: growthOf(cases),
  };
  const folder = createSession(places.local, session, sourcesOf(places.runners, session.cases));
  return { folder, session, records: [], tornLine: false };
}

function growthOf(cases: readonly PlannedCase[]): Session['growth'] {
  const scenarios = new Map(cases.map((planned) => [planned.scenario.id, planned.scenario]));
  return [...scenarios.values()].flatMap((scenario) =>
    scenario.growth.map((growth) => ({
      scenario: scenario.id,
      parameter: scenario.scale?.parameter ?? '',
      noun: scenario.scale?.noun ?? '',
      of: growth.of,
      matters: growth.matters.value,
    })),
  );
}

/** What session.json says of Steelyard. Where no commit is known, the person hears why. */
async function describeHarness({ root }: Places, output: Output): Promise<Session['harness']> {
  const version = engineVersion;
  const found = await findCommit(root);
  if (found.known) return { version, commit: found.commit, dirty: found.dirty };
  output.warn(
    `The session won't say at which commit it was measured, and "accept" will ask: ${found.reason}`,
  );
  return { version, commit: UNKNOWN_COMMIT, dirty: true };
}

/** Name of a session for people. */
export function sessionName(stored: Pick<StoredSession, 'folder'>): string {
  return basename(stored.folder);
}
