import { describe, expect, it } from 'vitest';
import { compareVersions, parseVersion } from '../../src/scenario/version.ts';

describe('a version', () => {
  it.each([
    ['3.14', [3, 14]],
    ['3', [3]],
    ['1.7.8', [1, 7, 8]],
  ])('%s is its numbers', (text, numbers) => {
    expect(parseVersion(text)).toEqual(numbers);
  });

  it.each(['', '3.', '.3', '3..1', '3.14rc1', 'v3', '03', '-1', '3,14', ' 3'])(
    '%j is none where only numbers with dots will do',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe('comparing versions', () => {
  it.each([
    ['3.9.18', '3.14'],
    ['3.13.9', '3.14'],
    ['3.15.0rc1', '3.15.1'],
    ['1.7.8-553', '1.7.10'],
    ['nightly', '0.1'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it.each([
    ['3.14.0', '3.14'],
    ['3.15.0rc1', '3.15'],
    ['v1.7.8-553', '1.7.8'],
  ])('%s counts as %s', (one, other) => {
    expect(compareVersions(one, other)).toBe(0);
  });
});
