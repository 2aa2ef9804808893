/** Which contestants of which cases differ between two states of the runners. */
import { canonicalJson } from '../store/canonical.ts';
import type { SessionContestant } from '../store/schema.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { PlannedCase } from './cases.ts';
import { serviceParameters } from './contestants.ts';

/** One state of the runners, planned with the same profile on the same machine. */
export interface PlannedSide {
  readonly cases: readonly PlannedCase[];
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  /** The side's folder of the project; absolute. It may stand in a runtime's command. */
  readonly root: string;
}

interface Place {
  readonly case: string;
  readonly contestant: string;
}

export type Difference = Place &
  (
    | {
        readonly state: 'comparable';
        readonly base: PlannedCase;
        readonly head: PlannedCase;
      }
    | { readonly state: 'needs a new reference'; readonly why: string; readonly head: PlannedCase }
    | { readonly state: 'not measured here'; readonly why: string }
    | { readonly state: 'new'; readonly head: PlannedCase }
    | { readonly state: 'removed' }
  );

/** What differs, in the order of head's cases, then what head no longer has. */
export function findDifferences(base: PlannedSide, head: PlannedSide): Difference[] {
  const found = head.cases.flatMap((headCase) => {
    const baseCase = base.cases.find(({ entry }) => entry.id === headCase.entry.id);
    return rivals(headCase).flatMap((contestant): Difference[] => {
      const place = { case: headCase.entry.id, contestant: contestant.id };
      const before = baseCase && rivals(baseCase).find(({ id }) => id === contestant.id);
      if (baseCase === undefined || before === undefined)
        return [{ ...place, state: 'new', head: headCase }];
      const sameCommand =
        commandOf(before, base, head.root) === commandOf(contestant, head, head.root);
      if (before.key === contestant.key && sameCommand) return [];
      return [differenceOf(place, contestant, baseCase, headCase)];
    });
  });
  return [...found, ...removedFrom(base, head)];
}

function differenceOf(
  place: Place,
  contestant: SessionContestant,
  base: PlannedCase,
  head: PlannedCase,
): Difference {
  const incomparable = whyIncomparable(base, head);
  if (incomparable !== undefined)
    return { ...place, state: 'needs a new reference', why: incomparable, head };
  const missing = head.unavailable.get(contestant.id) ?? base.unavailable.get(contestant.id);
  if (missing !== undefined) return { ...place, state: 'not measured here', why: missing };
  if (contestant.once)
    return { ...place, state: 'not measured here', why: 'it is run once, and not compared' };
  return { ...place, state: 'comparable', base, head };
}

/** Why the numbers before and after are not of one quantity. */
function whyIncomparable(base: PlannedCase, head: PlannedCase): string | undefined {
  const aspects: readonly [string, (side: PlannedCase) => unknown][] = [
    ['its parameters changed', ({ entry }) => entry.parameters],
    [
      'the check of its answer changed',
      ({ entry, scenario }) => [scenario.answer, scenario.check, entry.checkFiles],
    ],
    [
      'what it works on changed',
      ({ inputs }) => [...inputs].map(([name, { sha256 }]) => [name, sha256]),
    ],
    ['its floor changed', ({ entry }) => entry.floorNs],
    [
      'the service that it talks to changed',
      ({ entry, scenario, settings }) => [entry.service, serviceParameters(scenario, settings)],
    ],
    [
      'its measures changed',
      ({ entry }) => entry.measures.map(({ id, unit, source }) => ({ id, unit, source })),
    ],
  ];
  const differs = aspects.find(
    ([, aspect]) => canonicalJson({ is: aspect(base) }) !== canonicalJson({ is: aspect(head) }),
  );
  return differs?.[0];
}

function removedFrom(base: PlannedSide, head: PlannedSide): Difference[] {
  return base.cases.flatMap((baseCase) => {
    const headCase = head.cases.find(({ entry }) => entry.id === baseCase.entry.id);
    const kept = new Set(headCase && rivals(headCase).map(({ id }) => id));
    return rivals(baseCase)
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => ({ case: baseCase.entry.id, contestant: id, state: 'removed' as const }));
  });
}

/** Contestants without the A/A copies. */
function rivals({ entry }: PlannedCase): SessionContestant[] {
  return entry.contestants.filter(({ controlOf }) => controlOf === undefined);
}

/** How its programs are started: no part of the key, but a change of it may change every number. */
function commandOf({ runtime }: SessionContestant, side: PlannedSide, root: string): string {
  const found = side.runtimes.get(runtime);
  if (found?.available !== true) return '';
  return canonicalJson(found.command.map((word) => word.replaceAll(side.root, root)));
}
