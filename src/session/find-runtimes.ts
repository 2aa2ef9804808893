/** What is here of the runtimes: each asked by its own file, in a folder of its own. */
import { join } from 'node:path';
import { recordedEnvironment } from '../measure/environment.ts';
import { createHost } from '../measure/host.ts';
import { scrubPaths } from '../measure/scrub.ts';
import { PADDING } from '../plan/round-number.ts';
import { askRuntime } from '../scenario/found.ts';
import { Problem } from '../scenario/problem.ts';
import type { FoundRuntime, MissingRuntime, RuntimeDefinition } from '../scenario/runtime.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/**
 * What is here of these runtimes, by id.
 *
 * @throws Problem (usage) for a mistake in a runtime's file
 * @param places.cache each gets a folder below it, so that none overwrites what another one built
 */
export async function findRuntimes(
  definitions: readonly RuntimeDefinition[],
  places: Pick<Places, 'root' | 'cache'>,
  output: Output,
  signal?: AbortSignal,
): Promise<Map<string, FoundRuntime | MissingRuntime>> {
  const say = (line: string): void => output.say(line);
  const { root } = places;
  const runtimes = new Map<string, FoundRuntime | MissingRuntime>();
  for (const definition of definitions) {
    const cache = runtimeCache(places.cache, definition.id);
    const { host, files, packages } = createHost({ root, cache, say, signal });
    const found = withoutPaths(await askRuntime(definition, host), folderNames(places));
    checkVariables(definition.id, found);
    const words = found.available ? commandWithoutPaths(found, folderNames(places)) : [];
    runtimes.set(definition.id, found.available ? { ...found, files, packages, words } : found);
  }
  return runtimes;
}

/** The folder that a runtime gets as `host.cache`. Builds that share programs don't share it: they are built apart. */
function runtimeCache(cache: string, id: string): string {
  return join(cache, 'runtimes', id);
}

/** Path → name: where a project and its cache stand is no matter to what is recorded, nor to a key. */
function folderNames({
  root,
  cache,
}: Pick<Places, 'root' | 'cache'>): Readonly<Record<string, string>> {
  return { [root]: '<project>', [cache]: '<cache>' };
}

/** Variables as sessions of a project record them. */
export function recordedIn(
  places: Pick<Places, 'root' | 'cache'>,
): (variables: Readonly<Record<string, string>>) => Record<string, string> {
  const names = folderNames(places);
  return (variables) => recordedEnvironment(variables, names);
}

/** The flags that programs are started with; where the binary stands on this machine is no matter. */
export function commandWithoutPaths(
  { binary, command }: FoundRuntime,
  names: Readonly<Record<string, string>>,
): string[] {
  return command.map((word, index) =>
    index === 0 || word === binary ? '<binary>' : scrubPaths(word, names),
  );
}

/** @throws Problem (usage) where a runtime sets what every run has of its own */
function checkVariables(id: string, found: FoundRuntime | MissingRuntime): void {
  const environment = found.available ? (found.environment ?? {}) : {};
  const taken = ['HOME', 'TMPDIR', PADDING].filter((name) => name in environment);
  if (taken.length > 0)
    throw new Problem(
      'usage',
      `The runtime "${id}" sets ${taken.join(' and ')}, but every run gets its own. Leave it out of its environment.`,
    );
}

/** Reasons are recorded and published, so they may not name folders of this machine. */
function withoutPaths(
  found: FoundRuntime | MissingRuntime,
  names: Readonly<Record<string, string>>,
): FoundRuntime | MissingRuntime {
  if (!found.available) return { ...found, reason: scrubPaths(found.reason, names) };
  const missing = Object.entries(found.missing).map(([name, reason]) => [
    name,
    scrubPaths(reason, names),
  ]);
  return { ...found, missing: Object.fromEntries(missing) as Record<string, string> };
}
