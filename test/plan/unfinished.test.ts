import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedCase } from '../../src/plan/cases.ts';
import type { KnownSession } from '../../src/plan/fresh.ts';
import { findUnfinished, type Wanted } from '../../src/plan/unfinished.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session } from '../../src/store/schema.ts';
import { allRounds, entriesOf, machineKey, makeRunners, measured, planOf } from './plan.ts';

let runners = '';
beforeEach(() => {
  runners = makeRunners();
});
afterEach(() => rmSync(runners, { recursive: true }));

/** A session of the quick profile that was interrupted after two rounds. */
function cut(id: string, changes: Partial<Session> = {}): KnownSession {
  const { session, records } = measured(id, entriesOf(planOf(runners)), (aCase, contestant) =>
    allRounds(aCase, contestant).slice(0, 3),
  );
  const { finishedAt: _, ...unfinished } = session;
  return { session: { ...unfinished, profile: 'quick', sweeps: 8, ...changes }, records };
}

function find(
  sessions: readonly KnownSession[],
  changes: Partial<Wanted> = {},
): string | undefined {
  const planned = planOf(runners);
  const { machine, launcher } = cut('any').session;
  return findUnfinished(sessions, {
    profile: 'quick',
    seed: undefined,
    report: undefined,
    machine: { key: machineKey, treeMemory: machine.treeMemory },
    method: launcher.method,
    planned,
    stale: planned,
    obstacle: () => undefined,
    ...changes,
  })?.session.id;
}

describe('the interrupted session to go on with', () => {
  it('is the newest that fits', () => {
    expect(find([cut('s1'), cut('s2')])).toBe('s2');
    expect(find([])).toBeUndefined();
  });

  it.each<[string, Partial<Session>]>([
    ['finished', { finishedAt: '2026-01-01T00:00:00Z' }],
    ['of another profile', { profile: 'full' }],
    ['of before the sweeps', { sweeps: undefined }],
    ['with a case less than is stale', { cases: [] }],
  ])('is none that is %s', (_, changes) => {
    expect(find([cut('s1', changes)])).toBeUndefined();
  });

  it('was measured for the report that is measured for now, or for all', () => {
    const forOne = cut('s1', { reports: ['one'] });
    expect(find([forOne], { report: 'one' })).toBe('s1');
    expect(find([forOne], { report: 'other' })).toBeUndefined();
    expect(find([forOne])).toBeUndefined();
    expect(find([cut('s1')], { report: 'one' })).toBeUndefined();
  });

  it('holds all that is stale, and may hold more', () => {
    const [ten, hundred] = planOf(runners);
    const of = (...cases: PlannedCase[]) => cut('s1', { cases: cases.map(({ entry }) => entry) });
    expect(find([of(hundred!)], { stale: [ten!] })).toBeUndefined();
    expect(find([of(ten!)], { stale: [ten!, hundred!] })).toBeUndefined();
    expect(find([of(ten!, hundred!)], { stale: [ten!] })).toBe('s1');
  });

  it('has the seed that was asked for', () => {
    expect(find([cut('s1', { seed: 'a' }), cut('s2', { seed: 'b' })], { seed: 'a' })).toBe('s1');
  });

  it('is of this machine, whose memory is read in the same way', () => {
    const { machine } = cut('any').session;
    const other = machine.treeMemory === 'pss' ? 'cgroup-v2' : 'pss';
    expect(find([cut('s1', { machine: { ...machine, treeMemory: other } })])).toBeUndefined();
    expect(find([cut('s1')], { machine: { key: machineKey, treeMemory: other } })).toBeUndefined();
    const elsewhere = { ...machine, key: sha256Of('elsewhere') };
    expect(find([cut('s1', { machine: elsewhere })])).toBeUndefined();
  });

  it('starts programs in the same way', () => {
    const { launcher } = cut('any').session;
    const other = launcher.method === 'spawn' ? 'launcher' : 'spawn';
    expect(find([cut('s1', { launcher: { ...launcher, method: other } })])).toBeUndefined();
  });

  it('has the rounds, contestants and keys that are planned', () => {
    const [entry, ...others] = cut('any').session.cases;
    const rounds = { ...entry!, rounds: entry!.rounds + 1 };
    expect(find([cut('s1', { cases: [rounds, ...others] })])).toBeUndefined();
    const fewer = { ...entry!, contestants: entry!.contestants.slice(1) };
    expect(find([cut('s1', { cases: [fewer, ...others] })])).toBeUndefined();
    const [first, ...rest] = entry!.contestants;
    const edited = { ...entry!, contestants: [{ ...first!, key: sha256Of('edited') }, ...rest] };
    expect(find([cut('s1', { cases: [edited, ...others] })])).toBeUndefined();
  });

  it('holds nothing that was not attempted and could be now', () => {
    const { session, records } = cut('s1');
    const limited = records.map((record): InvocationRecord =>
      record.contestant === 'tasks' ? { ...record, outcome: 'not-attempted' } : record,
    );
    expect(find([{ session, records: limited }])).toBeUndefined();
    const obstacle = () => 'too few descriptors';
    expect(find([{ session, records: limited }], { obstacle })).toBe('s1');
  });
});
