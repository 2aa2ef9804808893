/** The reference of the document is of these very programs: nothing in its keys has changed since it was measured. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readLock } from '../../../runners/runtimes/python/lock.ts';
import { planCases } from '../../../src/plan/cases.ts';
import { everything } from '../../../src/plan/selection.ts';
import type { FoundRuntime, MissingRuntime } from '../../../src/scenario/runtime.ts';
import { readReport } from '../../../src/site/reports.ts';
import { readSessionFile } from '../../../src/store/read.ts';
import type { Session } from '../../../src/store/schema.ts';
import { scenarios } from './runners/scenarios.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const runners = join(project, 'runners');
const { session: pinned } = readReport(join(project, 'content'), 'duso-vs-python');
const session: Session = readSessionFile(join(project, 'data', 'sessions', pinned!));
const lock = await readLock(join(runners, 'runtimes', 'python', 'requirements.lock'));

/** The runtimes as the session found them. */
function foundThen(): Map<string, FoundRuntime | MissingRuntime> {
  return new Map(
    session.runtimes.map((runtime): [string, FoundRuntime | MissingRuntime] => {
      if (!runtime.available) return [runtime.id, { available: false, reason: runtime.reason }];
      const { version, binarySha256, dependencies, missing, environment } = runtime;
      const found: FoundRuntime = {
        available: true,
        version,
        binary: '<binary>',
        binarySha256,
        command: ['<binary>'],
        words: ['<binary>'],
        dependencies,
        missing,
        facts: {},
        ...(environment && { environment }),
        ...(runtime.id.startsWith('python') && { lockSha256: lock.sha256 }),
      };
      return [runtime.id, found];
    }),
  );
}

it('the keys of the pinned session are those that this tree computes for the same runtimes', () => {
  const surroundings = {
    runners,
    runtimes: foundThen(),
    launcher: session.launcher,
    memoryGiB: session.machine.memoryGiB,
  };
  const now = new Map(
    planCases(scenarios, 'full', everything, surroundings).flatMap(({ entry }) =>
      entry.contestants.map(({ id, key }) => [`${entry.id} ${id}`, key] as const),
    ),
  );
  const then = session.cases.flatMap(({ id, contestants }) =>
    contestants.map((one) => [`${id} ${one.id}`, one.key] as const),
  );
  expect(then.length).toBeGreaterThan(100);
  expect(then.filter(([name, key]) => now.get(name) !== key).map(([name]) => name)).toEqual([]);
  expect(now.size).toBe(then.length);
});
