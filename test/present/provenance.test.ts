import { describe, expect, it } from 'vitest';
import { commitWords, shortCommit } from '../../src/present/provenance.ts';

describe('a commit in words', () => {
  const commit = 'a1b2c3d4e5f6'.padEnd(40, '0');

  it('is its first characters, with a word on what was not committed', () => {
    const harness = { version: '1.0.0', commit, dirty: false };
    expect(commitWords(harness)).toBe('a1b2c3d4e5f6');
    expect(commitWords({ ...harness, dirty: true })).toBe('a1b2c3d4e5f6 with uncommitted changes');
    expect(shortCommit(commit)).toBe('a1b2c3d');
    expect(shortCommit(commit.padEnd(64, '0'))).toBe('a1b2c3d');
  });

  it.each(['unknown', '', 'abc', 'main', commit.toUpperCase()])(
    'is "unknown" where session.json says "%s"',
    (none) => {
      expect(commitWords({ version: '1.0.0', commit: none, dirty: true })).toBe('unknown');
      expect(shortCommit(none)).toBeUndefined();
    },
  );
});
