import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsForDigits, decimalsForWidth, toText } from '../../../src/present/format/number.ts';

describe('toText', () => {
  it('keeps the decimals that it is asked for', () => {
    expect(toText(5.0301, 2)).toBe('5.03');
    expect(toText(5, 2)).toBe('5.00');
    expect(toText(29.6, 0)).toBe('30');
  });

  it('groups thousands by thin spaces from 10 000 on', () => {
    expect(toText(1000, 0)).toBe('1000');
    expect(toText(10000, 0)).toBe('10\u202f000');
    expect(toText(1234567.5, 1)).toBe('1\u202f234\u202f567.5');
  });

  it('has a real minus sign, and none before a zero', () => {
    expect(toText(-1.25, 2)).toBe('\u22121.25');
    expect(toText(-0.001, 2)).toBe('0.00');
  });

  it('refuses what is not a finite number', () => {
    expect(() => toText(NaN, 1)).toThrow(RangeError);
    expect(() => toText(Infinity, 1)).toThrow(/formatEstimate/);
  });
});

describe('decimalsForDigits', () => {
  it('counts significant digits from the first that is not zero', () => {
    expect(decimalsForDigits(5.03, 3)).toBe(2);
    expect(decimalsForDigits(30.1, 3)).toBe(1);
    expect(decimalsForDigits(1380, 3)).toBe(0);
    expect(decimalsForDigits(0.0241, 3)).toBe(4);
    expect(decimalsForDigits(0, 3)).toBe(0);
  });
});

describe('decimalsForWidth', () => {
  it('follows the width of the interval', () => {
    expect(decimalsForWidth(0.007)).toBe(3);
    expect(decimalsForWidth(1.9)).toBe(1);
    expect(decimalsForWidth(14)).toBe(0);
    expect(decimalsForWidth(0)).toBe(0);
  });

  it('tells two different ends apart, whatever they are', () => {
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9);
        const decimals = decimalsForWidth(Math.abs(a - b));
        expect(toText(a, decimals)).not.toBe(toText(b, decimals));
      }),
    );
  });
});
