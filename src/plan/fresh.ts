import type { Measure } from '../quantity/measure.ts';
import { canonicalJson } from '../store/canonical.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Machine, Session, SessionCase } from '../store/schema.ts';
import type { PlannedCase } from './cases.ts';
import { givenUp } from './given-up.ts';

export interface KnownSession {
  readonly session: Session;
  readonly records: readonly InvocationRecord[];
}

export type Freshness =
  | { readonly fresh: true; readonly session: string }
  | { readonly fresh: false; readonly reason: string };

export type MachineNow = Pick<Machine, 'key' | 'treeMemory'>;

/** Why a contestant would not be attempted in a case now, because of a limit of this machine. */
export type Obstacle = (planned: PlannedCase, contestant: string) => string | undefined;

/**
 * Which planned cases are fresh: one session of this machine holds every wanted contestant that
 * is available here, with equal keys and at least the wanted rounds. Cases of one unit are
 * fresh together, in one session, or not at all. What a limit of the machine kept from being
 * attempted is fresh only as long as there is one; so is a memory of whole trees that was sampled or
 * not read at all.
 *
 * @param machine this machine, and how the memory of a whole tree is read on it now
 * @param sessions oldest first; the newest that fits is named
 */
export function judgeFreshness(
  planned: readonly PlannedCase[],
  sessions: readonly KnownSession[],
  machine: MachineNow,
  obstacle: Obstacle,
): Map<string, Freshness> {
  const own = sessions.filter(({ session }) => session.machine.key === machine.key).reverse();
  const result = new Map<string, Freshness>();
  for (const unit of new Set(planned.map((aCase) => aCase.unit))) {
    const cases = planned.filter((aCase) => aCase.unit === unit);
    const holder = own.find((known) =>
      cases.every((aCase) => lack(aCase, known, machine, obstacle) === undefined),
    );
    for (const aCase of cases) {
      result.set(
        aCase.entry.id,
        holder
          ? { fresh: true, session: holder.session.id }
          : { fresh: false, reason: whyStale(aCase, own, machine, obstacle) },
      );
    }
  }
  return result;
}

function whyStale(
  planned: PlannedCase,
  own: readonly KnownSession[],
  machine: MachineNow,
  obstacle: Obstacle,
): string {
  const newest = own.find(({ session }) =>
    session.cases.some((aCase) => aCase.id === planned.entry.id),
  );
  if (newest === undefined) return 'never measured on this machine';
  return lack(planned, newest, machine, obstacle) ?? 'another size of its series is stale';
}

/** What a session lacks to serve a planned case; undefined when it lacks nothing. */
function lack(
  planned: PlannedCase,
  known: KnownSession,
  machine: MachineNow,
  obstacle: Obstacle,
): string | undefined {
  const held = known.session.cases.find((aCase) => aCase.id === planned.entry.id);
  if (held === undefined) return 'not in the session';
  const { treeMemory } = known.session.machine;
  if (!isKept(treeMemory) && isKept(machine.treeMemory))
    return `the memory of whole trees was read as ${treeMemory}, and here it can be by ${machine.treeMemory} now`;
  const unmeasured = planned.entry.measures.find((one) => !isMeasuredIn(held, one));
  if (unmeasured !== undefined) return `the measure ${unmeasured.id} is new`;
  for (const wanted of planned.entry.contestants) {
    if (planned.unavailable.has(wanted.id)) continue;
    const there = held.contestants.find((contestant) => contestant.id === wanted.id);
    if (there === undefined) return `${wanted.id} is new`;
    if (there.key !== wanted.key) return `${wanted.id} changed: its program, runtime or parameters`;
    const needed = wanted.once ? 1 : planned.entry.rounds;
    if (countedRounds(known.records, held.id, wanted.id) < needed)
      return `${wanted.id} has fewer than ${needed} rounds`;
    if (wasLimited(known.records, held, wanted.id) && obstacle(planned, wanted.id) === undefined)
      return `${wanted.id} was not attempted, and nothing stands against it any more`;
  }
  return undefined;
}

/** Whether a case was measured by it: its words, and what matters, are those of the session. */
export function isMeasuredIn(
  { measures }: Pick<SessionCase, 'measures'>,
  wanted: Measure,
): boolean {
  const what = ({ id, unit, source }: Measure): string => canonicalJson({ id, unit, source });
  return measures.some((one) => what(one) === what(wanted));
}

/** Whether the kernel keeps the peak, which sampling can miss. */
const isKept = (treeMemory: Machine['treeMemory']): boolean => treeMemory.startsWith('cgroup');

/** Whether a limit of the machine kept a contestant from being attempted in some round. */
export function wasLimited(
  records: readonly InvocationRecord[],
  held: SessionCase,
  contestant: string,
): boolean {
  const own = records
    .filter((one) => one.case === held.id && one.contestant === contestant && one.round > 0)
    .sort((a, b) => a.round - b.round);
  const failed = givenUp(own);
  return own.some((record) => record.outcome === 'not-attempted' && !failed.has(record));
}

/** Rounds of a contestant that say something; the warm-up doesn't count. */
export function countedRounds(
  records: readonly InvocationRecord[],
  caseId: string,
  contestant: string,
): number {
  return records.filter(
    (record) =>
      record.case === caseId &&
      record.contestant === contestant &&
      record.round > 0 &&
      record.outcome !== 'unavailable' &&
      record.outcome !== 'no-result',
  ).length;
}
