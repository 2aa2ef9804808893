import { expect, it } from 'vitest';
import { checkNeeds } from '../../src/plan/unavailable.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { foundRuntime } from './plan.ts';

const [tasks] = checkScenario(
  aScenario({
    contestants: [{ id: 'tasks', runtime: 'one', program: 'tasks.txt', needs: ['requests'] }],
  }),
  'wait.ts',
).contestants;

const checkWith = (changes: Parameters<typeof foundRuntime>[0]): void =>
  checkNeeds(tasks!, foundRuntime(changes), 'wait');

it('a package that the runtime has, or says to be missing, may be needed', () => {
  expect(() => checkWith({ dependencies: { requests: '2.32.5' } })).not.toThrow();
  expect(() => checkWith({ missing: { requests: 'no network' } })).not.toThrow();
  expect(() => checkNeeds(tasks!, { available: false, reason: 'gone' }, 'wait')).not.toThrow();
});

it('a package that is in no lock is a mistake', () => {
  expect(() => checkWith({ dependencies: { request: '1.0.0' } })).toThrow(
    '"tasks" of the scenario "wait" needs the package "requests", of which its runtime knows nothing: did you mean "request"? It names: request. Mend',
  );
  expect(() => checkWith({ dependencies: {} })).toThrow(/knows nothing\. It names no packages/);
});
