import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDifferences, type Difference, type PlannedSide } from '../../src/plan/changed.ts';
import { planTrials, trialRuntimes } from '../../src/plan/trials.ts';
import type { FoundRuntime } from '../../src/scenario/runtime.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { foundRuntime, makeRunners, planOf } from './plan.ts';

let before: string;
let after: string;
beforeEach(() => {
  before = makeRunners();
  after = makeRunners();
});
afterEach(() => {
  for (const folder of [before, after]) rmSync(folder, { recursive: true });
});

type Options = Parameters<typeof planOf>[1] & { readonly found?: Partial<FoundRuntime> };

function side(runners: string, { found, ...options }: Options = {}): PlannedSide {
  const runtimes = new Map([['one', foundRuntime(found)]]);
  const around = { runtimes, ...options.around };
  return { cases: planOf(runners, { ...options, around }), runtimes, root: runners };
}

function differences(head: Options = {}, base: Options = {}): Difference[] {
  return findDifferences(side(before, base), side(after, head));
}

const said = (found: readonly Difference[]): string[] =>
  found.map((each) => {
    const why = 'why' in each ? `: ${each.why}` : '';
    return `${each.case} ${each.contestant} ${each.state}${why}`;
  });

const edit = (file: string): void => appendFileSync(join(after, file), 'edited\n');

describe('what differs between two states of the runners', () => {
  it('is nothing between equal ones, whatever else the files say', () => {
    expect(differences({ scenario: { title: 'Another title', work: 'Other words.' } })).toEqual([]);
  });

  it('is another binary, though no key holds where it stands', () => {
    const head: Options = { found: { binary: '/opt/one', command: ['/opt/one'] } };
    expect(said(differences(head))).toContain('wait/10 threads comparable');
  });

  it('is what one case no longer has, and another does', () => {
    const cases = aScenario().cases.map((each) =>
      each.id === '10' ? { ...each, contestants: ['threads'] } : each,
    );
    expect(said(differences({ scenario: { cases } }))).toEqual(['wait/10 tasks removed']);
  });

  it('is an edited program in each of its cases', () => {
    edit('runtimes/one/threads.txt');
    expect(said(differences())).toEqual([
      'wait/10 threads comparable',
      'wait/100 threads comparable',
    ]);
  });

  it('is a contestant whose helper was edited', () => {
    edit('runtimes/one/shared.txt');
    expect(said(differences())[0]).toBe('wait/10 tasks comparable');
  });

  it('is another lock or environment of a runtime, and another way of starting it', () => {
    expect(differences({ found: { environment: { SEED: '1' } } })).toHaveLength(4);
    const flags = { command: ['/usr/bin/one', '-O'] as const };
    expect(said(differences({ found: { command: [...flags.command] } }))).toHaveLength(4);
  });

  it('is not the folder of the side in the way of starting it', () => {
    const found = differences(
      { found: { command: [join(after, 'bin', 'one')] } },
      { found: { command: [join(before, 'bin', 'one')] } },
    );
    expect(found).toEqual([]);
  });

  it('needs a new reference where the numbers would be of another quantity', () => {
    const needs = (scenario: NonNullable<Options['scenario']>): string[] =>
      said(differences({ scenario }));
    expect(needs({ answer: { waited: { times: ['workers', 3] } } })[0]).toBe(
      'wait/10 threads needs a new reference: the check of its answer changed',
    );
    expect(needs({ floorNs: { times: ['workers', 2000] } })[0]).toContain('its floor changed');
    expect(needs({ service: { program: 'server.txt' } })[0]).toContain('the service that');
    const [ten, hundred] = aScenario().cases;
    const cases = [{ ...ten!, parameters: { workers: 11 } }, hundred!];
    expect(needs({ cases })).toEqual([
      'wait/10 threads needs a new reference: its parameters changed',
      'wait/10 tasks needs a new reference: its parameters changed',
    ]);
  });

  it('is not measured where its runtime is not here', () => {
    edit('runtimes/one/threads.txt');
    const around = { runtimes: new Map([['one', { available: false, reason: 'gone' } as const]]) };
    expect(said(differences({ around }, { around }))[0]).toBe(
      'wait/10 threads not measured here: gone',
    );
  });

  it('is what is new, and what is gone', () => {
    const [threads, tasks] = aScenario().contestants;
    const contestants = [threads!, { ...tasks!, id: 'fibres' }];
    expect(said(differences({ scenario: { contestants } }))).toEqual([
      'wait/10 fibres new',
      'wait/100 fibres new',
      'wait/10 tasks removed',
      'wait/100 tasks removed',
    ]);
  });
});

describe('a trial', () => {
  it('enters base, base again and head, each in a folder of its own, with paths of one length', () => {
    edit('runtimes/one/threads.txt');
    const [trial] = planTrials(differences(), 21);
    const { entry, scenario } = trial!.planned;
    expect(entry.id).toBe('wait/10/threads');
    expect([entry.rounds, entry.blocks]).toEqual([21, 1]);
    expect(entry.contestants.map(({ id, files }) => [id, files[0]!.path])).toEqual([
      ['base', 'runtimes/one-base/threads.txt'],
      ['base-again', 'runtimes/one-copy/threads.txt'],
      ['head', 'runtimes/one-head/threads.txt'],
    ]);
    const hashes = entry.contestants.map(({ files }) => files[0]!.sha256);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
    expect(scenario.contestants.map(({ runtime }) => runtime)).toEqual([
      'one-base',
      'one-copy',
      'one-head',
    ]);
    expect(scenario.contestants.map(({ program }) => program)).toEqual(
      Array.from({ length: 3 }, () => 'threads.txt'),
    );
  });

  it('takes each side’s own runtime', () => {
    edit('runtimes/one/threads.txt');
    const sides = { base: side(before), head: side(after, { found: { version: '9' } }) };
    const runtimes = trialRuntimes(planTrials(differences(), 21), sides);
    expect(
      runtimes.map(({ id, side: of, found }) => [id, of, found.available && found.version]),
    ).toEqual([
      ['one-base', 'base', '1.2.3'],
      ['one-copy', 'base', '1.2.3'],
      ['one-head', 'head', '9'],
    ]);
  });

  it('only tries out head where there is nothing to compare with', () => {
    const scenario = { answer: { waited: { times: ['workers', 3] } } };
    const [trial] = planTrials(differences({ scenario }), 21);
    expect(trial!.compares).toBe(false);
    expect(trial!.planned.entry.contestants.map(({ id }) => id)).toEqual(['head']);
    expect(trial!.planned.entry.rounds).toBe(1);
  });

  it('is made of what is new and can run here, and neither of what is gone nor of what runs once', () => {
    const [threads, tasks] = aScenario().contestants;
    const contestants = [threads!, { ...tasks!, id: 'fibres' }, { ...tasks!, id: 'single' }];
    const cases = aScenario().cases.map((each) => ({ ...each, once: ['single'] }));
    const scenario = { contestants, cases };
    const tried = (options: Options = {}) =>
      planTrials(differences({ scenario, ...options }), 21).map(({ planned }) => planned.entry.id);
    expect(tried()).toEqual(['wait/10/fibres', 'wait/100/fibres']);
    const around = { runtimes: new Map([['one', { available: false, reason: 'gone' } as const]]) };
    expect(tried({ around })).toEqual([]);
  });
});
