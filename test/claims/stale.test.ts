import { describe, expect, it } from 'vitest';
import type { DecidedClaim } from '../../src/claims/decided.ts';
import { staleClaims } from '../../src/claims/stale.ts';
import type { PlannedCase } from '../../src/plan/cases.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { aCase, contestant } from '../analyse/build.ts';
import { claim, decided as decide, race } from './build.ts';

const line = '{in: io/100, compare: [first, second], on: wall}';
const decided = [decide(line, race({ first: 100, second: 200, third: 300 }))];
const cases = [aCase({ contestants: ['first', 'second', 'third'].map((id) => contestant(id)) })];

/** The cases as they would be planned now, with other files of a contestant. */
function planned(changes: Partial<SessionCase> = {}, edited?: string): PlannedCase[] {
  return cases.map((one) => {
    const contestants = one.contestants.map((each) =>
      each.id === edited
        ? { ...each, files: [{ ...each.files[0]!, sha256: 'b'.repeat(64) }] }
        : each,
    );
    return { entry: { ...one, contestants, ...changes } } as PlannedCase;
  });
}

describe('a claim', () => {
  it('is not stale while what it rests on is what was measured', () => {
    expect(staleClaims(decided, cases, planned())).toEqual([]);
  });

  it('is stale when a program that it speaks of was edited, and not for another one', () => {
    expect(staleClaims(decided, cases, planned({}, 'second'))).toEqual(['a-claim']);
    expect(staleClaims(decided, cases, planned({}, 'third'))).toEqual([]);
  });

  it('is stale when the parameters or the service of its case are others', () => {
    expect(staleClaims(decided, cases, planned({ parameters: { workers: 101 } }))).toHaveLength(1);
    const service = [{ path: 'services/server.ts', sha256: 'c'.repeat(64) }];
    expect(staleClaims(decided, cases, planned({ service }))).toHaveLength(1);
  });

  it('is stale when its case is gone', () => {
    expect(staleClaims(decided, cases, [])).toEqual(['a-claim']);
  });

  it('rests on its own case alone', () => {
    const other = { ...cases[0]!, id: 'io/200' };
    expect(staleClaims(decided, [...cases, other], planned())).toEqual([]);
  });
});

describe('a claim about growth', () => {
  const growth: DecidedClaim = {
    ...decided[0]!,
    claim: claim('{over: memory, per: worker, compare: [first, second], on: wall}'),
  };
  const sizes = ['memory/1', 'memory/2'].map((id) => aCase({ id, scenario: 'memory' }));
  const as = (all: readonly SessionCase[]) => all.map((entry) => ({ entry }) as PlannedCase);
  const edited = (id: string) => sizes.map((one) => (one.id === id ? { ...one, floorNs: 1 } : one));

  it('is stale when any size of its scenario is another, and not for another scenario', () => {
    expect(staleClaims([growth], sizes, as(sizes))).toEqual([]);
    for (const { id } of sizes)
      expect(staleClaims([growth], sizes, as(edited(id)))).toEqual(['a-claim']);
    const other = aCase({ id: 'io/1', scenario: 'io' });
    expect(staleClaims([growth], [...sizes, other], as(sizes))).toEqual([]);
  });

  it('is not stale for a size in which its contestants take no part', () => {
    const without = aCase({ id: 'memory/3', scenario: 'memory', contestants: [contestant('x')] });
    expect(staleClaims([growth], [...sizes, without], as(sizes))).toEqual([]);
  });

  it('is stale when a contestant takes no part any more', () => {
    const alone = sizes.map((one) => ({ ...one, contestants: [contestant('first')] }));
    expect(staleClaims([growth], sizes, as(alone))).toEqual(['a-claim']);
  });
});
