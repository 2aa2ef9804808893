import { describe, expect, it } from 'vitest';
import type { InvocationRecord } from '../../../src/store/record-schema.ts';
import type { MeasuredCase } from '../../../src/present/document.ts';
import { caseNotes } from '../../../src/present/results/notes.ts';
import { realCase } from '../../fixtures/real-session.ts';

const whole = realCase('cpu/20');
const [measure] = whole.definition.measures;
const ids = ['duso', 'python-threads', 'python-processes'];

/** The case with these contestants alone, each of whose runs ended like this. */
function ended(ends: Readonly<Record<string, Partial<InvocationRecord>>>): MeasuredCase {
  const records = ids.map((contestant) => ({
    ...whole.records.find((one) => one.contestant === contestant && one.round > 0)!,
    ...ends[contestant],
  }));
  const contestants = records.map(({ contestant, outcome, reason }) => ({
    ...whole.result.contestants.find(({ id }) => id === contestant)!,
    outcomes: { [outcome]: 1 },
    attempted: 1,
    finished: outcome === 'measured' ? 1 : 0,
    reasons: reason === undefined ? [] : [reason],
    flags: [],
  }));
  return { ...whole, records, result: { ...whole.result, contestants } };
}

const failuresOf = (aCase: MeasuredCase): string[] =>
  caseNotes(aCase, measure!).flatMap(({ kind, words }) => (kind === 'failure' ? [words] : []));

describe('contestants that had to give the same', () => {
  const gave = (begins: string): Partial<InvocationRecord> => ({
    outcome: 'wrong-answer',
    reason: `it gives ${begins}, and another gives something else: nobody knows which is right`,
    gave: { sha256: begins, begins },
  });

  it('are named once, by what each gave', () => {
    const aCase = ended({
      duso: gave('"4212"'),
      'python-threads': gave('"5722"'),
      'python-processes': gave('"4212"'),
    });
    expect(failuresOf(aCase)).toEqual([
      'duso and python-processes give "4212", python-threads gives "5722": nobody knows which is right',
    ]);
  });

  it('leave what else is wrong to be said', () => {
    const aCase = ended({
      duso: gave('"1"'),
      'python-threads': gave('"2"'),
      'python-processes': { outcome: 'wrong-answer', reason: 'expected 3, found 4' },
    });
    expect(failuresOf(aCase)).toEqual([
      'duso gives "1", python-threads gives "2": nobody knows which is right',
      'python-processes: 0 of 1 right: expected 3, found 4',
    ]);
  });
});

describe('an exit code', () => {
  const exit = { outcome: 'failed', reason: 'exit code 1' } as const;

  it('may be no failure, where nothing else was said', () => {
    expect(failuresOf(ended({ duso: exit }))).toEqual([
      'duso: 1 of 1 failed: exit code 1. Where that code is no failure, name it in the "exitCodes" of the contestant',
    ]);
  });

  it('is one where the program wrote an error', () => {
    expect(failuresOf(ended({ duso: { ...exit, stderr: 'no such file' } }))).toEqual([
      'duso: 1 of 1 failed: exit code 1',
    ]);
  });
});
