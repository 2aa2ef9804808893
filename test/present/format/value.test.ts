import { describe, expect, it } from 'vitest';
import { formatRuns } from '../../../src/present/format/runs.ts';
import {
  formatCount,
  formatLevel,
  formatOutOf,
  formatPercent,
  formatValue,
} from '../../../src/present/format/value.ts';

const nbsp = '\u00a0';

describe('formatValue', () => {
  it.each([
    [5_031_000_000, 'ns', `5.03${nbsp}s`],
    [5_000_000_000, 'ns', `5${nbsp}s`],
    [30_000_000, 'ns', `30${nbsp}ms`],
    [30_140_000, 'ns', `30.1${nbsp}ms`],
    [24_000, 'ns', `24${nbsp}µs`],
    [812, 'ns', `812${nbsp}ns`],
    [0, 'ns', `0${nbsp}s`],
    [19_200_000, 'bytes', `19.2${nbsp}MB`],
    [1_100_000_000, 'bytes', `1.10${nbsp}GB`],
    [4_294_967_296, 'bytes', `4.29${nbsp}GB`],
    [14_200, 'bytes', `14.2${nbsp}kB`],
    [999, 'bytes', `999${nbsp}B`],
    [1.94, 'cores', `1.94${nbsp}cores`],
    [1.4712, 'ratio', '1.47'],
    [12, 'count', '12'],
    [-200_000_000, 'ns', `\u2212200${nbsp}ms`],
  ] as const)('prints %s %s as %s', (value, unit, expected) => {
    expect(formatValue(value, unit)).toBe(expected);
  });
});

describe('small formats', () => {
  it('prints counts, shares and levels', () => {
    expect(formatCount(1000)).toBe('1000');
    expect(formatCount(10_000)).toBe('10\u202f000');
    expect(formatOutOf(7, 10)).toBe('7 of 10');
    expect(formatPercent(0.02)).toBe('2%');
    expect(formatPercent(0.015)).toBe('1.5%');
    expect(formatLevel(0.95)).toBe('95%');
    expect(formatLevel(0.99)).toBe('99%');
    expect(formatLevel(0.9375)).toBe('93.7%');
  });

  it('never rounds a level up to certainty', () => {
    expect(formatLevel(0.99999)).toBe('99.9%');
  });
});

describe('formatRuns', () => {
  it('lists every run in its order and one unit', () => {
    expect(formatRuns([5.0312e9, 5.029e9, 5.1e9], 'ns')).toBe(`5.031, 5.029, 5.100${nbsp}s`);
    expect(formatRuns([], 'ns')).toBe('');
  });
});
