import { describeMachine } from '../measure/machine.ts';
import { removeFolder } from '../measure/remove.ts';
import { makeScratch } from '../measure/scratch.ts';
import { prepareWorld, type World } from '../measure/world.ts';
import {
  planCases,
  runtimesWanted,
  wantedCases,
  type PlannedCase,
  type Profiles,
} from '../plan/cases.ts';
import type { Surroundings } from '../plan/contestants.ts';
import { checkNeeds } from '../plan/unavailable.ts';
import { checkSelection, everything, type Selection } from '../plan/selection.ts';
import { loadRunners } from '../scenario/load.ts';
import type { FoundRuntime, MissingRuntime, RuntimeDefinition } from '../scenario/runtime.ts';
import type { Scenario } from '../scenario/schema.ts';
import { sha256Of } from '../store/canonical.ts';
import type { Machine, SessionRuntime } from '../store/schema.ts';
import { findRuntimes, recordedIn } from './find-runtimes.ts';
import { makeFor } from './make.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/** Everything that is known before the plan: what there is to compare, and what is here to do it with. */
export interface Surrounded {
  readonly scenarios: readonly Scenario[];
  readonly definitions: readonly RuntimeDefinition[];
  /** What is here of those that were looked for. */
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly world: World;
  readonly machine: Machine;
  readonly surroundings: Required<Surroundings>;
  /** Removes the scratch folder. */
  close(): void;
}

/**
 * Loads the scenarios, finds the runtimes and describes the machine. Close it at the end.
 *
 * @param options.profile only the runtimes that its cases need are looked for; absent: all
 * @param options.finds false: no runtime is looked for, where none will run
 * @param options.signal ends what is under way
 * @throws Problem (usage) for a mistake in a file or in the selection, before anything is looked for
 */
export async function lookAround(
  places: Places,
  output: Output,
  options: {
    readonly selection?: Selection;
    readonly profile?: Profiles;
    readonly finds?: boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Surrounded> {
  const { selection = everything, profile, finds = true, signal } = options;
  const { scenarios, runtimes: definitions } = await loadRunners(places.runners);
  checkSelection(selection, scenarios);
  const wanted = profile && runtimesWanted(scenarios, profile, selection);
  const needed = definitions.filter(({ id }) => finds && (wanted?.has(id) ?? true));
  const say = (line: string): void => output.say(line);
  const runtimes = await findRuntimes(needed, places, output, signal);
  const scratch = await makeScratch();
  const close = (): void => removeFolder(scratch);
  try {
    const world = await prepareWorld({ cache: places.cache, scratch, say });
    const machine = describeMachine(world);
    const wantedHere = profile && finds ? wantedCases(scenarios, profile, selection) : [];
    const made = await makeFor(wantedHere, { places, runtimes, output, signal });
    const launcher = { sha256: launcherHash(world), metric: world.launcher.metric };
    const surroundings = {
      runners: places.runners,
      runtimes,
      launcher,
      memoryGiB: machine.memoryGiB,
      made,
      recorded: recordedIn(places),
    };
    return { scenarios, definitions, runtimes, world, machine, surroundings, close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * The cases that a profile and a selection want here.
 *
 * @throws Problem (usage) where a contestant needs a package that is in no lock
 */
export function planHere(
  around: Surrounded,
  profile: Profiles,
  selection: Selection = everything,
  rounds?: number,
): PlannedCase[] {
  const planned = planCases(around.scenarios, profile, selection, around.surroundings, rounds);
  for (const { scenario, entry } of planned)
    for (const contestant of scenario.contestants)
      if (entry.contestants.some(({ id }) => id === contestant.id))
        checkNeeds(contestant, around.runtimes.get(contestant.runtime), scenario.id);
  return planned;
}

/** Two ways of starting programs never stand in one comparison, so their hashes differ. */
export function launcherHash(world: World): string {
  return world.launcher.method === 'launcher' ? world.launcher.sha256 : sha256Of('spawn');
}

/** Of a runtime that no planned contestant needs. */
const NOT_NEEDED = 'not looked for, as no contestant of this session runs with it';

/** What session.json says of the runtimes: of all, since documents name them. */
export function sessionRuntimes(around: Surrounded): SessionRuntime[] {
  return around.definitions.map((definition) => {
    const { id, title } = definition;
    const homepage = definition.homepage === undefined ? {} : { homepage: definition.homepage };
    const found = around.runtimes.get(id);
    if (found?.available !== true) {
      return { id, title, ...homepage, available: false, reason: found?.reason ?? NOT_NEEDED };
    }
    return {
      id,
      title,
      ...homepage,
      available: true,
      version: found.version,
      ...(found.label === undefined ? {} : { label: found.label }),
      binarySha256: found.binarySha256,
      dependencies: { ...found.dependencies },
      missing: { ...found.missing },
      ...(found.environment === undefined
        ? {}
        : { environment: around.surroundings.recorded(found.environment) }),
      facts: { ...found.facts },
    };
  });
}
