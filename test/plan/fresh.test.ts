import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cpuTime } from '../../src/index.ts';
import type { PlannedCase } from '../../src/plan/cases.ts';
import { judgeFreshness, type Freshness, type KnownSession } from '../../src/plan/fresh.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import {
  allRounds,
  entriesOf,
  foundRuntime,
  machine,
  makeRunners,
  measured,
  planOf,
} from './plan.ts';

let runners = '';
beforeEach(() => {
  runners = makeRunners();
});
afterEach(() => rmSync(runners, { recursive: true }));

type TreeMemory = typeof machine.treeMemory;

/** No limit of the machine stands against anything. */
const nothing = (): undefined => undefined;

const judge = (
  planned: readonly PlannedCase[],
  ...sessions: KnownSession[]
): Freshness | undefined => judgeFreshness(planned, sessions, machine, nothing).get('wait/10');

const [firstCase, secondCase] = aScenario().cases;
const [threads] = aScenario().contestants;

describe('a case is fresh', () => {
  it('when one session here holds every contestant with its rounds, and that session is named', () => {
    const planned = planOf(runners);
    expect(judge(planned, measured('s1', entriesOf(planned)))).toEqual({
      fresh: true,
      session: 's1',
    });
  });

  it('in the newest session that fits', () => {
    const planned = planOf(runners);
    const sessions = ['s1', 's2'].map((id) => measured(id, entriesOf(planned)));
    expect(judge(planned, ...sessions)).toEqual({ fresh: true, session: 's2' });
  });

  it('in an older session, when the newest no longer fits', () => {
    const planned = planOf(runners);
    const newer = measured('s2', entriesOf(planOf(runners, { rounds: 3 })));
    expect(judge(planned, measured('s1', entriesOf(planned)), newer)).toEqual({
      fresh: true,
      session: 's1',
    });
  });

  it('when the session holds more contestants than are wanted', () => {
    const wanted = planOf(runners, { scenario: { contestants: [threads!] } });
    expect(judge(wanted, measured('s1', entriesOf(planOf(runners))))?.fresh).toBe(true);
  });

  it('when the session holds more rounds, more blocks, of another profile', () => {
    const full = entriesOf(planOf(runners, { profile: 'full' }));
    expect(judge(planOf(runners), measured('s1', full))?.fresh).toBe(true);
  });

  it('when a contestant failed in all its rounds: a finished failure is a result', () => {
    const planned = planOf(runners);
    const session = measured('s1', entriesOf(planned), (aCase, contestant) => [
      ...allRounds(aCase, contestant, { outcome: 'timed-out' }).slice(0, 2),
      ...allRounds(aCase, contestant, { outcome: 'not-attempted' }).slice(2),
    ]);
    expect(judge(planned, session)?.fresh).toBe(true);
  });

  it('when only wording, timeouts and what matters were edited', () => {
    const session = measured('s1', entriesOf(planOf(runners)));
    const edited = planOf(runners, {
      scenario: {
        title: 'Another title',
        work: 'Other words.',
        cases: [{ ...firstCase!, timeoutS: 99 }, secondCase!],
        measures: [{ ...aScenario().measures[0]!, title: 'Time', matters: '100%' }],
      },
    });
    expect(judge(edited, session)?.fresh).toBe(true);
  });

  it('not when a measure was added, but when one was taken away', () => {
    const { measures } = aScenario();
    const more = { scenario: { measures: [...measures, cpuTime()] } };
    const session = measured('s1', entriesOf(planOf(runners)));
    expect(judge(planOf(runners, more), session)).toEqual({
      fresh: false,
      reason: 'the measure cpuTime is new',
    });
    const withMore = measured('s2', entriesOf(planOf(runners, more)));
    expect(judge(planOf(runners), withMore)?.fresh).toBe(true);
  });

  it('whether or not a contestant that can not run here was measured', () => {
    const withoutRuntime = planOf(runners, {
      around: { runtimes: new Map([['one', { available: false, reason: 'not on PATH' }]]) },
    });
    const session = measured('s1', entriesOf(planOf(runners)));
    expect(judge(withoutRuntime, session)?.fresh).toBe(true);
  });

  it('when a contestant that runs once has its one round', () => {
    const scenario = { cases: [{ ...firstCase!, once: ['tasks'] }] };
    const planned = planOf(runners, { scenario });
    const session = measured('s1', entriesOf(planned), (aCase, contestant) =>
      contestant === 'tasks'
        ? allRounds(aCase, contestant).slice(1, 2)
        : allRounds(aCase, contestant),
    );
    expect(judge(planned, session)?.fresh).toBe(true);
    const none = measured('s1', entriesOf(planned), (aCase, contestant) =>
      contestant === 'tasks' ? [] : allRounds(aCase, contestant),
    );
    expect(judge(planned, none)).toEqual({
      fresh: false,
      reason: 'tasks has fewer than 1 rounds',
    });
  });
});

describe('a case is stale, and says why,', () => {
  const reasonOf = (freshness: Freshness | undefined): string =>
    freshness?.fresh === false ? freshness.reason : 'it is fresh';

  it('when it was never measured here', () => {
    expect(reasonOf(judge(planOf(runners)))).toBe('never measured on this machine');
  });

  it('when only another machine measured it', () => {
    const planned = planOf(runners);
    const { session, records } = measured('s1', entriesOf(planned));
    const elsewhere = {
      session: { ...session, machine: { ...session.machine, key: sha256Of('elsewhere') } },
      records,
    };
    expect(reasonOf(judge(planned, elsewhere))).toBe('never measured on this machine');
  });

  it.each(['pss', 'none'] as const)(
    'when its memory was read as %s, and a cgroup is to be had now; not the other way round',
    (treeMemory) => {
      const planned = planOf(runners);
      const { session, records } = measured('s1', entriesOf(planned));
      const readAs = (kind: TreeMemory): KnownSession => ({
        session: { ...session, machine: { ...session.machine, treeMemory: kind } },
        records,
      });
      const judgeWhere = (kind: TreeMemory, known: KnownSession) =>
        judgeFreshness(planned, [known], { ...machine, treeMemory: kind }, nothing).get('wait/10');
      expect(judgeWhere('cgroup-v2', readAs(treeMemory))).toEqual({
        fresh: false,
        reason: `the memory of whole trees was read as ${treeMemory}, and here it can be by cgroup-v2 now`,
      });
      expect(judgeWhere(treeMemory, readAs('cgroup-v2'))?.fresh).toBe(true);
      expect(judgeWhere(treeMemory, readAs(treeMemory))?.fresh).toBe(true);
    },
  );

  it('when it has fewer rounds than the profile wants', () => {
    const session = measured('s1', entriesOf(planOf(runners)));
    expect(reasonOf(judge(planOf(runners, { profile: 'full' }), session))).toBe(
      'threads has fewer than 21 rounds',
    );
  });

  it('when the budget cut its last round', () => {
    const planned = planOf(runners);
    const cut = measured('s1', entriesOf(planned), (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, contestant === 'tasks' ? -1 : undefined),
    );
    expect(reasonOf(judge(planned, cut))).toBe('tasks has fewer than 8 rounds');
  });

  it('whatever its warm-up: that is not counted', () => {
    const planned = planOf(runners);
    const session = measured('s1', entriesOf(planned), (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, 8),
    );
    expect(reasonOf(judge(planned, session))).toBe('threads has fewer than 8 rounds');
  });

  it('when a contestant is new', () => {
    const before = planOf(runners, { scenario: { contestants: [threads!] } });
    expect(reasonOf(judge(planOf(runners), measured('s1', entriesOf(before))))).toBe(
      'tasks is new',
    );
  });

  it('when a program was edited', () => {
    const session = measured('s1', entriesOf(planOf(runners)));
    writeFileSync(join(runners, 'runtimes/one/tasks.txt'), 'better\n');
    expect(reasonOf(judge(planOf(runners), session))).toBe(
      'tasks changed: its program, runtime or parameters',
    );
  });

  it('when the runtime was updated', () => {
    const session = measured('s1', entriesOf(planOf(runners)));
    const around = { runtimes: new Map([['one', foundRuntime({ version: '2.0.0' })]]) };
    expect(reasonOf(judge(planOf(runners, { around }), session))).toContain('threads changed');
  });

  it('when a runtime has come that was not here', () => {
    const without = planOf(runners, {
      around: { runtimes: new Map([['one', { available: false, reason: 'not on PATH' }]]) },
    });
    const session = measured('s1', entriesOf(without), (aCase, contestant) =>
      allRounds(aCase, contestant, { outcome: 'unavailable' }).slice(1, 2),
    );
    expect(judge(without, session)?.fresh).toBe(true);
    expect(reasonOf(judge(planOf(runners), session))).toContain('threads changed');
  });

  it('when its contestants are fresh only in different sessions: a verdict needs shared rounds', () => {
    const planned = planOf(runners);
    const only = (id: string): KnownSession =>
      measured(
        `only ${id}`,
        entriesOf(planned).map((entry) => ({
          ...entry,
          contestants: entry.contestants.filter((each) => each.id === id),
        })),
      );
    expect(reasonOf(judge(planned, only('threads'), only('tasks')))).toBe('threads is new');
  });
});

describe('what a limit of the machine kept from being attempted', () => {
  /** `tasks` is given up from this round on; there are blocks of seven rounds. */
  const givenUpFrom = (round: number): [PlannedCase[], KnownSession] => {
    const planned = planOf(runners, { profile: 'full' });
    const session = measured('s1', entriesOf(planned), (aCase, contestant) =>
      allRounds(aCase, contestant).map((record) => ({
        ...record,
        block: Math.ceil(record.round / 7),
        ...(contestant === 'tasks' && record.round >= round
          ? { outcome: 'not-attempted' as const }
          : {}),
      })),
    );
    return [planned, session];
  };
  const judgeWith = (round: number, obstacle: string | undefined) => {
    const [planned, session] = givenUpFrom(round);
    return judgeFreshness(planned, [session], machine, (aCase, contestant) =>
      contestant === 'tasks' && aCase.entry.id === 'wait/10' ? obstacle : 'of another',
    ).get('wait/10');
  };

  it.each([1, 8, 15])('in the first round of a block, %i, is fresh while it stands', (round) => {
    expect(judgeWith(round, 'too few descriptors')).toEqual({ fresh: true, session: 's1' });
    expect(judgeWith(round, undefined)).toEqual({
      fresh: false,
      reason: 'tasks was not attempted, and nothing stands against it any more',
    });
  });

  it('is told from what was given up after a failure in the block', () => {
    const [planned, { session, records }] = givenUpFrom(16);
    const failed = records.map((record): InvocationRecord =>
      record.contestant === 'tasks' && record.round === 15
        ? { ...record, outcome: 'failed' }
        : record,
    );
    expect(judge(planned, { session, records: failed })?.fresh).toBe(true);
  });
});

describe('the sizes of a growth series', () => {
  const scenario = { growth: [{ of: 'wall', matters: '1 ns' }] };
  const freshIn = (planned: readonly PlannedCase[], ...sessions: KnownSession[]): boolean[] =>
    [...judgeFreshness(planned, sessions, machine, nothing).values()].map(({ fresh }) => fresh);

  it('are fresh together, in one session', () => {
    const planned = planOf(runners, { scenario });
    expect(freshIn(planned, measured('s1', entriesOf(planned)))).toEqual([true, true]);
  });

  it('are all stale when one of them is', () => {
    const planned = planOf(runners, { scenario });
    const session = measured('s1', entriesOf(planned).slice(0, 1));
    expect(freshIn(planned, session)).toEqual([false, false]);
    expect(judge(planned, session)).toEqual({
      fresh: false,
      reason: 'another size of its series is stale',
    });
  });

  it('are stale when two sessions hold one each', () => {
    const planned = planOf(runners, { scenario });
    const [small, large] = entriesOf(planned);
    expect(freshIn(planned, measured('s1', [small!]), measured('s2', [large!]))).toEqual([
      false,
      false,
    ]);
  });

  it('without a growth to estimate are fresh or stale each for itself', () => {
    const planned = planOf(runners);
    expect(freshIn(planned, measured('s1', entriesOf(planned).slice(0, 1)))).toEqual([true, false]);
  });
});
