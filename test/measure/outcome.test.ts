import { describe, expect, test } from 'vitest';
import { decideOutcome, type Ending } from '../../src/measure/outcome.ts';

const well: Ending = {
  launched: { end: { kind: 'exited', exitCode: 0 }, timedOut: false, wallNs: 100 },
  answer: { right: true, measures: {} },
  timeoutMs: 5000,
  exitCodes: [0],
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
    const full = { peakTreeBytes: 4 * 2 ** 30 - 4096, memoryCapBytes: 4 * 2 ** 30 };
    const ending = { ...well, launched: stopped, oomKills: 2, ...full };
    expect(decideOutcome(ending)).toEqual({
      outcome: 'out-of-memory',
      reason: 'memory reached 4096 MiB of a cap of 4096 MiB, 2 processes killed',
    });
  });

  test('is out-of-memory even with a right answer', () => {
    const full = { peakTreeBytes: 99, memoryCapBytes: 100 };
    expect(decideOutcome({ ...well, oomKills: 1, ...full }).outcome).toBe('out-of-memory');
  });

  test('is nobody’s result when the memory went elsewhere: only what was seen is said', () => {
    const outside = { peakTreeBytes: 98 * 2 ** 20, memoryCapBytes: 100 * 2 ** 20 };
    expect(decideOutcome({ ...well, oomKills: 1, ...outside })).toEqual({
      outcome: 'no-result',
      reason:
        'memory reached 98 MiB of a cap of 100 MiB, 1 process killed: the system, or what it runs in, had no more memory',
    });
    expect(decideOutcome({ ...well, oomKills: 1 }).outcome).toBe('no-result');
  });

  test('is nobody’s result when the launcher gave none', () => {
    const end = { kind: 'no-result', error: 'the launcher gave no result: EACCES' } as const;
    expect(decideOutcome({ ...well, launched: { end, timedOut: false } })).toEqual({
      outcome: 'no-result',
      reason: 'the launcher gave no result: EACCES',
    });
  });

  test('is measured with any of the exit codes that are no failure', () => {
    const launched = { ...well.launched, end: { kind: 'exited', exitCode: 3 } } as const;
    expect(decideOutcome({ ...well, launched, exitCodes: [0, 3] }).outcome).toBe('measured');
    expect(decideOutcome({ ...well, exitCodes: [3] })).toEqual({
      outcome: 'failed',
      reason: 'exit code 0',
    });
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

  test('is not the program’s when the service crashed, and names what it did to it', () => {
    const ending = { ...well, launched: stopped, serviceError: 'the service ended' };
    expect(decideOutcome(ending)).toEqual({
      outcome: 'no-result',
      reason: 'the service ended; the program: not finished after 5 s',
    });
    expect(decideOutcome({ ...well, serviceError: 'the service ended' }).outcome).toBe('no-result');
  });
});
