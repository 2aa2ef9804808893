import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/analyse/types.ts';
import { formatColumn, formatEstimate } from '../../../src/present/format/estimate.ts';
import { invertRatio } from '../../../src/analyse/flip.ts';
import { formatTimes, ratioAboveOne } from '../../../src/present/format/ratio.ts';

const nbsp = '\u00a0';

function estimate(
  point: number | null,
  lower: number | null,
  upper: number | null,
  more: Partial<Estimate> = {},
): Estimate {
  return { point, lower, upper, level: 0.95, n: 21, ...more };
}

describe('formatEstimate', () => {
  it('prints the median with as many decimals as its interval asks for', () => {
    const formatted = formatEstimate(estimate(5.0301e9, 5.0264e9, 5.0332e9), 'ns');
    expect(formatted).toMatchObject({
      point: `5.03${nbsp}s`,
      bare: '5.03',
      interval: 'both ends 5.03',
      unit: 's',
      text: `5.03${nbsp}s (both ends 5.03${nbsp}s)`,
    });
  });

  it('prints no more than three significant digits, however narrow the interval', () => {
    const of = (point: number, unit: 'bytes' | 'ns' | 'count'): string =>
      formatEstimate(estimate(point, point * 0.9999, point * 1.0001), unit).point;
    expect(of(6_263_530_000, 'bytes')).toBe(`6.26${nbsp}GB`);
    expect(of(44_077, 'bytes')).toBe(`44.1${nbsp}kB`);
    expect(of(1_234_567e9, 'ns')).toBe(`1\u202f230\u202f000${nbsp}s`);
    expect(of(44_123, 'count')).toBe('44\u202f123');
  });

  it('prints no more digits than a wide interval deserves', () => {
    expect(formatEstimate(estimate(30e6, 20e6, 45e6), 'ns').point).toBe(`30${nbsp}ms`);
    expect(formatEstimate(estimate(1.2e9, 0.2e9, 9.9e9), 'ns').point).toBe(`1.2${nbsp}s`);
  });

  it('adds a decimal where an interval would read 1.04–1.04', () => {
    const formatted = formatEstimate(estimate(1.0395, 1.038, 1.0412), 'ratio');
    expect(formatted.interval).toBe('1.038–1.041');
    expect(formatEstimate(estimate(1.0142, 1.0136, 1.0149), 'ratio').interval).toBe('1.014–1.015');
    expect(formatEstimate(estimate(39.71, 39.68, 39.74), 'ratio').interval).toBe('both ends 39.7');
  });

  it('says "≥" where more than half of the runs were stopped', () => {
    const formatted = formatEstimate(estimate(null, null, null, { censoredFrom: 60e9 }), 'ns');
    expect(formatted.point).toBe(`≥${nbsp}60${nbsp}s`);
    expect(formatted.text).toBe(`≥${nbsp}60${nbsp}s`);
  });

  it('says "did not finish" where nothing is known of the size', () => {
    expect(formatEstimate(estimate(null, null, null), 'bytes').text).toBe('did not finish');
  });

  it('names the open end where some runs were stopped', () => {
    const stopped = formatEstimate(estimate(180e6, 170e6, null, { censoredFrom: 60e9 }), 'ns');
    expect(stopped.interval).toBe(`170${nbsp}ms to ≥${nbsp}60${nbsp}s`);
    const failed = formatEstimate(estimate(180e6, 170e6, null), 'ns');
    expect(failed.text).toBe(`180${nbsp}ms (95% interval 170${nbsp}ms to did not finish)`);
  });

  it('names the open end below, where more is better', () => {
    const formatted = formatEstimate(estimate(800, null, 900), 'count/s');
    expect(formatted.text).toBe(
      `800${nbsp}per${nbsp}second (95% interval did not finish to 900${nbsp}per${nbsp}second)`,
    );
    expect(formatEstimate(estimate(null, null, 900), 'count/s').point).toBe('did not finish');
  });

  it('says in words that all runs were equal, or that there was one', () => {
    const equal = estimate(20e6, 20e6, 20e6, { identical: true, n: 12 });
    expect(formatEstimate(equal, 'bytes').text).toBe(`20.0${nbsp}MB (identical in 12 runs)`);
    expect(formatEstimate(estimate(1e9, 1e9, 1e9, { n: 1 }), 'ns').interval).toBe('one run');
    expect(formatEstimate(estimate(20e6, 20e6, 20e6), 'bytes').interval).toBe('both ends 20.0');
  });

  it('uses "to" between signed ends', () => {
    const formatted = formatEstimate(estimate(-200e6, -210e6, -190e6), 'ns');
    expect(formatted.interval).toBe('\u2212210 to \u2212190');
  });

  it('names the unit of a slope', () => {
    const slope = formatEstimate(estimate(14_200, 14_000, 14_500), 'bytes', { per: 'worker' });
    expect(slope.point).toBe(`14.2${nbsp}kB per worker`);
  });

  it('prints the level that the interval really has', () => {
    const short = formatEstimate(estimate(2e9, 1e9, 3e9, { level: 0.9375, n: 5 }), 'ns');
    expect(short.text).toContain('93.7% interval');
  });

  it('keeps order and difference of what it prints', () => {
    const size = fc.double({ min: 1, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(size, size, size, fc.constantFrom('ns', 'bytes', 'cores', 'ratio'), (...args) => {
        const [a, b, c, unit] = args;
        const [lower = 0, point = 0, upper = 0] = [a, b, c].sort((x, y) => x - y);
        fc.pre(upper - lower > 1e-9 * upper);
        const formatted = formatEstimate(estimate(point, lower, upper), unit);
        if (formatted.lower === formatted.upper) expect(formatted.interval).toMatch(/^both ends /);
        const values = [formatted.lower, formatted.point, formatted.upper].map(parsed);
        expect(values).toEqual([...values].sort((x, y) => x - y));
      }),
    );
  });
});

function parsed(text: string): number {
  return parseFloat(text.replaceAll('\u202f', '').replace('\u2212', '-'));
}

describe('formatColumn', () => {
  it('gives all cells of a column the same unit, and three digits', () => {
    const column = formatColumn(
      [estimate(30.1e6, 29.8e6, 30.4e6), estimate(1380e6, 1310e6, 1480e6)],
      'ns',
    );
    expect(column.map((cell) => cell.point)).toEqual([`30.1${nbsp}ms`, `1380${nbsp}ms`]);
    expect(column.map((cell) => cell.interval)).toEqual(['29.8–30.4', '1310–1480']);
  });

  it('lets each cell have its unit where one would be unreadable', () => {
    const column = formatColumn([estimate(24e3, 23e3, 25e3), estimate(23e9, 22e9, 24e9)], 'ns');
    expect(column.map((cell) => cell.unit)).toEqual(['µs', 's']);
  });

  it('tells exact values apart, with as many digits as that needs, up to five', () => {
    const exact = (value: number) => estimate(value, value, value, { identical: true, n: 12 });
    const points = (values: readonly number[]) =>
      formatColumn([...values.map(exact), estimate(150.4e3, 150.1e3, 150.6e3)], 'bytes').map(
        ({ point }) => point.replace(nbsp, ' '),
      );
    expect(points([150_971, 151_027, 151_471])).toEqual([
      ...['150.97 kB', '151.03 kB', '151.47 kB'],
      '150 kB',
    ]);
    expect(points([150_000, 151_000])).toEqual(['150 kB', '151 kB', '150 kB']);
    expect(points([150_000, 150_000])).toEqual(['150 kB', '150 kB', '150 kB']);
    expect(points([150_001, 150_002]).slice(0, 2)).toEqual(['150.00 kB', '150.00 kB']);
  });

  it('is empty for no estimates', () => {
    expect(formatColumn([], 'ns')).toEqual([]);
  });
});

describe('ratios', () => {
  const ratio = estimate(1.47, 1.44, 1.5, { level: 0.99 });

  it('are said in the words of the caller', () => {
    expect(formatTimes(ratio, 'as long').point).toBe('1.47 times as long');
    expect(formatTimes(ratio, 'as long').text).toBe('1.47 times as long (99% interval 1.44–1.50)');
  });

  it('turn round with their interval', () => {
    expect(invertRatio(estimate(0.5, 0.4, 0.8))).toMatchObject({
      point: 2,
      lower: 1.25,
      upper: 2.5,
    });
    expect(ratioAboveOne(estimate(0.5, 0.4, 0.8)).point).toBe(2);
    expect(ratioAboveOne(ratio)).toBe(ratio);
  });

  it('turn an end beyond every run into 0, and 0 into such an end', () => {
    expect(invertRatio(estimate(2, 1, null))).toMatchObject({ point: 0.5, lower: 0, upper: 1 });
    expect(invertRatio(estimate(0.5, 0, 1)).upper).toBeNull();
  });
});
