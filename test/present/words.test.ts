import { describe, expect, it } from 'vitest';
import { endedWords } from '../../src/present/sentences/endings.ts';
import { reasonWords } from '../../src/present/sentences/reason-words.ts';
import { failureWords, troubleOf, wordsOfEnd } from '../../src/present/words.ts';
import type { ContestantResult } from '../../src/analyse/types.ts';

const resultOf = (
  outcomes: ContestantResult['outcomes'],
  ...reasons: string[]
): ContestantResult => {
  const attempted = Object.entries(outcomes)
    .filter(([outcome]) => outcome !== 'not-attempted')
    .reduce((sum, [, count]) => sum + count, 0);
  const finished = outcomes.measured ?? 0;
  const flags = { tuned: false, once: false, flags: [], estimates: {} };
  return { id: 'a', ...flags, outcomes, attempted, finished, reasons };
};

describe('runs that do not count', () => {
  const wrong = resultOf({ 'wrong-answer': 3 }, 'it gives "5"');
  const crashed = resultOf({ failed: 3, 'not-attempted': 9 }, 'exit code 1');
  const slow = resultOf({ measured: 9, 'timed-out': 3 }, 'not finished after 60 s');

  it('are wrong where the answer was, though the program finished', () => {
    expect(troubleOf(wrong)).toBe('0 of 3 right: it gives "5"');
    expect(failureWords(wrong)).toBe('0 of 3 right');
    expect(wordsOfEnd(wrong)).toBe('gave a wrong answer');
    expect(endedWords(wrong)).toBe('was right in 0 of 3 runs');
    const mixed = resultOf({ measured: 1, 'wrong-answer': 1, killed: 1 });
    expect(failureWords(mixed)).toBe('1 of 3 right, 1 wrong answer, 1 killed');
  });

  it('failed where an exit code stands for a failure', () => {
    expect(troubleOf(crashed)).toBe('3 of 3 failed: exit code 1');
    expect(wordsOfEnd(crashed)).toBe('failed');
    expect(endedWords(crashed)).toBe('failed in 3 of 3 runs');
    expect(failureWords(resultOf({ measured: 2, failed: 1 }))).toBe('2 of 3 finished, 1 failed');
  });

  it('did not finish where they were stopped', () => {
    expect(troubleOf(slow)).toBe('9 of 12 finished, 3 timed out: not finished after 60 s');
    expect(wordsOfEnd(slow)).toBe('did not finish');
    expect(endedWords(slow)).toBe('finished 9 of 12 runs');
    expect(wordsOfEnd(resultOf({ failed: 1, killed: 1 }))).toBe('did not finish');
  });

  it('are worded so in reasons too', () => {
    const counts = { contestant: 'a', finished: 0, attempted: 3 } as const;
    expect(reasonWords({ kind: 'unfinished', ...counts, end: 'wrong' })).toBe(
      'a was right in 0 of 3 runs',
    );
    expect(reasonWords({ kind: 'few-finished', ...counts, end: 'wrong' })).toBe(
      '0 of 3 runs were right',
    );
    expect(reasonWords({ kind: 'few-finished', ...counts, end: 'failed' })).toBe(
      '3 of 3 runs failed',
    );
  });
});
