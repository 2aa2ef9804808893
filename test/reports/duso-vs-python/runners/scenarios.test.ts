import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../../src/scenario/schema.ts';
import { readLock } from '../../../../runners/runtimes/python/lock.ts';
import { runners } from './run-program.ts';
import { scenarios } from './scenarios.ts';

const cases = scenarios.flatMap((scenario) =>
  scenario.cases.map((each) => ({ ...each, scenario, id: `${scenario.id}/${each.id}` })),
);

function caseIds(profile: 'smoke' | 'quick' | 'full'): string[] {
  return cases.filter((each) => each.rounds[profile] !== undefined).map((each) => each.id);
}

describe('the scenarios', () => {
  it('are the seven of the design', () => {
    expect(scenarios.map((scenario) => scenario.id)).toEqual([
      'cpu',
      'io-tls',
      'io',
      'memory',
      'spawn-as-published',
      'spawn',
      'startup',
    ]);
  });

  it('keep the quick profile to the small cases', () => {
    expect(caseIds('quick').sort()).toEqual([
      'cpu/20',
      'io/100',
      'memory/10',
      'memory/100',
      'spawn/100',
      'spawn/1000',
      'startup/hello',
      'startup/imports',
    ]);
  });

  it('have smoke cases of their own, which no other profile measures', () => {
    const smoke = caseIds('smoke');
    expect(smoke.length).toBeGreaterThan(0);
    expect([...caseIds('quick'), ...caseIds('full')].filter((id) => smoke.includes(id))).toEqual(
      [],
    );
  });

  it('give every quick case at least the eight rounds that a verdict needs', () => {
    const short = cases.filter((each) => (each.rounds.quick ?? 8) < 8).map((each) => each.id);
    expect(short).toEqual([]);
  });

  it('compare nothing where the published launch loop is repeated', () => {
    const silent = scenarios
      .filter((scenario) => !scenario.verdicts)
      .map((scenario) => scenario.id);
    expect(silent).toEqual(['spawn-as-published']);
  });

  it('name a control that needs no Duso', () => {
    const controls = cases.flatMap(({ control, scenario }) =>
      scenario.contestants.filter((contestant) => contestant.id === control?.of),
    );
    expect(new Set(controls.map((contestant) => contestant.runtime))).toEqual(new Set(['python']));
    expect(controls).toHaveLength(5);
  });

  it('never hold a thousand processes where memory has no cap', () => {
    // The arithmetic's processes are as many as the cores, whatever the workers.
    const holding = scenarios
      .filter((scenario) => scenario.id !== 'cpu')
      .flatMap((scenario) => scenario.contestants)
      .filter((contestant) => contestant.id === 'python-processes');
    expect(holding.map((contestant) => contestant.needsCapFrom)).toEqual([1000, 1000, 1000]);
  });

  it('give a reason for each contestant that one build in several can run', () => {
    const special = scenarios
      .flatMap((scenario) => scenario.contestants)
      .filter(({ since, features, folder }) => since || features.length > 0 || folder);
    expect(special.length).toBeGreaterThan(5);
    expect(special.filter(({ why }) => why === undefined)).toEqual([]);
  });

  it('list every script that a program starts, so that it is part of the key', () => {
    const contestants = scenarios.flatMap((scenario) => scenario.contestants);
    for (const contestant of contestants.filter((each) => each.runtime === 'duso')) {
      const source = readFileSync(join(runners, 'runtimes', 'duso', contestant.program!), 'utf8');
      const started = [...source.matchAll(/spawn\("([^"]+)"/g)].map((match) => match[1]);
      expect(contestant.helpers, contestant.program).toEqual(started);
    }
  });

  it('list every file of the server, so that it is part of the key', () => {
    const folder = join(runners, 'services');
    const there = readdirSync(join(folder, 'delay')).map((file) => `delay/${file}`);
    const listed = scenarios.flatMap((scenario) =>
      scenario.service ? [scenario.service.helpers] : [],
    );
    expect(listed).toHaveLength(2);
    for (const helpers of listed) expect(helpers).toEqual(there.sort());
  });

  it('need only packages that the lock holds, and say so where a program imports one', async () => {
    const lock = await readLock(join(runners, 'runtimes', 'python', 'requirements.lock'));
    const contestants = scenarios.flatMap((scenario) => scenario.contestants);
    const inPython = contestants.filter((each) => folderOf(each) === 'runtimes/python');
    expect(new Set(inPython.map(({ runtime }) => runtime))).toEqual(
      new Set(['python', 'python-free-threaded', 'python-3-14']),
    );
    for (const contestant of inPython) {
      const source = readFileSync(join(runners, 'runtimes', 'python', contestant.program!), 'utf8');
      const imported = lock.packages.filter((name) =>
        new RegExp(`^import ${name}\\b`, 'm').test(source),
      );
      expect(contestant.needs, contestant.program).toEqual(imported);
    }
  });
});
