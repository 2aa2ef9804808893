import { describe, expect, it } from 'vitest';
import { comparisonSchema, MOST_ROWS, type BaseComparison } from '../../src/store/comparison.ts';
import { aComparison, measured, programsChanged } from '../fixtures/comparison.ts';

const isValid = (value: unknown): boolean => comparisonSchema.safeParse(value).success;
const withChange = (change: object): unknown => ({
  ...programsChanged([]),
  changes: [{ ...measured('tasks', 1), ...change }],
});

describe('comparison.json', () => {
  it('is accepted as compare writes it', () => {
    expect(isValid(aComparison())).toBe(true);
    expect(isValid(programsChanged([measured('tasks', 1.5)]))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a field that nobody knows', { ...aComparison(), further: 1 }],
    ['another version', { ...aComparison(), schema: 2 }],
    ['a commit that is none', { ...aComparison(), base: { commit: '../../main' } }],
    ['a contestant that mentions somebody', withChange({ contestant: '@org/team' })],
    ['a case with markup', withChange({ case: '<script>/1' })],
    ['a case with a line break behind it', withChange({ case: 'cpu/20\n' })],
    ['a report that is a path', withReport('../../index.html')],
    ['a number that is none', { ...aComparison(), tookS: '100' }],
    ['a text without end', { ...aComparison(), command: 'x'.repeat(10_000) }],
    [
      'more changes than a person can look at',
      programsChanged(Array.from({ length: MOST_ROWS + 1 }, () => measured('tasks', 1))),
    ],
  ])('is refused with %s', (_, value) => {
    expect(isValid(value)).toBe(false);
  });

  it('is refused with seven rounds, with 22, and with a value of 0', () => {
    const change = measured('tasks', 1);
    const [one] = change.state === 'measured' ? change.measures : [];
    const withHead = (head: number[]): unknown =>
      withChange({ measures: [{ ...one, rounds: { ...one!.rounds, head } }] });
    const { head } = one!.rounds;
    expect(isValid(withHead(head))).toBe(true);
    expect(isValid(withHead(head.slice(0, 7)))).toBe(false);
    expect(isValid(withHead([...head, ...head, ...head]))).toBe(false);
    expect(isValid(withHead([0, ...head]))).toBe(false);
  });
});

function withReport(report: string): BaseComparison {
  const claims = { changed: [], stale: [{ report, id: 'one' }], lost: [] };
  return aComparison({ claims });
}
