import { describe, expect, it } from 'vitest';
import { rankBy } from '../../src/analyse/rank.ts';
import type { CaseResult } from '../../src/analyse/types.ts';
import type { SessionMeasure } from '../../src/store/schema.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { aCase, around, contestant, peakTree, resultOf, wall, walls } from './build.ts';

type Runs = Readonly<Record<string, readonly InvocationRecord[]>>;

const caseOf = (runs: Runs, measures: readonly SessionMeasure[] = [wall]): CaseResult =>
  resultOf(
    aCase({
      measures: [...measures],
      contestants: Object.keys(runs).map((id) =>
        contestant(id, {
          once: id.endsWith('-once'),
          ...(id.endsWith('-copy') && { controlOf: 'first' }),
        }),
      ),
    }),
    Object.values(runs).flat(),
  );
const times = (medians: Readonly<Record<string, number>>): Runs =>
  Object.fromEntries(Object.entries(medians).map(([id, ms]) => [id, walls(id, around(ms, 12))]));

describe('the order of contestants', () => {
  it('is that of the medians, each alone where it is shown to be behind by what matters', () => {
    const result = caseOf(times({ slow: 300, first: 100, second: 120 }));
    expect(rankBy(result, [wall])).toEqual([['first'], ['second'], ['slow']]);
  });

  it('begins with the most where more is better', () => {
    const speed: SessionMeasure = {
      ...wall,
      id: 'speed',
      unit: 'count/s',
      better: 'more',
      source: { from: 'quotient', of: 'workers', by: 'wall' },
    };
    const result = caseOf(times({ slow: 300, first: 100, second: 120 }), [speed]);
    expect(rankBy(result, [speed])).toEqual([['first'], ['second'], ['slow']]);
  });

  it('puts those into one group that are not shown to be behind its best by what matters', () => {
    // 1% and less is inside the 2% that matter; the runs of each follow the same pattern.
    const result = caseOf(times({ first: 100, second: 101, third: 150, fourth: 151 }));
    expect(rankBy(result, [wall])).toEqual([
      ['first', 'second'],
      ['third', 'fourth'],
    ]);
  });

  it('weighs each against the best of the group alone, since ties are not transitive', () => {
    // 101.5 ties with 100 and 102.5 with 101.5, but 102.5 lies 2.5% behind 100.
    const result = caseOf(times({ first: 100, second: 101.5, third: 102.5, fourth: 103.9 }));
    const groups = rankBy(result, [wall]);
    expect(groups).toEqual([
      ['first', 'second'],
      ['third', 'fourth'],
    ]);
    const verdict = (a: string, b: string) =>
      result.comparisons.find((one) => one.a === a && one.b === b)!.verdict.kind;
    expect(verdict('second', 'third')).toBe('same');
  });

  it('keeps those together of which it is open whether the difference matters', () => {
    const runs = {
      first: walls('first', around(100, 12)),
      // Between 1% and 5% more: the interval reaches from inside of what matters to beyond it.
      second: walls(
        'second',
        around(100, 12).map((ms, index) => ms * (1.01 + 0.04 * ((index % 4) / 3))),
      ),
    };
    const result = caseOf(runs);
    expect(result.comparisons[0]!.verdict).toEqual({ kind: 'less', matters: 'open' });
    expect(rankBy(result, [wall])).toEqual([['first', 'second']]);
  });

  it('keeps those together that too few rounds were run of', () => {
    const runs = { first: walls('first', around(100, 5)), second: walls('second', around(300, 5)) };
    expect(rankBy(caseOf(runs), [wall])).toEqual([['first', 'second']]);
  });

  it('has no place for who failed a run, runs once, is a copy or was never here', () => {
    const failing = walls('failing', around(50, 12)).map((one): InvocationRecord =>
      one.round === 3 ? { ...one, outcome: 'failed' } : one,
    );
    const gone: InvocationRecord = { ...walls('gone', [1])[0]!, outcome: 'unavailable' };
    const runs = {
      ...times({ first: 100, second: 120, 'first-copy': 100 }),
      failing,
      'tried-once': walls('tried-once', [1]),
      gone: [gone],
    };
    expect(rankBy(caseOf(runs), [wall])).toEqual([['first'], ['second']]);
  });

  it('by two measures parts only those that are behind by both', () => {
    const memory = (id: string, ms: number, bytes: number): InvocationRecord[] =>
      walls(id, around(ms, 12)).map((one) => ({ ...one, peakTreeBytes: bytes }));
    const runs = {
      first: memory('first', 100, 2e6),
      light: memory('light', 150, 1e6),
      heavy: memory('heavy', 151, 3e6),
      worst: memory('worst', 300, 9e6),
    };
    const result = caseOf(runs, [wall, peakTree]);
    expect(rankBy(result, [wall, peakTree])).toEqual([['first', 'light'], ['heavy'], ['worst']]);
    expect(rankBy(result, [wall])).toEqual([['first'], ['light', 'heavy'], ['worst']]);
  });

  it('is empty where nobody finished', () => {
    expect(rankBy(caseOf({ first: walls('first', [null, null, null]) }), [wall])).toEqual([]);
  });
});
