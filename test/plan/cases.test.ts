import { commandWithoutPaths, recordedIn } from '../../src/session/find-runtimes.ts';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANY_KEPT_PROFILE,
  ANY_PROFILE,
  planCases,
  runtimesWanted,
  type PlannedCase,
} from '../../src/plan/cases.ts';
import { everything } from '../../src/plan/selection.ts';
import { checkScenario } from '../../src/scenario/check.ts';
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

  it('of several are all that one of them measures, each as the first that does', () => {
    const cases = [
      { ...firstCase!, id: 'tiny', rounds: { smoke: 3 } },
      { ...firstCase!, id: 'short', rounds: { smoke: 3, quick: 8 } },
      { ...secondCase!, id: 'long', rounds: { quick: 8, full: 21 } },
    ];
    const planned = entriesOf(planOf(runners, { scenario: { cases }, profile: ANY_PROFILE }));
    expect(planned.map(({ id, rounds, blocks }) => [id, rounds, blocks])).toEqual([
      ['wait/tiny', 3, 1],
      ['wait/short', 8, 1],
      ['wait/long', 21, 3],
    ]);
    const kept = entriesOf(planOf(runners, { scenario: { cases }, profile: ANY_KEPT_PROFILE }));
    expect(kept.map(({ id }) => id)).toEqual(['wait/short', 'wait/long']);
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

  it('leave out the contestants that name other cases', () => {
    const scenario = { contestants: [threads!, { ...tasks!, cases: ['100'] }] };
    const taking = entriesOf(planOf(runners, { scenario })).map(({ id, contestants }) => [
      id,
      contestants.map((contestant) => contestant.id),
    ]);
    expect(taking).toEqual([
      ['wait/10', ['threads']],
      ['wait/100', ['threads', 'tasks']],
    ]);
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
      const words = commandWithoutPaths(foundRuntime({ binary, command }), {});
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

  it('have a key that heeds the variables of a program, and not where this machine keeps what they name', () => {
    const planned = (root: string, cache: string, flags = '-O2') => {
      const environment = {
        LIBRARY: `${root}/lib:/usr/lib`,
        BUILT: `${cache}/built`,
        FLAGS: flags,
      };
      const own = { ...threads!, environment: { EXTRA: `${homedir()}/extra` } };
      const around = {
        runtimes: new Map([['one', foundRuntime({ environment })]]),
        recorded: recordedIn({ root, cache }),
      };
      return entriesOf(planOf(runners, { around, scenario: { contestants: [own] } }))[0]!
        .contestants[0]!;
    };
    const here = planned('/home/me/project', '/home/me/project/.cache');
    expect(planned('/srv/project', '/var/cache/steelyard').key).toBe(here.key);
    expect(planned('/srv/project', '/var/cache/steelyard', '-O3').key).not.toBe(here.key);
    expect(here.environment).toEqual({ EXTRA: '<home>/extra' });
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

describe('the runtimes that are looked for', () => {
  const scenarios = [
    checkScenario(
      aScenario({
        contestants: [
          threads!,
          { ...tasks!, runtime: 'two', cases: ['100'] },
          { id: 'fibres', runtime: 'three', program: 'threads.txt', tuned: true },
        ],
      }),
      'scenarios/wait.ts',
    ),
  ];
  const wanted = (profile: 'smoke' | 'quick' | 'full', ...only: string[]): string[] => [
    ...runtimesWanted(scenarios, profile, { only, skip: [] }),
  ];

  it('are those of the contestants that a profile measures', () => {
    expect(wanted('full')).toEqual(['one', 'three', 'two']);
    expect(wanted('quick')).toEqual(['one', 'two']);
    expect(wanted('smoke')).toEqual([]);
  });

  it('are those alone of the contestants and cases that were asked for', () => {
    expect(wanted('full', 'tasks')).toEqual(['two']);
    expect(wanted('quick', 'wait/10')).toEqual(['one']);
  });
});

describe('a contestant of a further build', () => {
  const folder = { ...threads!, runtime: 'two' };
  const plan = (): PlannedCase => {
    const scenario = checkScenario(aScenario({ contestants: [folder] }), 'scenarios/wait.ts');
    const contestants = scenario.contestants.map((each) => ({ ...each, folder: 'one' }));
    const around = {
      runners,
      runtimes: new Map([['two', foundRuntime()]]),
      launcher: { sha256: 'launcher', metric: 1 },
      memoryGiB: 24,
    };
    return planCases([{ ...scenario, contestants }], 'quick', everything, around)[0]!;
  };

  it('has the files of the runtime that it is a build of, and a runtime of its own', () => {
    const [entry] = plan().entry.contestants;
    expect(entry?.files.map(({ path }) => path)).toEqual(['runtimes/one/threads.txt']);
    expect(entry?.runtime).toBe('two');
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
    const runtime = foundRuntime({ dependencies: { requests: '2.32.5' } });
    expect(reasonsWith(new Map([['one', runtime]]))).toEqual({});
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

  /** Why `threads` can't run with this runtime, if it says this. */
  const whyNot = (
    says: { since?: string; features?: string[] },
    runtime: Parameters<typeof foundRuntime>[0],
  ): string | undefined => {
    const scenario = { contestants: [{ ...threads!, ...says }], cases: [firstCase!] };
    const around = { runtimes: new Map([['one', foundRuntime(runtime)]]) };
    return planOf(runners, { scenario, around })[0]!.unavailable.get('threads');
  };

  it('is what needs a newer version, with the one that is here and where to get another', () => {
    const runtime = { version: '3.11.2', label: 'Example 3.11.2', getAnother: 'Look at the shop.' };
    expect(whyNot({ since: '3.14' }, runtime)).toBe(
      'It needs 3.14 or newer, and Example 3.11.2 is here. Look at the shop.',
    );
    expect(whyNot({ since: '3.14' }, { version: '3.14.0' })).toBeUndefined();
    expect(whyNot({ since: '3.14' }, { version: '3.15.0rc1' })).toBeUndefined();
  });

  it('is what needs a feature that the build lacks, or that its runtime does not know', () => {
    const lacking = { features: { jit: { there: false as const, reason: 'Built without it.' } } };
    expect(whyNot({ features: ['jit'] }, lacking)).toBe('Built without it.');
    expect(whyNot({ features: ['jit'] }, {})).toBe('The runtime knows of no feature "jit".');
    const having = { features: { jit: { there: true as const } } };
    expect(whyNot({ features: ['jit'] }, having)).toBeUndefined();
  });

  it('is not what does without the package that is missing', () => {
    expect(
      reasonsWith(
        new Map([
          [
            'one',
            foundRuntime({
              dependencies: { requests: '2.32.5' },
              missing: { numpy: 'no network' },
            }),
          ],
        ]),
      ),
    ).toEqual({});
  });

  it('is everything of a runtime that nobody defined', () => {
    expect(reasonsWith(new Map())).toMatchObject({
      threads: 'there is no runtime "one" under runners/runtimes/',
    });
  });
});
