import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSession } from '../../src/measure/run-session.ts';
import type { SessionRun } from '../../src/measure/session-run.ts';
import type { Progress } from '../../src/measure/progress.ts';
import type { World } from '../../src/measure/world.ts';
import type { PlannedCase } from '../../src/plan/cases.ts';
import { scheduleSteps } from '../../src/plan/schedule.ts';
import type { ScenarioInput } from '../../src/scenario/schema.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { aRecord, aSession } from '../fixtures/session.ts';
import { foundRuntime, makeRunners, planOf } from '../plan/plan.ts';
import { temporaryFolder } from './make-world.ts';

let runners = '';
beforeAll(() => {
  runners = makeRunners();
});
afterAll(() => rmSync(runners, { recursive: true }));

/** A world in which nothing can be started: what is attempted all the same fails the test. */
const world: World = {
  launcher: { method: 'launcher', sha256: '', metric: 1, path: '/nowhere' },
  tree: { kind: 'none', reason: 'not here' },
  scratch: '/nowhere',
  usableCores: 2,
  affinity: [],
  descriptors: 1024,
  confined: 0,
  memoryBytes: 2 ** 30,
  watched: [],
};
const noProgress: Progress = { at() {}, note() {}, end() {} };
const [firstCase] = aScenario().cases;

interface Choice {
  scenario: Partial<ScenarioInput>;
  records?: readonly InvocationRecord[];
  unavailable?: PlannedCase['unavailable'];
  /** Gets what is made. */
  made?: InvocationRecord[];
  rounds?: number;
  /** In which everything is attempted; else nothing may be. */
  world?: World;
}

/** Records of a run that starts nothing. */
async function recordsOf(
  { scenario, records = [], unavailable = new Map(), made = [], rounds = 3, world: given }: Choice,
  signal = new AbortController().signal,
  stopAt?: number,
) {
  const [planned] = planOf(runners, {
    scenario: { cases: [firstCase!], contestants: [aScenario().contestants[0]!], ...scenario },
    rounds,
  });
  const entry = planned!.entry;
  const run: SessionRun = {
    session: aSession({ cases: [entry] }),
    cases: new Map([[entry.id, { ...planned!, unavailable }]]),
    steps: scheduleSteps([entry], 'seed', (_, contestant) => unavailable.has(contestant)),
    records,
    runtimes: new Map([['one', foundRuntime()]]),
    runners,
    serviceCommand: ['/nowhere'],
    typicalSeconds: new Map(),
    checkUnchanged: () =>
      given ? Promise.resolve() : Promise.reject(new Error('something was about to be started')),
    append: (record) => void made.push(record),
  };
  const limits = stopAt === undefined ? { signal } : { signal, stopAt };
  const state = await runSession(run, given ?? world, limits, noProgress);
  return { made, state };
}

describe('a session', () => {
  it('records once that a contestant is not here, with the reason', async () => {
    const { made, state } = await recordsOf({
      scenario: {},
      unavailable: new Map([['threads', 'not on PATH']]),
    });
    expect(state).toBe('finished');
    expect(made).toMatchObject([
      {
        contestant: 'threads',
        block: 1,
        round: 1,
        position: 1,
        outcome: 'unavailable',
        reason: 'not on PATH',
      },
    ]);
  });

  it('does not attempt what could bring the machine down, where no cap can be enforced', async () => {
    const scenario = { contestants: [{ ...aScenario().contestants[0]!, needsCapFrom: 10 }] };
    const { made } = await recordsOf({ scenario });
    expect(made).toHaveLength(4);
    for (const { outcome, reason } of made)
      expect([outcome, reason]).toEqual([
        'not-attempted',
        expect.stringContaining('no memory cap here'),
      ]);
  });

  it('does attempt it below the number of workers from which a cap is needed', async () => {
    const scenario = { contestants: [{ ...aScenario().contestants[0]!, needsCapFrom: 11 }] };
    await expect(recordsOf({ scenario })).rejects.toThrow('about to be started');
  });

  it('does not attempt what needs more open files than there are, and says how to get them', async () => {
    const cases = [{ ...firstCase!, parameters: { workers: 10_000 } }];
    const { made } = await recordsOf({ scenario: { cases, service: { program: 'server.txt' } } });
    expect(made[0]).toMatchObject({
      outcome: 'not-attempted',
      reason: expect.stringContaining('ulimit -Hn') as string,
    });
  });

  const failing = (...rounds: readonly number[]): InvocationRecord[] =>
    rounds.map((round) =>
      aRecord({
        round,
        block: round === 0 ? 0 : 1,
        outcome: 'timed-out',
        reason: 'not finished after 10 s',
      }),
    );

  it('does not attempt again what failed in its first three rounds, also after an interruption', async () => {
    const records = [aRecord({ block: 0, round: 0 }), ...failing(1, 2, 3)];
    const { made } = await recordsOf({ scenario: {}, records, rounds: 5 });
    const reason = 'had no result in its first 3 rounds: not finished after 10 s';
    expect(made.map((one) => [one.round, one.outcome, one.reason])).toEqual([
      [4, 'not-attempted', reason],
      [5, 'not-attempted', reason],
    ]);
  });

  it.each([[[1]], [[1, 2]], [[0, 1, 2]], [[1, 2, 4]], [[3, 4, 5]]])(
    'attempts again what failed in the rounds %j',
    async (rounds) => {
      const others = [0, 1, 2, 3, 4, 5].filter((round) => !rounds.includes(round));
      const records = [...failing(...rounds), ...others.map((round) => aRecord({ round }))];
      await expect(recordsOf({ scenario: {}, records, rounds: 6 })).rejects.toThrow(
        'about to be started',
      );
    },
  );

  it('has nothing to do when every record is there', async () => {
    const records = [0, 1, 2, 3].map((round) => aRecord({ round, block: round === 0 ? 0 : 1 }));
    expect(await recordsOf({ scenario: {}, records })).toEqual({ made: [], state: 'finished' });
  });

  it('makes again what has no result, keeps each try, and stops when there is none again', async () => {
    const scratch = temporaryFolder();
    const made: InvocationRecord[] = [];
    const trying = recordsOf({ scenario: {}, made, world: { ...world, scratch } });
    await expect(trying).rejects.toMatchObject({
      kind: 'blocked',
      message: expect.stringMatching(
        /not threads's fault: the launcher gave no result.*the same command goes on/s,
      ) as string,
    });
    expect(made.map(({ round, outcome }) => [round, outcome])).toEqual([
      [0, 'no-result'],
      [0, 'no-result'],
    ]);
    // The next run begins with that step, and neither counts it as done nor as failed.
    const next: InvocationRecord[] = [];
    const again = recordsOf({
      scenario: {},
      made: next,
      records: made,
      world: { ...world, scratch },
    });
    await expect(again).rejects.toThrow('gave no result');
    expect(next[0]).toMatchObject({ round: 0, outcome: 'no-result' });
  });

  it('is cut when the budget has run out', async () => {
    expect(await recordsOf({ scenario: {} }, undefined, performance.now())).toEqual({
      made: [],
      state: 'cut',
    });
  });

  it('starts nothing after an interruption', async () => {
    await expect(recordsOf({ scenario: {} }, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
