import { expect, it } from 'vitest';
import { decideRuns } from '../../../src/claims/audit/runs.ts';
import { aCase, contestant } from '../audit-results.ts';

const all = contestant('all', {});
const some = contestant('some', { finished: 1 });
const none = contestant('none', { finished: 0 });
const contestants = [all, some, none, contestant('absent', { attempted: 0, finished: 0 })];
const results = { cases: [aCase('io/1', { contestants, comparisons: [] })], growth: [] };
const decide = (as: 'finished' | 'did-not-finish', ...of: [string, ...string[]]) =>
  decideRuns({ as, in: 'io/1', of }, results);

it.each([
  ['finished', [all], 'reproduced', 'it finishes'],
  ['finished', [all, some], 'not reproduced', 'not all runs finish'],
  ['finished', [none], 'not reproduced', 'not all runs finish'],
  ['did-not-finish', [none], 'reproduced', 'it does not finish'],
  ['did-not-finish', [none, some], 'not reproduced', 'it finishes'],
] as const)('published as %s, with the runs of %j, is: %s', (as, which, status, detail) => {
  const [first, ...more] = which.map(({ id }) => id) as [string, ...string[]];
  const evidence = { kind: 'runs', case: 'io/1', contestants: which };
  expect(decide(as, first, ...more)).toEqual({ status, detail, evidence });
});

it('is not tested where one of them was not run, or is unknown', () => {
  for (const id of ['absent', 'unknown'])
    expect(decide('finished', 'all', id)).toEqual({
      status: 'not tested',
      why: { kind: 'not-run-in', contestant: id, case: 'io/1' },
    });
});
