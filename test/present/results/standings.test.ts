import { describe, expect, it } from 'vitest';
import { bestOf } from '../../../src/analyse/best.ts';
import type { MeasuredCase } from '../../../src/present/document.ts';
import { measuresOf, standingsOf } from '../../../src/present/results/standings.ts';
import { realCase, realCases } from '../../fixtures/real-session.ts';

const statesOf = (aCase: MeasuredCase): Record<string, string> =>
  Object.fromEntries(
    standingsOf(aCase, aCase.definition.measures[0]!).rows.map(({ result, state }) => [
      result.id,
      state,
    ]),
  );

const pairs = realCases.flatMap((aCase) =>
  aCase.definition.measures.map((measure) => ({
    aCase,
    measure,
    name: `${aCase.id} ${measure.id}`,
  })),
);

describe('the standings of a real session', () => {
  it.each(pairs)('name the tie group of $name as the analysis does', ({ aCase, measure }) => {
    const best = bestOf(aCase.result, measure);
    const { rows } = standingsOf(aCase, measure);
    const first = rows.filter(({ state }) => state === 'best' || state === 'tied');
    const ids = best.kind === 'best' ? best.ids : [];
    // Who finished may be tied with a leader that isn't best; whoever is best is tied or alone.
    if (best.kind === 'best')
      expect(first.map(({ result }) => result.id).sort()).toEqual([...ids].sort());
    else expect(first.map(({ state }) => state)).not.toContain('best');
    const open = rows.filter(({ state }) => state === 'behind-may-not-matter');
    if (best.kind === 'best')
      expect(open.map(({ result }) => result.id).sort()).toEqual([...best.open].sort());
  });

  it('are the best median first, with a ratio against the leader above 1 for all others', () => {
    const { rows, leader } = standingsOf(
      realCase('cpu/20'),
      realCase('cpu/20').definition.measures[0]!,
    );
    expect(leader).toBe('python-processes-jit');
    expect(rows.map(({ result, state }) => [result.id, state])).toEqual([
      ['python-processes-jit', 'best'],
      ['python-processes', 'behind'],
      ['python-interpreters', 'behind'],
      ['duso-parallel', 'behind'],
      ['duso', 'behind'],
      ['python-asyncio', 'behind'],
      ['python-threads', 'behind'],
      ['python-free-threaded', 'not-run'],
    ]);
    const ratios = rows.flatMap(({ against }) => against?.ratio?.point ?? []);
    expect(ratios).toHaveLength(6);
    expect(Math.min(...ratios)).toBeGreaterThan(1);
  });

  it('tell what ended in any other way than finished, and what was tried once', () => {
    expect(statesOf(realCase('io/10000'))).toEqual({
      duso: 'not-decided',
      'python-asyncio-per-core': 'not-decided',
      'python-asyncio': 'behind',
      'python-threads': 'did-not-finish',
      'python-threads-http-client': 'did-not-finish',
      'python-processes': 'did-not-finish',
    });
    expect(statesOf(realCase('io/2000'))).toMatchObject({
      'python-processes': 'not-compared',
      'python-threads-http-client': 'not-compared',
    });
  });

  it('hold nobody against a leader where only one takes part, or no side is better', () => {
    expect(statesOf(realCase('spawn-as-published/10'))).toEqual({ duso: 'not-compared' });
    const aCase = realCase('cpu/20');
    const [cores] = measuresOf(aCase, 'coresBusy');
    expect(standingsOf(aCase, cores!).leader).toBeUndefined();
  });

  it('leave out the copies of A/A controls', () => {
    expect(Object.keys(statesOf(realCase('cpu/20')))).not.toContain('python-processes-again');
  });
});

describe('the measures that are asked for', () => {
  it('are the main one, all, or one by its id, which a case may lack', () => {
    const aCase = realCase('startup/hello');
    const ids = (asked?: string): string[] => measuresOf(aCase, asked).map(({ id }) => id);
    expect(ids()).toEqual(['wall']);
    expect(ids('all')).toEqual(['wall', 'peakProcess', 'peakTree']);
    expect(ids('peakTree')).toEqual(['peakTree']);
    expect(ids('allDone')).toEqual([]);
  });
});
