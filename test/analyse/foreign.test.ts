import { describe, expect, it } from 'vitest';
import { foreignInSession, foreignShare, isDisturbed } from '../../src/analyse/foreign.ts';
import { record } from './build.ts';

describe('what others used of the cores', () => {
  it('is a share of the time that there was, and not known where no record tells', () => {
    expect(foreignShare({ foreignCpuMs: 30, coresMs: 1000 })).toBe(0.03);
    expect(foreignShare({ foreignCpuMs: -10, coresMs: 1000 })).toBe(-0.01);
    expect(foreignShare({ foreignCpuMs: 30, coresMs: 0 })).toBeUndefined();
    expect(foreignShare({})).toBeUndefined();
  });

  it.each([
    [{ foreignCpuMs: 100, coresMs: 4000 }, true],
    [{ foreignCpuMs: 81, coresMs: 4000 }, true],
    [{ foreignCpuMs: 80, coresMs: 4000 }, false],
    // A run of some milliseconds: a tick on each core would be a large share.
    [{ foreignCpuMs: 40, coresMs: 50 }, false],
    [{ foreignCpuMs: 41, coresMs: 50 }, true],
    [{}, false],
  ])('disturbs a run over 2% of it, and over what ticks leave open: %o, %s', (seen, expected) => {
    expect(isDisturbed(seen)).toBe(expected);
  });

  it('has a share, a count and a worst run in a session', () => {
    const records = [
      record({ contestant: 'a', round: 1, foreignCpuMs: -10, coresMs: 1000 }),
      record({ contestant: 'b', round: 1, foreignCpuMs: 100, coresMs: 1000 }),
      record({ contestant: 'c', round: 1, foreignCpuMs: 60, coresMs: 1000 }),
      record({ contestant: 'd', round: 1 }),
      // More time of others, and less than 2% of a long run: it isn't disturbed, so it is no worst one.
      record({ contestant: 'e', round: 1, foreignCpuMs: 150, coresMs: 17_000 }),
    ];
    expect(foreignInSession(records)).toEqual({
      share: 0.015,
      disturbed: 2,
      of: 4,
      worst: records[1],
    });
    expect(foreignInSession([records[0]!])).toEqual({ share: 0, disturbed: 0, of: 1 });
    expect(foreignInSession([records[3]!])).toBeUndefined();
  });
});
