import { describe, expect, it } from 'vitest';
import { keptUrl, repositoryUrl, sourceUrl } from '../../src/site/repository.ts';

describe('the address of the repository', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
    ['git://github.com/a/b.git', 'https://github.com/a/b'],
    ['git@github.com:a/b.git', 'https://github.com/a/b'],
    ['ssh://git@github.com/a/b.git', 'https://github.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    ['a/b', 'https://github.com/a/b'],
    ['https://code.example.org/a/b/', 'https://code.example.org/a/b'],
  ])('%s is opened as %s', (named, expected) => {
    expect(repositoryUrl({}, named)).toBe(expected);
    expect(repositoryUrl({}, { url: named })).toBe(expected);
    expect(repositoryUrl({ STEELYARD_REPOSITORY: named }, 'other/one')).toBe(expected);
  });

  it('is unknown where nothing names one that a browser can open', () => {
    expect(repositoryUrl({}, undefined)).toBeUndefined();
    expect(repositoryUrl({ STEELYARD_REPOSITORY: '' }, {})).toBeUndefined();
    expect(repositoryUrl({}, 'file:///somewhere')).toBeUndefined();
  });
});

describe('the address of a measured file', () => {
  const commit = 'a'.repeat(40);
  const harness = { version: '1.0.0', commit, dirty: false };
  const repository = 'https://github.com/a/b';

  it('is the file at the commit of the session', () => {
    expect(sourceUrl({ harness }, 'runtimes/x/io.y', repository)).toBe(
      `https://github.com/a/b/blob/${commit}/runners/runtimes/x/io.y`,
    );
  });

  it('is not given where the commit may hold another text, or none is known', () => {
    const dirty = { harness: { ...harness, dirty: true } };
    const unknown = { harness: { ...harness, commit: 'unknown' } };
    expect(sourceUrl(dirty, 'a', repository)).toBeUndefined();
    expect(sourceUrl(unknown, 'a', repository)).toBeUndefined();
    expect(sourceUrl({ harness }, 'a', undefined)).toBeUndefined();
  });
});

describe('the address of an accepted session', () => {
  it('is its folder as the repository holds it now, where one is known', () => {
    const session = { id: '20260102T030405Z-a-b' };
    expect(keptUrl(session, 'https://github.com/a/b')).toBe(
      'https://github.com/a/b/tree/HEAD/data/sessions/20260102T030405Z-a-b',
    );
    expect(keptUrl(session, undefined)).toBeUndefined();
  });
});
