import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '../measure/host.ts';
import { allowedEnvironment, recordedEnvironment } from '../measure/environment.ts';
import { describeMachine } from '../measure/machine.ts';
import { scrubPaths } from '../measure/scrub.ts';
import { prepareWorld, type World } from '../measure/world.ts';
import { planCases, type PlannedCase, type Surroundings } from '../plan/cases.ts';
import { checkSelection, everything, type Selection } from '../plan/selection.ts';
import { loadRuntimes, loadScenarios } from '../scenario/load.ts';
import type { FoundRuntime, MissingRuntime, RuntimeDefinition } from '../scenario/runtime.ts';
import type { MeasuringProfile, Scenario } from '../scenario/schema.ts';
import { sha256Of } from '../store/canonical.ts';
import type { Machine, SessionRuntime } from '../store/schema.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';

/** Everything that is known before the plan: what there is to compare, and what is here to do it with. */
export interface Surrounded {
  readonly scenarios: readonly Scenario[];
  readonly definitions: readonly RuntimeDefinition[];
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly world: World;
  readonly machine: Machine;
  readonly environment: Readonly<Record<string, string>>;
  readonly surroundings: Surroundings;
  /** Removes the scratch folder. */
  close(): void;
}

/**
 * Loads the scenarios, finds the runtimes and describes the machine. Close it at the end.
 *
 * @param finds false: no runtime is looked for, where none will run
 * @throws Problem (usage) for a mistake in a file or in the selection, before anything is looked for
 */
export async function lookAround(
  places: Places,
  output: Output,
  selection: Selection = everything,
  finds = true,
): Promise<Surrounded> {
  const scenarios = await loadScenarios(places.runners);
  checkSelection(selection, scenarios);
  const definitions = await loadRuntimes(places.runners);
  const say = (line: string): void => output.say(line);
  const runtimes = await findRuntimes(finds ? definitions : [], places, output);
  const scratch = mkdtempSync(join(tmpdir(), 'steelyard-'));
  const close = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    const world = await prepareWorld({ cache: places.cache, scratch, say });
    const machine = describeMachine(world);
    const environment = allowedEnvironment({ scratch });
    const launcher = { sha256: launcherHash(world), metric: world.launcher.metric };
    const surroundings = {
      runners: places.runners,
      runtimes,
      launcher,
      memoryGiB: machine.memoryGiB,
    };
    return { scenarios, definitions, runtimes, world, machine, environment, surroundings, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What is here of these runtimes, by id. */
export async function findRuntimes(
  definitions: readonly RuntimeDefinition[],
  places: Pick<Places, 'root' | 'cache'>,
  output: Output,
): Promise<Map<string, FoundRuntime | MissingRuntime>> {
  const say = (line: string): void => output.say(line);
  const host = createHost({ root: places.root, cache: places.cache, say });
  const runtimes = new Map<string, FoundRuntime | MissingRuntime>();
  for (const definition of definitions) {
    runtimes.set(definition.id, withoutPaths(await definition.find(host)));
  }
  return runtimes;
}

/** Reasons are recorded and published, so they may not name folders of this machine. */
function withoutPaths(found: FoundRuntime | MissingRuntime): FoundRuntime | MissingRuntime {
  if (!found.available) return { ...found, reason: scrubPaths(found.reason) };
  const missing = Object.entries(found.missing).map(([name, reason]) => [name, scrubPaths(reason)]);
  return { ...found, missing: Object.fromEntries(missing) as Record<string, string> };
}

/** The cases that a profile and a selection want here. */
export function planHere(
  around: Surrounded,
  profile: MeasuringProfile,
  selection: Selection = everything,
  rounds?: number,
): PlannedCase[] {
  return planCases(around.scenarios, profile, selection, around.surroundings, rounds);
}

/** Two ways of starting programs never stand in one comparison, so their hashes differ. */
export function launcherHash(world: World): string {
  return world.launcher.method === 'launcher' ? world.launcher.sha256 : sha256Of('spawn');
}

/** What session.json says of the runtimes. */
export function sessionRuntimes(around: Surrounded): SessionRuntime[] {
  return around.definitions.map((definition) => {
    const { id, title, homepage } = definition;
    const found = around.runtimes.get(id);
    if (found?.available !== true) {
      return { id, title, homepage, available: false, reason: found?.reason ?? 'not looked for' };
    }
    return {
      id,
      title,
      homepage,
      available: true,
      version: found.version,
      binarySha256: found.binarySha256,
      dependencies: { ...found.dependencies },
      missing: { ...found.missing },
      ...(found.environment === undefined
        ? {}
        : { environment: recordedEnvironment(found.environment) }),
      facts: { ...found.facts },
    };
  });
}
