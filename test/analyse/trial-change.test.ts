import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeOfTrial } from '../../src/analyse/trial-change.ts';
import { findDifferences } from '../../src/plan/changed.ts';
import { planTrials, type Trial } from '../../src/plan/trials.ts';
import type { Change } from '../../src/store/comparison.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import { foundRuntime, makeRunners, planOf } from '../plan/plan.ts';
import { aRecord } from '../fixtures/session.ts';

const folders: string[] = [];
let trial: Trial;
beforeAll(() => {
  const [before, after] = [makeRunners(), makeRunners()];
  folders.push(before, after);
  appendFileSync(join(after, 'runtimes/one/threads.txt'), 'edited\n');
  const side = (root: string) => ({
    cases: planOf(root),
    runtimes: new Map([['one', foundRuntime()]]),
    root,
  });
  trial = planTrials(findDifferences(side(before), side(after)), 21)[0]!;
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function rounds(
  count: number,
  of: (contestant: string, round: number) => Partial<InvocationRecord>,
): InvocationRecord[] {
  return Array.from({ length: count + 1 }, (_, round) => round).flatMap((round) =>
    ['base', 'base-again', 'head'].map((contestant) => {
      const place = { case: 'wait/10/threads', contestant, round, block: round === 0 ? 0 : 1 };
      return aRecord({ ...place, wallNs: 2e9, cpuNs: 1e9, ...of(contestant, round) });
    }),
  );
}

const twice = (contestant: string): Partial<InvocationRecord> =>
  contestant === 'head' ? { wallNs: 4e9 } : {};

describe('the change of a trial', () => {
  it('compares the main measure, with the CPU time beside it, and not the warm-up', () => {
    const change = changeOfTrial(
      trial,
      rounds(8, (contestant, round) => ({
        ...twice(contestant),
        ...(round === 0 ? { wallNs: 9e9 } : {}),
      })),
    ) as Change & { state: 'measured' };
    expect(change).toMatchObject({ state: 'measured', case: 'wait/10', contestant: 'threads' });
    expect(change.measures.map(({ measure, verdict }) => [measure.id, verdict])).toEqual([
      ['wall', 'changed'],
      ['cpuTime', 'no change shown'],
    ]);
    expect(change.measures[0]!.rounds.head).toEqual(Array.from({ length: 8 }, () => 4e9));
  });

  it('takes the complete rounds only, and needs eight of them', () => {
    const eight = rounds(8, twice);
    const cut = eight.filter(({ contestant, round }) => contestant !== 'head' || round < 8);
    expect(changeOfTrial(trial, cut)).toMatchObject({
      state: 'not measured here',
      why: 'did not fit in the budget: 7 of 8 rounds; its answer is right',
    });
  });

  it('says who differs where base and head had to give the same, whichever run was blamed', () => {
    const gave = (text: string) => ({ gave: { sha256: text, begins: `"${text}"` } });
    const wrong = { outcome: 'wrong-answer', reason: 'it gives something else' } as const;
    for (const blamed of ['base', 'base-again', 'head']) {
      const differing = rounds(2, (contestant) => ({
        ...gave(contestant === 'head' ? 'new' : 'old'),
        ...(contestant === blamed ? wrong : {}),
      }));
      expect(changeOfTrial(trial, differing), blamed).toMatchObject({
        state: 'did not finish',
        side: 'head',
        outcome: 'wrong-answer',
        why: 'head gives "new", and base gives "old": nobody knows which is right',
      });
    }
    const random = rounds(2, (contestant, round) => ({
      ...gave(`${contestant} ${round}`),
      ...wrong,
    }));
    expect(changeOfTrial(trial, random)).toMatchObject({
      side: 'base',
      why: 'base gives "base 0" one time, and "base-again 0" another',
    });
  });

  it('takes a record without a result for none, since the step is made again', () => {
    const eight = rounds(8, twice);
    const broken = eight
      .filter(({ round }) => round === 3)
      .map((one): InvocationRecord => ({ ...one, outcome: 'no-result', reason: 'no server' }));
    expect(changeOfTrial(trial, [...broken, ...eight])).toEqual(changeOfTrial(trial, eight));
  });

  it('is a failure where head did not finish once, a wrong answer before another one', () => {
    const change = changeOfTrial(
      trial,
      rounds(8, (contestant, round) => {
        if (contestant !== 'head') return {};
        if (round === 3) return { outcome: 'failed', reason: 'exit code 1' };
        return round === 5 ? { outcome: 'wrong-answer', reason: 'found 5' } : {};
      }),
    );
    expect(change).toMatchObject({
      state: 'did not finish',
      side: 'head',
      outcome: 'wrong-answer',
      finished: 7,
      attempted: 9,
      why: 'found 5',
    });
  });

  it('is a failure of base where base, or base again, did not finish', () => {
    const change = changeOfTrial(
      trial,
      rounds(8, (contestant) => (contestant === 'base-again' ? { outcome: 'failed' } : {})),
    );
    expect(change).toMatchObject({ state: 'did not finish', side: 'base' });
  });

  it('is not measured where a limit of the machine stood in the way', () => {
    const change = changeOfTrial(
      trial,
      rounds(0, () => ({ outcome: 'not-attempted', reason: 'no memory cap here' })),
    );
    expect(change).toMatchObject({ state: 'not measured here', why: 'no memory cap here' });
  });

  it('tells a right answer only where head ran', () => {
    const without = rounds(8, twice).filter(({ contestant }) => contestant !== 'head');
    expect(changeOfTrial(trial, without)).toHaveProperty(
      'why',
      'did not fit in the budget: 0 of 8 rounds',
    );
  });

  it('is not measured where no measure has a value above 0 in every round', () => {
    const change = changeOfTrial(
      trial,
      rounds(8, (_, round) => (round === 4 ? { wallNs: undefined, cpuNs: 0 } : {})),
    );
    expect(change).toEqual({
      case: 'wait/10',
      contestant: 'threads',
      state: 'not measured here',
      why: 'no measure has a value in every round',
    });
  });

  it('has no CPU time beside memory, or beside itself, and the step and title of its measure', () => {
    const of = (main: SessionMeasure) => {
      const entry = { ...trial.planned.entry, measures: [main] };
      const records = rounds(8, () => ({ peakTreeBytes: 8192, measures: { share: 0.25 } }));
      const change = changeOfTrial({ ...trial, planned: { ...trial.planned, entry } }, records);
      return (change as Change & { state: 'measured' }).measures.map(({ measure }) => measure);
    };
    const [wall] = trial.planned.entry.measures;
    const title = 'x'.repeat(150);
    const memory = { id: 'peakTree', title, unit: 'bytes' as const, resolution: 4096 };
    expect(of({ ...wall!, ...memory })).toEqual([{ ...memory, title: 'x'.repeat(100) }]);
    expect(of({ ...wall!, id: 'cpuTime' }).map(({ id }) => id)).toEqual(['cpuTime']);
    const share = { id: 'share', title: 'Share', unit: 'cores' as const };
    expect(of({ ...wall!, ...share, source: { from: 'program' } })).toEqual([share]);
  });

  it('leaves out a measure that has no ratio', () => {
    const change = changeOfTrial(
      trial,
      rounds(8, () => ({ cpuNs: 0 })),
    ) as Change & { state: 'measured' };
    expect(change.measures.map(({ measure }) => measure.id)).toEqual(['wall']);
  });
});
