/** The programs of base and head side by side, and the runtimes that start them. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Trial, TrialRuntime } from '../plan/trials.ts';
import type { Built } from '../scenario/made.ts';
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
    const source = join(from[side], programs);
    const target = join(runners, 'runtimes', id);
    // A tool has none.
    if (existsSync(source)) cpSync(source, target, { recursive: true, filter });
  }
  for (const name of ['services', 'checks', 'inputs'])
    if (existsSync(join(places.runners, name)))
      cpSync(join(places.runners, name), join(runners, name), { recursive: true });
}

/** What was built, each side's in a place of its own: paths of one length, and none is the other's. */
export function copyBuilt(trials: readonly Trial[], folder: string): Trial[] {
  return trials.map((trial, index) => {
    const built = new Map<string, Built>();
    for (const [side, one] of trial.planned.built) {
      const path = join(folder, 'built', `${index}${ENDINGS[side]}`);
      cpSync(one.path, path);
      built.set(side, { ...one, path });
    }
    return { ...trial, planned: { ...trial.planned, built } };
  });
}

const ENDINGS: Readonly<Record<string, string>> = {
  base: '-base',
  'base-again': '-copy',
  head: '-head',
};

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
