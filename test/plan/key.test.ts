import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Surroundings } from '../../src/plan/contestants.ts';
import { contestantKey, type Identity } from '../../src/plan/key.ts';
import type { ScenarioInput } from '../../src/scenario/schema.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { foundRuntime, makeRunners, planOf } from './plan.ts';

const identity: Identity = {
  program: [{ path: 'runtimes/one/threads.txt', sha256: sha256Of('a') }],
  service: [{ path: 'services/server.txt', sha256: sha256Of('b') }],
  serviceParameters: { addresses: 1 },
  prepare: undefined,
  cleanup: undefined,
  exitCodes: undefined,
  command: ['<binary>'],
  parameters: { workers: 10 },
  answer: { waited: { times: ['workers', 2] } },
  floorNs: 1000,
  lockSha256: sha256Of('lock'),
  runtimeVersion: '1.2.3',
  binarySha256: sha256Of('binary'),
  runtimeEnvironment: { SEED: '0' },
  launcherSha256: sha256Of('launcher'),
  metric: 1,
};

const changes: { [Field in keyof Identity]: Identity[Field] } = {
  program: [{ path: 'runtimes/one/threads.txt', sha256: sha256Of('a2') }],
  service: [],
  serviceParameters: { addresses: 2 },
  prepare: 'before.txt',
  cleanup: 'after.txt',
  exitCodes: [0, 1],
  command: ['<binary>', '-O'],
  parameters: { workers: 11 },
  answer: { waited: { times: ['workers', 3] } },
  floorNs: 1001,
  lockSha256: undefined,
  runtimeVersion: '1.2.4',
  binarySha256: sha256Of('binary2'),
  runtimeEnvironment: undefined,
  launcherSha256: sha256Of('launcher2'),
  metric: 2,
};

describe('the key of a contestant', () => {
  it.each(Object.keys(changes) as (keyof Identity)[])('changes with %s', (field) => {
    expect(contestantKey({ ...identity, [field]: changes[field] })).not.toBe(
      contestantKey(identity),
    );
  });

  it('does not depend on the order of parameters', () => {
    const one = contestantKey({ ...identity, parameters: { workers: 10, requests: 5 } });
    expect(contestantKey({ ...identity, parameters: { requests: 5, workers: 10 } })).toBe(one);
  });
});

describe('the keys of a plan', () => {
  let runners = '';
  beforeAll(() => {
    runners = makeRunners();
  });
  afterAll(() => rmSync(runners, { recursive: true }));
  beforeEach(() => writeFileSync(join(runners, 'runtimes/one/shared.txt'), 'shared program\n'));

  /** Keys by "case contestant". */
  function keys(
    scenario: Partial<ScenarioInput> = {},
    around: Partial<Surroundings> = {},
  ): Record<string, string> {
    const planned = planOf(runners, { scenario, around });
    return Object.fromEntries(
      planned.flatMap(({ entry }) =>
        entry.contestants.map(({ id, key }) => [`${entry.id} ${id}`, key] as const),
      ),
    );
  }

  const withRuntime = (changed: Parameters<typeof foundRuntime>[0]): Partial<Surroundings> => ({
    runtimes: new Map([['one', foundRuntime(changed)]]),
  });
  const [firstCase, secondCase] = aScenario().cases;
  const [threads, tasks] = aScenario().contestants;

  it.each<[string, Partial<ScenarioInput>]>([
    ['titles and wording', { title: 'Sleeping', work: 'Each worker sleeps.' }],
    ['timeouts', { cases: [{ ...firstCase!, timeoutS: 99 }, secondCase!] }],
    ['memory caps', { cases: [{ ...firstCase!, memoryCapGiB: 4 }, secondCase!] }],
    ['rounds', { cases: [{ ...firstCase!, rounds: { quick: 12 } }, secondCase!] }],
    ['what matters', { measures: [{ ...aScenario().measures[0]!, matters: '50%' }] }],
    ['the noun of the scale', { scale: { parameter: 'workers', noun: 'sleeper' } }],
    ['whether a contestant is tuned', { contestants: [threads!, { ...tasks!, tuned: false }] }],
  ])('stay the same whatever becomes of %s', (_, scenario) => {
    expect(keys(scenario)).toEqual(keys());
  });

  it('differ between contestants and between cases', () => {
    const all = Object.values(keys());
    expect(all).toHaveLength(4);
    expect(new Set(all).size).toBe(4);
  });

  it('change for those that use a helper which was edited, and for no other', () => {
    const before = keys();
    writeFileSync(join(runners, 'runtimes/one/shared.txt'), 'edited\n');
    const after = keys();
    expect(after['wait/10 threads']).toBe(before['wait/10 threads']);
    expect(after['wait/10 tasks']).not.toBe(before['wait/10 tasks']);
  });

  it('change with the service, and with what it is told', () => {
    const service = { program: 'server.txt' };
    const plain = keys({ service });
    expect(plain['wait/10 threads']).not.toBe(keys()['wait/10 threads']);
    expect(keys({ service: { ...service, parameters: { tls: 1 } } })['wait/10 threads']).not.toBe(
      plain['wait/10 threads'],
    );
  });

  it.each([
    { version: '1.2.4' },
    { binarySha256: sha256Of('other') },
    { environment: { SEED: '1' } },
  ])('change with the runtime: %j', (changed) => {
    expect(keys({}, withRuntime(changed))['wait/10 threads']).not.toBe(keys()['wait/10 threads']);
  });

  it('change with the variables of a contestant, for that one alone', () => {
    const before = keys();
    const after = keys({ contestants: [threads!, { ...tasks!, environment: { MODE: 'fast' } }] });
    expect(after['wait/10 threads']).toBe(before['wait/10 threads']);
    expect(after['wait/10 tasks']).not.toBe(before['wait/10 tasks']);
  });

  it('do not change with what decides only whether a contestant takes part', () => {
    const changed = { ...threads!, since: '1.0', why: 'To see it.', cases: ['10', '100'] };
    expect(keys({ contestants: [changed, tasks!] })).toEqual(keys());
  });

  it('change with the lock for those only that need packages of it', () => {
    const scenario = { contestants: [threads!, { ...tasks!, needs: ['requests'] }] };
    const dependencies = { requests: '2.32.5' };
    const before = keys(scenario, withRuntime({ dependencies }));
    const after = keys(scenario, withRuntime({ dependencies, lockSha256: sha256Of('lock2') }));
    expect(after['wait/10 threads']).toBe(before['wait/10 threads']);
    expect(after['wait/10 tasks']).not.toBe(before['wait/10 tasks']);
  });

  it('change with the launcher and with the metric', () => {
    const key = keys()['wait/10 threads'];
    expect(
      keys({}, { launcher: { sha256: sha256Of('launcher2'), metric: 1 } })['wait/10 threads'],
    ).not.toBe(key);
    expect(
      keys({}, { launcher: { sha256: sha256Of('launcher'), metric: 2 } })['wait/10 threads'],
    ).not.toBe(key);
  });

  it('change when a runtime that was not here is found', () => {
    const missing: Partial<Surroundings> = {
      runtimes: new Map([['one', { available: false, reason: 'not on PATH' }]]),
    };
    expect(keys({}, missing)['wait/10 threads']).not.toBe(keys()['wait/10 threads']);
  });
});
