/** The programs of base and head side by side, and the runtimes that start them. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { TrialRuntime } from '../plan/trials.ts';
import type { Surrounded } from '../session/look-around.ts';
import type { Places } from '../places.ts';

/** Each side's programs in a folder of their own; services are head's. */
export function copyPrograms(
  runtimes: readonly TrialRuntime[],
  runners: string,
  basePlaces: Places,
  places: Places,
): void {
  const from = { base: basePlaces.runners, head: places.runners };
  const filter = (path: string): boolean => !path.endsWith('__pycache__');
  for (const { id, programs, side } of runtimes) {
    const target = join(runners, 'runtimes', id);
    cpSync(join(from[side], programs), target, { recursive: true, filter });
  }
  cpSync(join(places.runners, 'services'), join(runners, 'services'), { recursive: true });
}

/** The surroundings with the runtimes under the names that they have in the trials. */
export function surroundTrials(around: Surrounded, runtimes: readonly TrialRuntime[]): Surrounded {
  const definitions = runtimes.flatMap(({ id, of }) =>
    around.definitions.filter((each) => each.id === of).map((each) => ({ ...each, id })),
  );
  return {
    ...around,
    definitions,
    runtimes: new Map(runtimes.map(({ id, found }) => [id, found])),
  };
}
