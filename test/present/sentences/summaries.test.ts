import { describe, expect, it } from 'vitest';
import { claimCounts, claimCountsWords } from '../../../src/present/sentences/counts.ts';
import { useCases, winnersSummary, type UseCase } from '../../../src/present/sentences/winners.ts';
import { contestant } from '../../analyse/build.ts';
import { closeRace, decided, race } from '../../claims/build.ts';

const runtimes = [
  { id: 'motor', title: 'Motor' },
  { id: 'engine', title: 'Engine' },
];
const rivals = [contestant('first', { runtime: 'motor' }), contestant('second')];
const one = (state: UseCase['state'], runtime?: string): UseCase => ({
  claim: 'x',
  caseId: 'io/100',
  by: 'time',
  state,
  leaders: [],
  clause: [],
  ...(runtime !== undefined && { runtime }),
});

describe('the count of winners', () => {
  it('is a sentence', () => {
    const won = (motor: number, engine: number, ties: number, open: number): string =>
      winnersSummary(
        [
          ...Array.from({ length: motor }, () => one('ahead', 'motor')),
          ...Array.from({ length: engine }, () => one('ahead', 'engine')),
          ...Array.from({ length: ties }, () => one('tie')),
          ...Array.from({ length: open }, () => one('open')),
        ],
        runtimes,
      );
    expect(won(4, 3, 2, 0)).toBe(
      'Motor is ahead in 4 of 9 use cases, Engine in 3. In 2 no lead is shown.',
    );
    expect(won(1, 3, 0, 1)).toBe('Engine is ahead in 3 of 5 use cases, Motor in 1. 1 is open.');
    expect(won(1, 0, 1, 2)).toBe(
      'Motor is ahead in 1 of 4 use cases. In 1 no lead is shown, and 2 are open.',
    );
    expect(won(0, 0, 2, 0)).toBe('Nobody is shown to be ahead in any of 2 use cases.');
    expect(won(0, 0, 0, 0)).toBe('No use case is weighed.');
  });

  it('says in how many it is open whether the lead matters', () => {
    const small = { ...one('ahead', 'motor'), mayNotMatter: true } as const;
    expect(winnersSummary([one('ahead', 'motor'), small, one('tie')], runtimes)).toBe(
      'Motor is ahead in 2 of 3 use cases. In 1 no lead is shown. In 1 it is open whether the lead matters.',
    );
  });

  it('comes from the verdicts', () => {
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
      { ids: [], winners: false, cited: 1, opinions: 2 },
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
