/**
 * A trial: one contestant of a case before and after a change, planned as a case of its own, so
 * that the session runner makes it like any other. Its contestants are `base`, `base-again` and
 * `head`, each with a copy of its runtime's folder: `base-again` is the same bytes under another
 * name, and the three paths are equally long, since a path's length can move a program's memory.
 */
import { folderOf, type Contestant } from '../scenario/schema.ts';
import type { Built } from '../scenario/made.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { SessionContestant } from '../store/schema.ts';
import type { PlannedCase } from './cases.ts';
import type { Difference, PlannedSide } from './changed.ts';

/** Contestant of a trial, with the ending of its runtime's folder. */
const endings = { base: '-base', 'base-again': '-copy', head: '-head' } as const;
type TrialSide = keyof typeof endings;

export interface Trial {
  readonly difference: Difference;
  readonly planned: PlannedCase;
  /** False: head is only tried out once, for its answer. */
  readonly compares: boolean;
}

/** A folder of a runtime that a trial needs, and its runtime as it was found on that side. */
export interface TrialRuntime {
  /** As it is named in the trial. */
  readonly id: string;
  /** As it is named in the project. */
  readonly of: string;
  readonly side: 'base' | 'head';
  /** Folder of its programs there, under `runners/`. */
  readonly programs: string;
  readonly found: FoundRuntime | MissingRuntime;
}

/** Trials of what can run here: what is comparable is compared, what is new is tried out. */
export function planTrials(differences: readonly Difference[], rounds: number): Trial[] {
  return differences.flatMap((difference): Trial[] => {
    const { state, contestant } = difference;
    if (state === 'comparable') return [compareTrial(difference, rounds)];
    if (state !== 'new' && state !== 'needs a new reference') return [];
    const { head } = difference;
    const runsOnce = head.entry.contestants.some(({ id, once }) => id === contestant && once);
    if (head.unavailable.has(contestant) || runsOnce) return [];
    const planned = trialCase(head, contestant, [sideOf(head, contestant, 'head')], 1);
    return [{ difference, planned, compares: false }];
  });
}

/** The folders of runtimes that these trials need. */
export function trialRuntimes(
  trials: readonly Trial[],
  sides: Readonly<Record<'base' | 'head', PlannedSide>>,
): TrialRuntime[] {
  const needed = new Map<string, TrialRuntime>();
  for (const { planned, difference } of trials) {
    for (const { id: name, runtime } of planned.scenario.contestants) {
      const side = name === 'head' ? 'head' : 'base';
      const original = contestantOf(difference, side);
      if (original === undefined) continue;
      const of = original.runtime;
      const found = sides[side].runtimes.get(of);
      const programs = folderOf(original);
      if (found !== undefined) needed.set(runtime, { id: runtime, of, side, programs, found });
    }
  }
  return [...needed.values()];
}

/** What a difference is about, as that side's scenario has it. */
function contestantOf(difference: Difference, side: 'base' | 'head'): Contestant | undefined {
  const { state, contestant } = difference;
  if (state === 'removed' || state === 'not measured here') return undefined;
  const planned = side === 'base' && state === 'comparable' ? difference.base : difference.head;
  return planned.scenario.contestants.find(({ id }) => id === contestant);
}

function compareTrial(
  difference: Difference & { readonly state: 'comparable' },
  rounds: number,
): Trial {
  const { base, head, contestant } = difference;
  const sides = [
    sideOf(base, contestant, 'base'),
    sideOf(base, contestant, 'base-again'),
    sideOf(head, contestant, 'head'),
  ];
  const planned = trialCase(head, contestant, sides, rounds);
  return { difference, planned, compares: true };
}

interface Entered {
  readonly contestant: Contestant;
  readonly entry: SessionContestant;
  readonly built: Built | undefined;
}

function trialCase(
  head: PlannedCase,
  contestant: string,
  sides: readonly Entered[],
  rounds: number,
): PlannedCase {
  const id = `${head.entry.id}/${contestant}`;
  return {
    scenario: {
      ...head.scenario,
      growth: [],
      contestants: sides.map((side) => side.contestant),
    },
    settings: head.settings,
    unit: id,
    unavailable: new Map(),
    inputs: head.inputs,
    built: new Map(
      sides.flatMap(({ contestant: { id: side }, built }) => (built ? [[side, built]] : [])),
    ),
    entry: {
      ...head.entry,
      id,
      rounds,
      blocks: 1,
      contestants: sides.map((side) => side.entry),
    },
  };
}

/** A contestant under its side's name, in its side's folder. */
function sideOf(planned: PlannedCase, contestant: string, side: TrialSide): Entered {
  const program = planned.scenario.contestants.find(({ id }) => id === contestant);
  const entry = planned.entry.contestants.find(({ id }) => id === contestant);
  if (program === undefined || entry === undefined)
    throw new Error(`"${contestant}" is not in ${planned.entry.id}`);
  const runtime = `${entry.runtime}${endings[side]}`;
  const files = entry.files.map(({ path, sha256 }) => ({
    path: path.replace(`${folderOf(program)}/`, `runtimes/${runtime}/`),
    sha256,
  }));
  return {
    contestant: { ...program, id: side, runtime, folder: runtime },
    entry: { ...entry, id: side, runtime, files },
    built: planned.built.get(contestant),
  };
}
