/** Whether two sessions did the same work: the same programs on the same inputs, judged and timed alike. */
import { canonicalJson } from '../store/canonical.ts';
import type { Session, SessionCase } from '../store/schema.ts';

type Contestant = SessionCase['contestants'][number];

/**
 * How the work of a session isn't that of the reference, as a sentence without its full stop; undefined where all of it is.
 * It may be less: fewer cases, contestants that aren't there, fewer rounds. What the runtimes are, and where the
 * machine has them, is no part of the work.
 */
export function otherWork(reference: Session, session: Session): string | undefined {
  const launcher = otherLauncher(reference, session);
  if (launcher !== undefined) return launcher;
  const pairs = session.cases.flatMap((own) => {
    const there = reference.cases.find(({ id }) => id === own.id);
    return there === undefined ? [] : [{ there, own }];
  });
  if (pairs.length === 0) return `it has no case of the reference ${reference.id}`;
  for (const { there, own } of pairs) {
    const found = otherCase(there, own);
    if (found !== undefined) return `${own.id}: ${found}`;
  }
  return undefined;
}

function otherLauncher(
  { launcher: there }: Session,
  { launcher: own }: Session,
): string | undefined {
  if (there.method !== own.method)
    return own.method === 'spawn'
      ? 'its programs were started without the launcher, so its times say something else. Install a C compiler there'
      : 'its programs were started by the launcher, and those of the reference without it';
  if (there.sha256 === own.sha256 && there.metric === own.metric) return undefined;
  return 'its programs were started by another version of the launcher. Measure with the Steelyard of the reference';
}

/** What of a case has to be equal, by the words in which a difference is told. */
const partsOfCase: readonly (readonly [what: string, of: (aCase: SessionCase) => unknown])[] = [
  ['the parameters are others', ({ parameters }) => parameters],
  ['the floor is another one', ({ floorNs }) => floorNs],
  ['the memory cap is another one', ({ memoryCapBytes }) => memoryCapBytes],
  ['the service is another one', ({ service }) => service],
  [
    'the inputs are others',
    ({ inputs = {} }) =>
      Object.entries(inputs)
        .map(([name, { sha256 }]) => [name, sha256])
        .sort(),
  ],
  ['what is right is stated otherwise', ({ check }) => check],
  ['the check program is another one', ({ checkFiles }) => checkFiles],
  [
    'the measures are others',
    ({ measures }) =>
      measures.map(({ id, unit, better, source, matters }) => ({
        id,
        unit,
        better,
        source,
        matters,
      })),
  ],
];

function otherCase(there: SessionCase, own: SessionCase): string | undefined {
  const part = partsOfCase.find(([, of]) => isOther(of(there), of(own)));
  if (part !== undefined) return part[0];
  for (const contestant of own.contestants) {
    const other = there.contestants.find(({ id }) => id === contestant.id);
    if (other === undefined) return `the reference has no ${contestant.id}`;
    if (isOther(programOf(other), programOf(contestant)))
      return `${contestant.id} is another program, or started otherwise (${changedIn(other, contestant)})`;
  }
  return undefined;
}

/** All of a contestant that is the same on every machine; what a build made of it isn't. */
function programOf({ key: _, why: _why, build, ...rest }: Contestant): unknown {
  return { ...rest, build: build?.words };
}

/** The first file that differs, or the first field. */
function changedIn(there: Contestant, own: Contestant): string {
  const file = own.files.find(
    ({ path, sha256 }) => !there.files.some((one) => one.path === path && one.sha256 === sha256),
  );
  if (file !== undefined) return file.path;
  const [before, after] = [programOf(there), programOf(own)] as Record<string, unknown>[];
  const names = Object.keys({ ...before, ...after });
  return names.find((name) => isOther(before?.[name], after?.[name])) ?? 'files';
}

const isOther = (a: unknown, b: unknown): boolean =>
  canonicalJson(a ?? null) !== canonicalJson(b ?? null);
