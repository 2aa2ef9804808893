/** Names that the texts of reports may speak of: of scenarios, and of sessions that are committed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Roots } from '../places.ts';
import { loadRunners } from '../scenario/load.ts';
import { listSessions, readSessionFile } from '../store/read.ts';

export interface KnownNames {
  /** "io/100". */
  readonly cases: ReadonlySet<string>;
  readonly contestants: ReadonlySet<string>;
  readonly runtimes: ReadonlySet<string>;
  /** By scenario. */
  readonly measures: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Named {
  readonly scenario: string;
  readonly cases: readonly string[];
  readonly contestants: readonly { readonly id: string; readonly runtime: string }[];
  readonly measures: readonly { readonly id: string }[];
}

/**
 * A report may keep what no scenario has any more, as long as a committed session holds its runs.
 *
 * @returns undefined where there are no scenarios to hold a text against
 * @throws Problem (usage) for a scenario or a session that can't be read
 */
export async function knownNames({ runners, data }: Roots): Promise<KnownNames | undefined> {
  if (!existsSync(join(runners, 'scenarios'))) return undefined;
  const { scenarios } = await loadRunners(runners);
  const stated = scenarios.map(({ id, cases, contestants, measures }): Named => ({
    scenario: id,
    cases: cases.map((one) => `${id}/${one.id}`),
    contestants,
    measures,
  }));
  const measured = listSessions(join(data, 'sessions')).flatMap((folder) =>
    readSessionFile(folder).cases.map(({ id, scenario, contestants, measures }): Named => {
      return { scenario, cases: [id], contestants, measures };
    }),
  );
  const all = [...stated, ...measured];
  const measures = new Map<string, Set<string>>();
  for (const one of all) {
    const ids = measures.get(one.scenario) ?? new Set();
    for (const { id } of one.measures) ids.add(id);
    measures.set(one.scenario, ids);
  }
  return {
    cases: new Set(all.flatMap(({ cases }) => cases)),
    contestants: new Set(all.flatMap(({ contestants }) => contestants.map(({ id }) => id))),
    runtimes: new Set(all.flatMap(({ contestants }) => contestants.map(({ runtime }) => runtime))),
    measures,
  };
}
