import type { PlannedCase } from './cases.ts';
import type { KnownSession } from './fresh.ts';

/** Which local session feeds a case of `here/`, or why none does. */
export type HereCase =
  | { readonly case: string; readonly session: string }
  | { readonly case: string; readonly untestable: string; readonly command: string };

/**
 * For each case that any profile measures, the newest local session whose contestants still have
 * their keys, whatever its profile. One table never mixes sessions.
 *
 * @param all the cases of the `full` profile
 * @param quick ids of the cases that `quick` measures too
 * @param sessions oldest first
 */
export function chooseHere(
  all: readonly PlannedCase[],
  quick: ReadonlySet<string>,
  sessions: readonly KnownSession[],
  machineKey: string,
): HereCase[] {
  const own = sessions.filter(({ session }) => session.machine.key === machineKey).reverse();
  return all.map((planned) => {
    const id = planned.entry.id;
    const holder = own.find((known) => holdsFresh(planned, known));
    if (holder !== undefined) return { case: id, session: holder.session.id };
    const inQuick = quick.has(id);
    return {
      case: id,
      untestable: inQuick ? 'not measured here yet' : 'not in the quick profile',
      command: inQuick ? 'npm run build' : `npm run measure -- --profile full --only ${id}`,
    };
  });
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
    return wanted !== undefined && (planned.unavailable.has(id) || wanted.key === contestant.key);
  });
  return attempted && keysHold;
}
