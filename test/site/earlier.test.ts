import { describe, expect, it } from 'vitest';
import { drawsEarlierWhole } from '../../src/site/earlier.ts';

describe('a page of every run in sessions accepted before', () => {
  it('is drawn where it was asked for', () => {
    expect(drawsEarlierWhole({})).toBe(false);
    expect(drawsEarlierWhole({ STEELYARD_EARLIER: '' })).toBe(false);
    expect(drawsEarlierWhole({ STEELYARD_EARLIER: 'records' })).toBe(false);
    expect(drawsEarlierWhole({ STEELYARD_EARLIER: 'whole' })).toBe(true);
  });

  it('is asked for in one word only', () => {
    expect(() => drawsEarlierWhole({ STEELYARD_EARLIER: 'yes' })).toThrow(
      'STEELYARD_EARLIER is "yes". Say "whole" for a page of every run in sessions accepted before, or leave it out.',
    );
  });
});
