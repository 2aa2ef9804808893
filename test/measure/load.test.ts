import { expect, test } from 'vitest';
import { loadSince, meanMhzIn, stealMsIn, systemLoad } from '../../src/measure/load.ts';

test('steal time is the eighth column of the cpu line, in ticks of 10 ms', () => {
  expect(stealMsIn('cpu  1 2 3 4 5 6 7 80 9 10\ncpu0 1 2 3 4 5 6 7 8 9 10\n')).toBe(800);
  expect(stealMsIn('')).toBeUndefined();
});

test('the frequency is the mean of the cores', () => {
  expect(meanMhzIn('cpu MHz\t\t: 2000.000\nother\ncpu MHz\t\t: 3001.000\n')).toBe(2501);
  expect(meanMhzIn('BogoMIPS : 50')).toBeUndefined();
});

test('a record holds the steal time of its invocation, not of the machine', () => {
  expect(loadSince({ stealMs: 100 }, { stealMs: 130, load1: 0.5, mhz: 2000 })).toEqual({
    stealMs: 30,
    load1: 0.5,
    mhz: 2000,
  });
  expect(loadSince({}, { stealMs: 130, load1: 0.5 })).toEqual({ load1: 0.5 });
});

test('the load of this machine can be read', () => {
  expect(systemLoad().load1).toBeGreaterThanOrEqual(0);
});
