import { describe, expect, it } from 'vitest';
import {
  absentWords,
  reasonWords,
  tellsRunsOf,
} from '../../../src/present/sentences/reason-words.ts';

type Worded = Parameters<typeof reasonWords>[0];

describe('a reason in words', () => {
  it.each<[Worded, string]>([
    [{ kind: 'run-once', contestant: 'a' }, 'A is run once and shown, not compared'],
    [{ kind: 'not-run', contestant: 'a' }, 'A was not run'],
    [{ kind: 'not-run', contestant: 'a', because: 'no a on PATH' }, 'A was not run: no a on PATH'],
    [
      { kind: 'unfinished', contestant: 'a', finished: 9, attempted: 12 },
      'A finished 9 of 12 runs',
    ],
    [{ kind: 'unfinished', contestant: 'a', finished: 0, attempted: 1 }, 'A finished 0 of 1 run'],
    [
      { kind: 'no-value', contestant: 'a', measure: 'peakTree', attempted: 10 },
      'A has no peakTree in 10 runs',
    ],
    [
      { kind: 'low-concurrency', contestant: 'a', inFlight: 48 },
      'A had at most 48 requests in flight at once, fewer than 95% of the workers',
    ],
    [
      { kind: 'without-launcher', leastNs: 50e6 },
      'started without the launcher: times under 50\u00a0ms are not decided',
    ],
    [{ kind: 'few-pairs', pairs: 1, needed: 8 }, '1 round to compare, 8 are needed'],
    [{ kind: 'few-pairs', pairs: 7, needed: 8 }, '7 rounds to compare, 8 are needed'],
    [{ kind: 'empty-block', block: 2 }, 'block 2 has no median'],
    [
      { kind: 'no-two-sizes', contestants: ['a', 'b'] },
      'there are no two sizes that A and B both finished in every round',
    ],
    [
      { kind: 'no-two-sizes', contestants: ['a'] },
      'there are no two sizes that A finished in every round',
    ],
    [
      { kind: 'small-sizes', from: 10, to: 50, least: 100 },
      'from 10 to 50 alone no growth is decided: two sizes from 100 on are needed',
    ],
    [
      { kind: 'service-held-up', runs: 20, of: 21 },
      'the service held up requests in 20 of 21 measured runs (longest over 1.5 times the usual shortest)',
    ],
    [{ kind: 'no-rival', contestant: 'a' }, 'only A has a value to compare'],
    [
      { kind: 'not-compared', contestants: ['a', 'b'], measure: 'wall' },
      'A and B are not compared by wall',
    ],
    [{ kind: 'runtime-missing', title: 'Motor' }, 'Motor was not found'],
    [
      { kind: 'not-in-growth', scenario: 'memory', contestants: ['a', 'b'] },
      "the growth of memory in this session doesn't hold A or B",
    ],
    [{ kind: 'found', word: 'no-difference-shown' }, 'found here: no difference shown'],
    [
      {
        kind: 'not-compared-in',
        case: 'io/1',
        compared: { contestants: ['a', 'b'], measure: 'wall' },
      },
      'A and B were not compared by wall in io/1',
    ],
    [{ kind: 'growth-without-runs', scenario: 'memory' }, 'the growth of memory was not measured'],
  ])('names contestants as people read them: %j', (reason, words) => {
    expect(reasonWords(reason, (id) => id.toUpperCase())).toBe(words);
  });

  it('has the ids of contestants where nobody says what they are called', () => {
    expect(reasonWords({ kind: 'not-run', contestant: 'a' })).toBe('a was not run');
  });

  it('of a case without runs says by itself that it can not be tested, where that is of this machine', () => {
    expect(absentWords({ kind: 'not-in-quick-profile' })).toBe(
      "can't be tested here: not in the quick profile",
    );
    expect(absentWords({ kind: 'not-in-this-session' })).toBe('not measured in this session');
    expect(reasonWords({ kind: 'not-in-quick-profile' })).toBe('not in the quick profile');
  });

  it('tells the runs of the contestant that it is about, and of no other with as many', () => {
    const reason = { kind: 'unfinished', contestant: 'a', finished: 9, attempted: 12 } as const;
    expect(tellsRunsOf(reason, 'a')).toBe(true);
    expect(tellsRunsOf(reason, 'b')).toBe(false);
    expect(tellsRunsOf({ kind: 'not-run', contestant: 'a' }, 'a')).toBe(false);
  });
});
