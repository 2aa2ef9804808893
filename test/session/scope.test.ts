import { expect, test } from 'vitest';
import { treeMemoryFinding } from '../../src/commands/doctor.ts';
import { enterScope, type Means, type Scope } from '../../src/session/scope.ts';

/** An ordinary user whose systemd starts scopes, but for what a test says; and what was done, in order. */
async function decide(means: Partial<Means>): Promise<{ scope: Scope; done: string[] }> {
  const done: string[] = [];
  const told =
    <T>(what: string, answer: T) =>
    (): Promise<T> => {
      done.push(what);
      return Promise.resolve(answer);
    };
  const scope = await enterScope({
    platform: 'linux',
    unit: undefined,
    canMakeCgroup: told('tried', false),
    whyNoScope: told('probed', undefined),
    startAgain: () => void done.push('started again'),
    settle: (unit) => told(`settled in ${unit}`, true)(),
    ...means,
  });
  return { scope, done };
}

test('an ordinary user is started again in a scope', async () => {
  const { scope, done } = await decide({});
  expect(done).toEqual(['tried', 'probed', 'started again']);
  expect(scope).toEqual({ state: 'inside' });
});

test('who is in a scope settles in it, and is not started again', async () => {
  const { scope, done } = await decide({ unit: 'steelyard-1-aa.scope' });
  expect(done).toEqual(['settled in steelyard-1-aa.scope']);
  expect(scope).toEqual({ state: 'inside' });
});

test('who can’t settle goes on as before, and is not started again', async () => {
  const { scope, done } = await decide({ unit: 'none', settle: () => Promise.resolve(false) });
  expect(done).toEqual([]);
  expect(scope).toEqual({
    state: 'refused',
    reason: 'no group can be made in "none", which STEELYARD_SCOPE names',
  });
});

test('where a cgroup can be made systemd isn’t asked', async () => {
  const { scope, done } = await decide({ canMakeCgroup: () => Promise.resolve(true) });
  expect(done).toEqual([]);
  expect(scope).toEqual({ state: 'not-needed' });
});

test('on another system nothing is tried', async () => {
  const { scope, done } = await decide({ platform: 'darwin' });
  expect(done).toEqual([]);
  expect(scope).toEqual({ state: 'not-needed' });
});

test('where systemd starts none it goes on as before, and the reason is kept', async () => {
  const { scope, done } = await decide({ whyNoScope: () => Promise.resolve('no bus') });
  expect(done).toEqual(['tried']);
  expect(scope).toEqual({ state: 'refused', reason: 'no bus' });
});

test('doctor says that it stands in a scope, or why not', () => {
  expect(treeMemoryFinding('cgroup-v2', { state: 'inside' })).toMatchObject({
    fine: true,
    found: 'cgroup-v2, in a scope of systemd’s',
  });
  expect(treeMemoryFinding('cgroup-v2', { state: 'not-needed' }).found).toBe('cgroup-v2');
  const refused = treeMemoryFinding('pss', { state: 'refused', reason: 'no bus' });
  expect(refused).toMatchObject({ fine: false, found: 'pss' });
  expect(refused.otherwise).toContain(' systemd gave no scope: no bus.');
  const old = treeMemoryFinding('pss', { state: 'inside' });
  expect(old).toMatchObject({ fine: false, found: 'pss, in a scope of systemd’s' });
  expect(old.otherwise).toContain('it takes Linux 5.19');
});
