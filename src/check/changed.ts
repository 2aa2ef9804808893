/** Which contestants of a session are no longer what it measured. */
import type { PlannedCase } from '../plan/cases.ts';
import { canonicalJson } from '../store/canonical.ts';
import type { Session, SessionCase, SessionContestant } from '../store/schema.ts';

type Files = SessionContestant['files'];

/** A contestant of a case, and what has changed since it was measured. */
export interface Changed {
  readonly case: string;
  readonly contestant: string;
  /** As the beginning of a sentence, without a full stop. */
  readonly what: string;
  /** False: its key is another one, and that may be this machine's doing. */
  readonly isSure: boolean;
}

/**
 * Holds the keys of a session against those that the scenarios and programs have now.
 *
 * @param plans the cases as they are planned now, by each guess of how the runtimes were found then
 * @param needed cases that have to be in the session; of others only what it holds is looked at
 * @param isHere whether a runtime is on this machine, so that all of a key but its version is known
 */
export function changedSince(
  session: Session,
  plans: readonly (readonly PlannedCase[])[],
  needed: readonly string[],
  isHere: (runtime: string) => boolean,
): Changed[] {
  const now = entriesOf(plans[0] ?? []);
  const keys = plans.map((plan) => keysOf(plan));
  const held = session.cases.flatMap((then) =>
    rivals(then).flatMap((contestant): Changed[] => {
      const place = { case: then.id, contestant: contestant.id };
      const entry = now.get(then.id);
      const other = entry && rivals(entry).find(({ id }) => id === contestant.id);
      if (entry === undefined) return [{ ...place, what: 'the case is gone', isSure: true }];
      if (other === undefined)
        return [{ ...place, what: 'it takes no part in the case any more', isSure: true }];
      if (keys.some((one) => one.get(nameOf(place)) === contestant.key)) return [];
      const what = whatChanged(then, contestant, entry, other);
      return [
        {
          ...place,
          what: what ?? 'its answer, its packages or the way it is started changed',
          isSure: what !== undefined || isHere(contestant.runtime),
        },
      ];
    }),
  );
  return [...held, ...neverMeasured(session, now, needed)];
}

/** Contestants that the cases have now, and the session doesn't. */
function neverMeasured(
  session: Session,
  now: ReadonlyMap<string, SessionCase>,
  needed: readonly string[],
): Changed[] {
  return [...now.values()].flatMap((entry) => {
    const then = session.cases.find(({ id }) => id === entry.id);
    if (then === undefined && !needed.includes(entry.id)) return [];
    const known = new Set(then?.contestants.map(({ id }) => id));
    return rivals(entry)
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => ({
        case: entry.id,
        contestant: id,
        what: 'it is new there',
        isSure: true,
      }));
  });
}

/** What of all that a session records is another now; undefined where the rest of the key is. */
function whatChanged(
  then: SessionCase,
  before: SessionContestant,
  now: SessionCase,
  after: SessionContestant,
): string | undefined {
  const files = [
    ...changedFiles(before.files, after.files),
    ...changedFiles(then.service ?? [], now.service ?? []),
    ...changedFiles(then.checkFiles ?? [], now.checkFiles ?? []),
    ...changedFiles(sourcesOf(then), sourcesOf(now)),
  ];
  if (files.length > 0) return files.join(', ');
  const parts: readonly [string, (aCase: SessionCase, one: SessionContestant) => unknown][] = [
    ['its runtime changed', (_, { runtime }) => runtime],
    ['its parameters changed', ({ parameters }) => parameters],
    ['its inputs changed', hashesOf],
    ['what is right changed', ({ check }) => check],
    ['how it is built changed', (_, { build }) => build?.words],
    ['what it is started with changed', (_, { args, stdin }) => ({ args, stdin })],
    ['its floor changed', ({ floorNs }) => floorNs],
    ['its variables changed', (_, { environment }) => environment],
    [
      'its steps or exit codes changed',
      (_, { prepare, cleanup, exitCodes }) => ({ prepare, cleanup, exitCodes }),
    ],
  ];
  return parts.find(
    ([, part]) =>
      canonicalJson({ is: part(then, before) }) !== canonicalJson({ is: part(now, after) }),
  )?.[0];
}

/** What made the inputs of a case. */
function sourcesOf({ inputs = {} }: SessionCase): Files {
  return Object.values(inputs).flatMap(({ files = [] }) => files);
}

function hashesOf({ inputs = {} }: SessionCase): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { sha256 }]) => [name, sha256]));
}

function changedFiles(before: Files, after: Files): string[] {
  const then = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const now = new Set(after.map(({ path }) => path));
  return [
    ...after.flatMap(({ path, sha256 }) => {
      if (then.get(path) === sha256) return [];
      return [`runners/${path} ${then.has(path) ? 'changed' : 'is new'}`];
    }),
    ...before.flatMap(({ path }) =>
      now.has(path) ? [] : [`runners/${path} belongs to it no more`],
    ),
  ];
}

const nameOf = (place: { case: string; contestant: string }): string =>
  `${place.case} ${place.contestant}`;

function entriesOf(plan: readonly PlannedCase[]): Map<string, SessionCase> {
  return new Map(plan.map(({ entry }) => [entry.id, entry]));
}

function keysOf(plan: readonly PlannedCase[]): Map<string, string> {
  return new Map(
    plan.flatMap(({ entry }) =>
      rivals(entry).map(
        ({ id, key }) => [nameOf({ case: entry.id, contestant: id }), key] as const,
      ),
    ),
  );
}

/** Contestants without the copies of an A/A control, whose keys are those of their originals. */
function rivals({ contestants }: SessionCase): SessionContestant[] {
  return contestants.filter(({ controlOf }) => controlOf === undefined);
}
