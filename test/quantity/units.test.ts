import { describe, expect, it } from 'vitest';
import {
  chooseScale,
  endingOf,
  isRate,
  isReported,
  isTime,
  measureUnits,
  unitOfSymbol,
} from '../../src/quantity/units.ts';

describe('chooseScale', () => {
  it('takes one unit for a column: the largest that keeps the smallest value readable', () => {
    expect(chooseScale([30e6, 230e6, 1380e6], 'ns').symbol).toBe('ms');
    expect(chooseScale([5.03e9, 23.2e9], 'ns').symbol).toBe('s');
    expect(chooseScale([20e6, 1.1e9], 'bytes').symbol).toBe('MB');
    expect(chooseScale([0, 0], 'ns').symbol).toBe('s');
  });
});

describe('a unit', () => {
  it.each(measureUnits)('%s is read again from each symbol that it is printed with', (unit) => {
    for (const size of [1, 1e3, 1e6, 1e9]) {
      const scale = chooseScale([size], unit);
      if (scale.symbol === '') continue;
      expect(unitOfSymbol(scale.symbol)).toEqual({ unit, size: scale.size });
    }
  });

  it.each(['', 'constructor', 'x', 'mb', 'sec'])('is not what "%s" stands for', (symbol) => {
    expect(unitOfSymbol(symbol)).toBeUndefined();
  });

  it.each([
    ['KB', 1000],
    ['KiB', 1024],
    ['MiB', 1_048_576],
    ['GiB', 1_073_741_824],
  ])('%s is read as %i bytes, and never printed', (symbol, size) => {
    expect(unitOfSymbol(symbol)).toEqual({ unit: 'bytes', size });
    expect(chooseScale([size], 'bytes').symbol).not.toBe(symbol);
  });

  it('has an ending for columns that is its own', () => {
    expect(new Set(measureUnits.map(endingOf)).size).toBe(measureUnits.length);
  });

  it('is one that a program can report, a time, or a rate', () => {
    expect(measureUnits.filter(isReported)).toEqual(['ns', 'bytes', 'count']);
    expect(measureUnits.filter(isTime)).toEqual(['ns']);
    expect(measureUnits.filter(isRate)).toEqual(['bytes/s', 'count/s']);
  });
});
