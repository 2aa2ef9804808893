import type { MeasuringProfile } from '../scenario/schema.ts';
import type { Session, SessionCase } from '../store/schema.ts';
import type { PlannedCase } from './cases.ts';
import {
  isMeasuredIn,
  wasLimited,
  type MachineNow,
  type KnownSession,
  type Obstacle,
} from './fresh.ts';

/** What an interrupted session must fit to be gone on with. */
export interface Wanted {
  readonly profile: MeasuringProfile;
  /** Undefined: any. */
  readonly seed: string | undefined;
  /** The report that is measured for; undefined: all. */
  readonly report: string | undefined;
  /** This machine, and how the memory of a whole tree is read on it now. */
  readonly machine: MachineNow;
  /** How programs are started now. */
  readonly method: Session['launcher']['method'];
  readonly planned: readonly PlannedCase[];
  /** Cases that must be in it: else they would stay stale after it is finished. */
  readonly stale: readonly PlannedCase[];
  readonly obstacle: Obstacle;
}

/**
 * The newest session of this machine that was interrupted and still fits the plan: same profile, report,
 * cases, keys and rounds, measured in the same way, and nothing in it that a limit of the
 * machine kept from being attempted and that could be attempted now.
 *
 * @param known oldest first
 */
export function findUnfinished<T extends KnownSession>(
  known: readonly T[],
  wanted: Wanted,
): T | undefined {
  return known.findLast((one) => {
    const { session } = one;
    if (session.finishedAt !== undefined || session.profile !== wanted.profile) return false;
    if (!isMeasuredAlike(session, wanted) || session.reports?.[0] !== wanted.report) return false;
    if (wanted.seed !== undefined && session.seed !== wanted.seed) return false;
    const holds = (id: string): boolean => session.cases.some((entry) => entry.id === id);
    return (
      session.cases.every((entry) => fits(entry, one, wanted)) &&
      wanted.stale.every(({ entry }) => holds(entry.id))
    );
  });
}

/** One series holds no times and no memory that were taken in two ways. */
function isMeasuredAlike({ machine, launcher, sweeps }: Session, wanted: Wanted): boolean {
  return (
    sweeps !== undefined &&
    machine.key === wanted.machine.key &&
    machine.treeMemory === wanted.machine.treeMemory &&
    launcher.method === wanted.method
  );
}

function fits(entry: SessionCase, { records }: KnownSession, wanted: Wanted): boolean {
  const planned = wanted.planned.find((each) => each.entry.id === entry.id);
  if (planned === undefined || planned.entry.rounds !== entry.rounds) return false;
  const keys = ({ contestants }: SessionCase): string =>
    contestants.map((contestant) => `${contestant.id} ${contestant.key}`).join('\n');
  if (keys(planned.entry) !== keys(entry)) return false;
  if (!planned.entry.measures.every((measure) => isMeasuredIn(entry, measure))) return false;
  return entry.contestants.every(
    ({ id }) => !wasLimited(records, entry, id) || wanted.obstacle(planned, id) !== undefined,
  );
}
