import { describe, expect, test } from 'vitest';
import { decideOutcome, type Ending } from '../../src/measure/outcome.ts';

const well: Ending = {
  launched: { end: { kind: 'exited', exitCode: 0 }, timedOut: false, wallNs: 100 },
  answer: { right: true, measures: {} },
  timeoutMs: 5000,
  oomKills: 0,
  problems: [],
};
const wrongAnswer = { right: false, reason: 'expected sum = 45, found 44' } as const;
const stopped = {
  end: { kind: 'signalled', signal: 'SIGKILL' },
  timedOut: true,
  wallNs: 100,
} as const;

describe('the outcome', () => {
  test('is measured when all went well, without a reason', () => {
    expect(decideOutcome(well)).toEqual({ outcome: 'measured' });
  });

  test('is the wrong answer only when the program ended well', () => {
    expect(decideOutcome({ ...well, answer: wrongAnswer })).toEqual({
      outcome: 'wrong-answer',
      reason: wrongAnswer.reason,
    });
    const failed = { ...well.launched, end: { kind: 'exited', exitCode: 2 } } as const;
    expect(decideOutcome({ ...well, launched: failed, answer: wrongAnswer })).toEqual({
      outcome: 'failed',
      reason: 'exit code 2',
    });
  });

  test('is out-of-memory, not timed-out, when a worker was killed and the rest hung', () => {
    const ending = { ...well, launched: stopped, oomKills: 2, memoryCapBytes: 4 * 2 ** 30 };
    expect(decideOutcome(ending)).toEqual({
      outcome: 'out-of-memory',
      reason: 'memory reached 4.00 GiB, 2 processes killed',
    });
  });

  test('is out-of-memory even with a right answer', () => {
    expect(decideOutcome({ ...well, oomKills: 1 }).outcome).toBe('out-of-memory');
  });

  test('is timed-out, not killed, when the launcher ended it', () => {
    expect(decideOutcome({ ...well, launched: stopped })).toEqual({
      outcome: 'timed-out',
      reason: 'not finished after 5 s',
    });
  });

  test('is a wrong answer below the floor, and measured exactly on it', () => {
    expect(decideOutcome({ ...well, floorNs: 101 }).outcome).toBe('wrong-answer');
    expect(decideOutcome({ ...well, floorNs: 100 }).outcome).toBe('measured');
  });

  test('names every problem of the service', () => {
    expect(decideOutcome({ ...well, problems: ['a', 'b'] })).toEqual({
      outcome: 'wrong-answer',
      reason: 'a; b',
    });
  });

  test('names a crashed service before what it did to the program', () => {
    const ending = { ...well, launched: stopped, serviceError: 'the service ended' };
    expect(decideOutcome(ending)).toEqual({
      outcome: 'timed-out',
      reason: 'the service ended; the program: not finished after 5 s',
    });
    expect(decideOutcome({ ...well, serviceError: 'the service ended' }).outcome).toBe('failed');
  });
});
