import { describe, expect, it } from 'vitest';
import {
  environmentPairs,
  foreignPairs,
  machinePairs,
} from '../../../src/present/method/machine.ts';
import { measured, referenceView } from '../sample.ts';

const { session } = measured(referenceView, 'io/100');
const [record] = measured(referenceView, 'io/100').records;
/** Of a short program: what others used is much of its time, and less than ticks tell. */
const short = { ...record!, coresMs: 20, foreignCpuMs: 10 };
const disturbed = { ...record!, coresMs: 200, foreignCpuMs: 50 };

describe('what other programs used', () => {
  it('is told with both bounds of the flag, so that a large share with few flags is no contradiction', () => {
    const [[name, words] = []] = foreignPairs(referenceView, [short, short, disturbed]);
    expect(name).toBe('Other programs');
    expect(words).toMatch(
      /^used 29.2% of the cores’ time; over 2% of it, and over the 40 ms that ticks can tell, in 1 of 3 runs, most in .*: 25%$/,
    );
  });

  it('is told with both bounds where no run is flagged', () => {
    const [[, words] = []] = foreignPairs(referenceView, [short]);
    expect(words).toBe(
      'used 50% of the cores’ time; over 2% of it, and over the 40 ms that ticks can tell, in no run',
    );
  });
});

describe('what is told of a machine', () => {
  it('is the version of Steelyard, and apart from it the commit of the project', () => {
    const harness = { version: '0.1.0', commit: 'a1b2c3d4e5f6'.padEnd(40, '0'), dirty: true };
    const pairs = new Map(machinePairs({ ...session, harness }));
    expect(pairs.get('Steelyard')).toBe('0.1.0');
    expect(pairs.get('Commit of the project')).toBe('a1b2c3d4e5f6 with uncommitted changes');
  });

  it('is the environment of all programs, and what a runtime gives its own beside it', () => {
    const runtimes = session.runtimes.map((one, index) =>
      index === 0 && one.available ? { ...one, environment: { MODE: 'fast' } } : one,
    );
    const pairs = environmentPairs({ ...session, environment: { LANG: 'C' }, runtimes });
    expect(pairs).toEqual([
      ['LANG', 'C'],
      [`MODE (${runtimes[0]!.title})`, 'fast'],
    ]);
  });
});
