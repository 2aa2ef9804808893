import { describe, expect, it } from 'vitest';
import { claimCounts, claimCountsWords } from '../../../src/present/sentences/counts.ts';
import { useCases } from '../../../src/present/sentences/winners.ts';
import { contestant } from '../../analyse/build.ts';
import { closeRace, decided, race } from '../../claims/build.ts';

const rivals = [contestant('first', { runtime: 'motor' }), contestant('second')];

describe('the use cases', () => {
  it('come from the verdicts', () => {
    const wording = {
      form: 'short' as const,
      here: false,
      markOf: (id: string) => ({ contestant: id, label: id, slot: 1 as const }),
    };
    const line = '{in: io/100, winner: wall}';
    const [close] = useCases([decided(line, closeRace({ contestants: rivals }))], wording);
    expect(close).toMatchObject({ state: 'ahead', runtime: 'motor', mayNotMatter: true });
    const cases = useCases(
      [
        decided(line, race({ first: 100, second: 160, third: 147 })),
        decided(line, race({ first: 100, second: 100, third: 147 })),
        decided(line, { cases: new Map(), growth: new Map() }),
      ],
      wording,
    );
    expect(cases.map(({ state, runtime, by }) => [state, runtime, by])).toEqual([
      ['ahead', 'motor', 'time'],
      ['tie', undefined, 'time'],
      ['open', undefined, ''],
    ]);
  });
});

describe('what a document rests on', () => {
  it('is counted: decided, not decided, not tested, cited, opinions', () => {
    const three = race({ first: 100, second: 147, third: 147 });
    const counts = claimCounts(
      [
        decided('{in: io/100, compare: [first, second], on: wall}', three),
        decided('{in: io/100, of: first, value: wall}', three),
        decided('{in: io/7, of: first}', three),
      ],
      { ids: [], useCases: false, cited: 1, opinions: 2 },
    );
    expect(counts).toEqual({
      decided: 1,
      undecided: 0,
      untested: 1,
      values: 1,
      cited: 1,
      opinions: 2,
    });
    expect(claimCountsWords(counts)).toBe(
      "Of 2 claims 1 is decided by runs, 1 is not tested. 1 further statement is cited, and 2 are the author's opinion; both are marked where they stand.",
    );
  });
});
