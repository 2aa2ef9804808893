import { describe, expect, it } from 'vitest';
import { compareClaim } from '../../src/claims/compare.ts';
import { standingOf } from '../../src/claims/standing.ts';
import type { Evidence } from '../../src/claims/evidence.ts';
import { claimClause } from '../../src/present/sentences/claim-clause.ts';
import { textOf } from '../../src/present/sentences/pieces.ts';
import type { Wording } from '../../src/present/sentences/wording.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import { aCase, contestant, record } from '../analyse/build.ts';
import { decided, evidence, found, runtimes } from './build.ts';

const memory = (id: string, title: string): SessionMeasure => ({
  id,
  title,
  unit: 'bytes',
  source: { from: 'launcher' },
  matters: { ratio: 1.05 },
});
const measures = [memory('peakTree', 'Tree'), memory('peakProcess', 'Largest process')];

/** Peaks of the whole tree and of the largest process, in MB, for each contestant. */
type Peaks = Readonly<Record<string, readonly [tree: number, process: number]>>;

/** Ten rounds, a permille apart, not the same order for each. */
function held(peaks: Peaks): Evidence {
  const ids = Object.keys(peaks);
  const contestants = ids.map((id) =>
    contestant(id, { runtime: id === 'tasks' ? 'motor' : 'engine' }),
  );
  const records = ids.flatMap((id, place) =>
    Array.from({ length: 10 }, (_, round) => {
      const wobble = 1 + 0.001 * ((round + 3 * place) % 10);
      const [tree, process] = peaks[id]!;
      return record({
        contestant: id,
        round: round + 1,
        wallNs: 1e9,
        peakTreeBytes: tree * 1e6 * wobble,
        peakProcessBytes: process * 1e6 * wobble,
      });
    }),
  );
  return evidence([aCase({ contestants, measures })], records, { runtimes });
}

const compare = '{in: io/100, compare: [tasks, threads], on: [peakTree, peakProcess]}';
const both = held({ tasks: [5, 10], threads: [10, 12] });
const turned = held({ tasks: [5, 14], threads: [10, 12] });
const wording: Wording = {
  form: 'whole',
  here: false,
  markOf: (id) => ({ contestant: id, label: id, slot: 1 }),
};
const said = (line: string, from: Evidence): string =>
  textOf(claimClause(decided(line, from), wording));

describe('a claim by two measures', () => {
  it('says what both say', () => {
    expect(found(compare, both)).toBe('less-that-matters');
  });

  it('says no more than the one that says less', () => {
    // 12 against 11.5 MB is 4%, and 5% matters: the same; 5.2% is more, by what may not matter.
    expect(found(compare, held({ tasks: [5, 11.4], threads: [10, 12] }))).toBe(
      'less-that-may-matter',
    );
    expect(found(compare, held({ tasks: [10, 10], threads: [10.01, 10.02] }))).toBe('same');
  });

  it('depends where the two name different sides, or only one names any', () => {
    expect(found(compare, turned)).toBe('depends');
    expect(found(compare, held({ tasks: [5, 12], threads: [10, 12] }))).toBe('depends');
  });

  it('may expect that it depends', () => {
    const line = compare.replace('}', ', expect: depends}');
    expect(decided(line, turned).holds).toBe(true);
    expect(decided(line, both).holds).toBe(false);
  });

  it('is not tested or not decided where one of the two is', () => {
    const line = '{in: io/100, compare: [tasks, threads], on: [peakTree, wall]}';
    expect(decided(line, both).outcome).toMatchObject({ kind: 'untested', cause: 'mistake' });
    const few = held({ tasks: [5, 10], threads: [10, 12] });
    const place = few.cases.get('io/100')!;
    if (place.state !== 'measured') throw new Error('it was measured');
    const comparisons = place.result.comparisons.filter(({ measure }) => measure === 'peakTree');
    const lacking = { ...place, result: { ...place.result, comparisons } };
    const from = { ...few, cases: new Map([['io/100', lacking]]) };
    expect(decided(compare, from).outcome.kind).toBe('undecided');
  });

  it('is told by both, each with what it counts', () => {
    expect(said(compare, both)).toMatch(
      /^threads needs 2\.0\d* times as much peak memory as tasks, counting the whole tree \([^()]*; on 2 cores\), and 1\.2\d* times counting the largest process alone \([^();]*\)$/,
    );
    expect(said(compare, turned)).toMatch(
      /^who is ahead depends on how peak memory is counted: threads needs .*the whole tree.*; tasks needs .*the largest process alone/,
    );
  });
});

describe('the best by two measures', () => {
  const three = { tasks: [5, 10], threads: [10, 12], pool: [8, 6] } as const;

  it('is who is it by both, else it depends', () => {
    const line = '{in: io/100, best: [peakTree, peakProcess]}';
    expect(found(line, held({ ...three, pool: [8, 11] }))).toBe('tasks');
    expect(found(line, held(three))).toBe('depends');
  });

  it('weighs the variants that the first measure chooses: the second counts the same programs', () => {
    // By the largest process alone pool would stand for engine, and be ahead.
    const line = '{in: io/100, winner: [peakTree, peakProcess]}';
    expect(found(line, held({ ...three, threads: [7, 12] }))).toBe('motor');
    const side = '{in: io/100, compare: [tasks, best of engine], on: [peakTree, peakProcess]}';
    expect(found(side, held({ ...three, threads: [7, 12] }))).toBe('less-that-matters');
  });
});

describe('another machine', () => {
  it('agrees that it depends, and leaves open what depends here alone', () => {
    const [here, there] = [decided(compare, turned), decided(compare, both)];
    expect(compareClaim(here, here)).toEqual({ kind: 'agrees' });
    expect(compareClaim(there, here)).toMatchObject({ kind: 'inconclusive' });
    const best = '{in: io/100, winner: [peakTree, peakProcess]}';
    expect(compareClaim(decided(best, both), decided(best, turned))).toMatchObject({
      kind: 'inconclusive',
    });
  });
});

describe('a further session', () => {
  it('decides further who is best where that depends on the measure in the reference', () => {
    const best = '{in: io/100, best: [peakTree, peakProcess]}';
    const [open, one] = [decided(best, turned), decided(best, both)];
    expect(open.found).toEqual(['depends']);
    expect([standingOf(open, one), standingOf(open, open), standingOf(one, open)]).toEqual([
      'further',
      'agrees',
      'open',
    ]);
  });
});
