import { commandWithoutPaths } from '../../src/commands/look-around.ts';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aScenario } from '../fixtures/scenario.ts';
import { entriesOf, foundRuntime, makeRunners, planOf } from './plan.ts';

let runners = '';
beforeAll(() => {
  runners = makeRunners();
});
afterAll(() => rmSync(runners, { recursive: true }));

const [firstCase, secondCase] = aScenario().cases;
const [threads, tasks] = aScenario().contestants;

describe('the cases of a profile', () => {
  it('are those that state rounds for it, named scenario/case', () => {
    const cases = [firstCase!, { ...secondCase!, rounds: { full: 12 } }];
    expect(entriesOf(planOf(runners, { scenario: { cases } })).map(({ id }) => id)).toEqual([
      'wait/10',
    ]);
    const full = entriesOf(planOf(runners, { scenario: { cases }, profile: 'full' }));
    expect(full.map(({ id }) => id)).toEqual(['wait/10', 'wait/100']);
    expect(planOf(runners, { scenario: { cases }, profile: 'smoke' })).toEqual([]);
  });

  it('have three blocks in the full profile, and one elsewhere', () => {
    expect(
      entriesOf(planOf(runners, { profile: 'full' })).map(({ rounds, blocks }) => [rounds, blocks]),
    ).toEqual([
      [21, 3],
      [12, 3],
    ]);
    expect(entriesOf(planOf(runners)).map(({ rounds, blocks }) => [rounds, blocks])).toEqual([
      [8, 1],
      [8, 1],
    ]);
  });

  it('have the rounds that were asked for, in one block if they make no three', () => {
    expect(entriesOf(planOf(runners, { rounds: 5 })).map(({ rounds }) => rounds)).toEqual([5, 5]);
    expect(entriesOf(planOf(runners, { profile: 'full', rounds: 4 }))[0]).toMatchObject({
      rounds: 4,
      blocks: 1,
    });
  });

  it('leave the tuned contestants to the full profile', () => {
    const scenario = { contestants: [threads!, { ...tasks!, tuned: true }] };
    const contestants = (profile: 'quick' | 'full'): string[] =>
      entriesOf(planOf(runners, { scenario, profile }))[0]!.contestants.map(({ id }) => id);
    expect(contestants('quick')).toEqual(['threads']);
    expect(contestants('full')).toEqual(['threads', 'tasks']);
  });

  it('leave out the contestants that they do not name', () => {
    const cases = [{ ...firstCase!, contestants: ['tasks'] }];
    expect(
      entriesOf(planOf(runners, { scenario: { cases } }))[0]!.contestants.map(({ id }) => id),
    ).toEqual(['tasks']);
  });

  it('are left out where no contestant is left of them', () => {
    const cases = [{ ...firstCase!, contestants: ['tasks'] }, secondCase!];
    const scenario = { cases, contestants: [threads!, { ...tasks!, tuned: true }] };
    expect(entriesOf(planOf(runners, { scenario })).map(({ id }) => id)).toEqual(['wait/100']);
  });

  it('hold the files of a service, where there is one', () => {
    const scenario = { service: { program: 'server.txt' } };
    expect(entriesOf(planOf(runners, { scenario }))[0]!.service).toEqual([
      {
        path: 'services/server.txt',
        sha256: createHash('sha256').update('server program\n').digest('hex'),
      },
    ]);
    expect(entriesOf(planOf(runners))[0]!).not.toHaveProperty('service');
  });

  it.each([
    [[0], undefined],
    [[3], [3]],
    [
      [0, 1],
      [0, 1],
    ],
  ])('hold the exit codes %j, if they are not 0 alone', (exitCodes, held) => {
    const scenario = { contestants: [{ ...threads!, exitCodes }] };
    expect(entriesOf(planOf(runners, { scenario }))[0]!.contestants[0]!.exitCodes).toEqual(held);
  });

  it('hold the steps before and after a program, where there are any', () => {
    const steps = { prepare: 'shared.txt', cleanup: 'tasks.txt' };
    const held = (changes: Partial<typeof steps>) => {
      const scenario = { contestants: [{ ...threads!, ...changes }] };
      const { prepare, cleanup } = entriesOf(planOf(runners, { scenario }))[0]!.contestants[0]!;
      return { prepare, cleanup };
    };
    expect(held(steps)).toEqual(steps);
    expect(held({})).toEqual({ prepare: undefined, cleanup: undefined });
  });

  it('have a key that heeds the flags of the runtime, and not where it stands', () => {
    const keyOf = (binary: string, ...command: [string, ...string[]]) => {
      const words = commandWithoutPaths(foundRuntime({ binary, command }), '/nowhere');
      const around = { runtimes: new Map([['one', foundRuntime({ words })]]) };
      return entriesOf(planOf(runners, { around }))[0]!.contestants[0]!.key;
    };
    const key = keyOf('/usr/bin/one', '/usr/bin/one', '-u', 'run');
    expect(keyOf('/opt/one', '/opt/one', '-u', 'run')).toBe(key);
    expect(keyOf('/opt/one', '/opt/one', '-v', 'run')).not.toBe(key);
    expect(keyOf('/opt/one', '/opt/one', '-u')).not.toBe(key);
    const wrapped = keyOf('/usr/bin/one', '/usr/bin/wrapper', '/usr/bin/one');
    expect(keyOf('/opt/one', '/opt/wrapper', '/opt/one')).toBe(wrapped);
  });

  it('hold the program first, then its helpers, with the hashes of their bytes', () => {
    const files = entriesOf(planOf(runners))[0]!.contestants[1]!.files;
    expect(files.map(({ path }) => path)).toEqual([
      'runtimes/one/tasks.txt',
      'runtimes/one/shared.txt',
    ]);
    for (const { path, sha256 } of files) {
      expect(sha256).toBe(
        createHash('sha256')
          .update(readFileSync(join(runners, path)))
          .digest('hex'),
      );
    }
  });

  it('hold the floor with their own parameters', () => {
    expect(entriesOf(planOf(runners)).map(({ floorNs }) => floorNs)).toEqual([10_000, 100_000]);
  });

  it('are capped at what they state, else at two thirds of the machine', () => {
    const cases = [{ ...firstCase!, memoryCapGiB: 4 }, secondCase!];
    expect(
      entriesOf(planOf(runners, { scenario: { cases } })).map(
        ({ memoryCapBytes }) => memoryCapBytes,
      ),
    ).toEqual([4 * 1024 ** 3, 16 * 1024 ** 3]);
  });

  it('are units of their own, but the sizes of a growth series are one', () => {
    expect(planOf(runners).map(({ unit }) => unit)).toEqual(['wait/10', 'wait/100']);
    const growing = planOf(runners, { scenario: { growth: [{ of: 'wall', matters: '1 ns' }] } });
    expect(growing.map(({ unit }) => unit)).toEqual(['wait', 'wait']);
  });
});

describe('a contestant that runs once', () => {
  it('is marked so, in its case only', () => {
    const cases = [{ ...firstCase!, once: ['threads'] }, secondCase!];
    const marks = entriesOf(planOf(runners, { scenario: { cases } })).map(({ contestants }) =>
      contestants.map(({ once }) => once),
    );
    expect(marks).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

describe('the A/A control', () => {
  const cases = [
    {
      ...firstCase!,
      rounds: { smoke: 3, quick: 8, full: 21 },
      control: { of: 'tasks', profiles: ['quick' as const] },
    },
  ];

  it('enters its contestant a second time, with the same key and files', () => {
    const { contestants } = entriesOf(planOf(runners, { scenario: { cases } }))[0]!;
    expect(contestants.map(({ id }) => id)).toEqual(['threads', 'tasks', 'tasks-again']);
    const [, original, again] = contestants;
    expect(again).toEqual({ ...original, id: 'tasks-again', controlOf: 'tasks' });
  });

  it.each(['smoke', 'full'] as const)(
    'is not in a profile that it does not name: %s',
    (profile) => {
      const { contestants } = entriesOf(planOf(runners, { scenario: { cases }, profile }))[0]!;
      expect(contestants.map(({ id }) => id)).toEqual(['threads', 'tasks']);
    },
  );

  it('is as unavailable as its original', () => {
    const around = {
      runtimes: new Map([['one', { available: false as const, reason: 'not on PATH' }]]),
    };
    const [planned] = planOf(runners, { scenario: { cases }, around });
    expect(planned?.unavailable.get('tasks-again')).toBe('not on PATH');
  });
});

describe('what can not run here', () => {
  const reasonsWith = (
    runtimes: Map<string, ReturnType<typeof foundRuntime> | { available: false; reason: string }>,
  ): unknown => {
    const scenario = {
      contestants: [threads!, { ...tasks!, needs: ['requests'] }],
      cases: [firstCase!],
    };
    return Object.fromEntries(planOf(runners, { scenario, around: { runtimes } })[0]!.unavailable);
  };

  it('is nothing when the runtime and its packages are here', () => {
    expect(reasonsWith(new Map([['one', foundRuntime()]]))).toEqual({});
  });

  it('is everything of a runtime that was not found, for its own reason', () => {
    expect(reasonsWith(new Map([['one', { available: false, reason: 'not on PATH' }]]))).toEqual({
      threads: 'not on PATH',
      tasks: 'not on PATH',
    });
  });

  it('is what needs a package that is missing, for its reason', () => {
    expect(
      reasonsWith(new Map([['one', foundRuntime({ missing: { requests: 'no network' } })]])),
    ).toEqual({ tasks: 'requests: no network' });
  });

  it('is not what does without the package that is missing', () => {
    expect(
      reasonsWith(new Map([['one', foundRuntime({ missing: { numpy: 'no network' } })]])),
    ).toEqual({});
  });

  it('is everything of a runtime that nobody defined', () => {
    expect(reasonsWith(new Map())).toMatchObject({
      threads: 'there is no runtime "one" under runners/runtimes/',
    });
  });
});
