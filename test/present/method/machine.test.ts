import { describe, expect, it } from 'vitest';
import { foreignPairs } from '../../../src/present/method/machine.ts';
import { measured, referenceView } from '../sample.ts';

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
