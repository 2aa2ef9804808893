import { describe, expect, it } from 'vitest';
import { notCompared, pairGroups, type PairRow } from '../../../src/present/evidence/pair-rows.ts';
import { measured, referenceView, withOpenLeads } from '../sample.ts';

const aCase = measured(referenceView, 'io/100');
const groups = pairGroups(referenceView, aCase);
const all = groups.flatMap((group) => [...group.across, ...group.within]);
const find = (measure: string, second: string): PairRow =>
  groups
    .find((group) => group.measure.id === measure)!
    .across.find((row) => row.second === second)!;

describe('the comparisons of a case', () => {
  it('are all that the analysis made, measure by measure', () => {
    expect(all).toHaveLength(aCase.result.comparisons.length);
    expect(groups.map((group) => group.measure.id)).toEqual(
      aCase.definition.measures.map(({ id }) => id),
    );
  });

  it('have no row with who was never started, who is named apart', () => {
    const contestants = aCase.result.contestants.map((one) =>
      one.id === 'python-threads' ? { ...one, attempted: 0, finished: 0 } : one,
    );
    const without = { ...aCase, result: { ...aCase.result, contestants } };
    const left = pairGroups(referenceView, without).flatMap((group) => [
      ...group.across,
      ...group.within,
    ]);
    const isWith = (row: PairRow): boolean => [row.first, row.second].includes('python-threads');
    expect(left).toHaveLength(all.filter((row) => !isWith(row)).length);
    expect(left.some(isWith)).toBe(false);
    expect(notCompared(referenceView, without)).toEqual(['python-threads']);
    expect(notCompared(referenceView, aCase)).toEqual([]);
  });

  it('name the side of the subject first', () => {
    for (const group of groups) {
      expect(new Set(group.across.map((row) => row.first))).toEqual(new Set(['duso']));
      for (const row of group.within) expect(row.first).not.toBe('duso');
    }
  });

  it('say what matters in each measure', () => {
    expect(groups.map((group) => group.matters)).toEqual([
      '50\u00a0ms',
      '2%',
      '2%',
      '2%',
      '5%',
      '5%',
    ]);
  });

  it('give the interval of the ratio, the difference beside it, and each block', () => {
    const row = find('wall', 'python-processes');
    expect(row.outcome).toMatchObject({ state: 'ahead', side: 'subject' });
    expect(row.besides).toMatch(/^difference .*\(99% interval .*\)$/);
    expect(row.blocks.split(' · ')).toHaveLength(3);
    expect(row.rounds).toBe('21');
  });

  it('say in words where it is open whether a lead matters, and nothing where it is shown', () => {
    const view = withOpenLeads(referenceView, 'io/100');
    const open = pairGroups(view, measured(view, 'io/100')).find(
      ({ measure }) => measure.id === 'overhead',
    )!;
    const row = open.across.find(({ second }) => second === 'python-processes')!;
    expect(row.outcome).toMatchObject({
      mattering: 'open',
      openWords: 'open whether it matters (at least 50\u00a0ms)',
    });
    expect(find('overhead', 'python-processes').outcome).toMatchObject({
      mattering: 'shown',
      openWords: '',
    });
  });

  it('tell the blocks from the same side as the finding', () => {
    const { outcome, blocks } = find('wall', 'python-processes');
    if (outcome.state !== 'ahead') throw new Error('a side is ahead in the sample');
    expect(outcome.words.larger).toBe('python-processes');
    for (const median of blocks.split(' · ')) expect(Number(median)).toBeGreaterThan(1);
  });

  it('give the ratio beside a finding that is told as a difference', () => {
    const [wall] = pairGroups(referenceView, measured(referenceView, 'startup/hello'));
    const row = wall!.across.find(({ second }) => second === 'python')!;
    expect(row.besides).toMatch(/^ratio /);
    expect(row.blocks).toMatch(/\u00a0ms$/);
  });

  it('give no ratio of what remains of a time', () => {
    const row = find('overhead', 'python-processes');
    expect(row.besides).toBe('');
    expect(row.blocks).toMatch(/\u00a0s$/);
  });

  it('tell no number of a side that never finished', () => {
    const failed = pairGroups(referenceView, measured(referenceView, 'io/1000'))[0]!.across.find(
      (row) => row.second === 'python-processes',
    )!;
    expect(failed).toMatchObject({ outcome: { state: 'undecided' }, besides: '', blocks: '' });
  });
});
