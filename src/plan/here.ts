import type { MeasuringProfile } from '../scenario/schema.ts';
import { canonicalJson } from '../store/canonical.ts';
import type { SessionContestant } from '../store/schema.ts';
import type { PlannedCase } from './cases.ts';
import { countedRounds, type KnownSession } from './fresh.ts';

/** Which local session feeds a case of `here/`, or why none does. */
export type HereCase =
  | { readonly case: string; readonly session: string }
  | {
      readonly case: string;
      readonly untestable: 'not-measured-yet' | 'not-in-quick-profile';
      readonly command: string;
    };

/**
 * For each case that any profile measures, a local session whose contestants still have their keys
 * (those that can't run here, their programs and words), whatever its profile: the newest whole one,
 * else the newest. One table never mixes sessions.
 *
 * Whole is a session that holds the case as the least profile plans it: each of its contestants that
 * can run here, with all its rounds. So a session that was cut short, or that was limited to one round or
 * one contestant, hides no older one from which more can be said; and whoever measures a case
 * again sees the new runs, even if a still older session has more of them.
 *
 * @param all each case as the profile that measures most of it plans it
 * @param quick the cases of the `quick` profile, which are the least that is planned of them
 * @param sessions oldest first
 */
export function chooseHere(
  all: readonly PlannedCase[],
  quick: readonly PlannedCase[],
  sessions: readonly KnownSession[],
  machineKey: string,
): HereCase[] {
  const own = sessions.filter(({ session }) => session.machine.key === machineKey).reverse();
  return all.map((planned) => {
    const id = planned.entry.id;
    const inQuick = quick.find(({ entry }) => entry.id === id);
    const holders = own.filter((known) => holdsFresh(planned, known));
    const holder = holders.find((known) => isWhole(inQuick ?? planned, known)) ?? holders[0];
    if (holder !== undefined) return { case: id, session: holder.session.id };
    return {
      case: id,
      untestable: inQuick ? 'not-measured-yet' : 'not-in-quick-profile',
      command: inQuick
        ? 'npm run build'
        : `npm run measure -- --profile ${onlyProfile(planned)} --only ${id}`,
    };
  });
}

/** Of a case that isn't in the quick profile. */
function onlyProfile({ settings }: PlannedCase): MeasuringProfile {
  return settings.rounds.full === undefined ? 'smoke' : 'full';
}

const NOT_TRIED: readonly string[] = ['unavailable', 'no-result'];

function holdsFresh(planned: PlannedCase, known: KnownSession): boolean {
  const held = known.session.cases.find((aCase) => aCase.id === planned.entry.id);
  if (held === undefined) return false;
  const attempted = known.records.some(
    (record) => record.case === held.id && record.round > 0 && !NOT_TRIED.includes(record.outcome),
  );
  const keysHold = held.contestants.every((contestant) => {
    const id = contestant.controlOf ?? contestant.id;
    const wanted = planned.entry.contestants.find((each) => each.id === id);
    if (wanted === undefined) return false;
    return planned.unavailable.has(id)
      ? toldOf(wanted) === toldOf(contestant)
      : wanted.key === contestant.key;
  });
  return attempted && keysHold;
}

/** What can be said of a contestant where its runtime isn't here, and so its key can't. */
function toldOf({
  files,
  args,
  stdin,
  prepare,
  cleanup,
  exitCodes,
  environment,
}: SessionContestant): string {
  return canonicalJson({ files, args, stdin, prepare, cleanup, exitCodes, environment });
}

/** Whether every contestant that can run here has its rounds; an A/A copy may be in one profile only. */
function isWhole({ entry, unavailable }: PlannedCase, { records }: KnownSession): boolean {
  return entry.contestants.every(
    ({ id, once, controlOf }) =>
      controlOf !== undefined ||
      unavailable.has(id) ||
      countedRounds(records, entry.id, id) >= (once ? 1 : entry.rounds),
  );
}
