import { describe, expect, it } from 'vitest';
import { readAddresses } from '../../src/site/addresses.ts';
import { Problem } from '../../src/scenario/problem.ts';

/** What a refusal says; it is always one of usage. */
function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readAddresses(env);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).kind).toBe('usage');
    return (error as Problem).message;
  }
  return 'not refused';
}

describe('the address of the site', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/', 'https://example.org'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['https://Müller.example', 'https://xn--mller-kva.example'],
  ])('%s is %s', (named, expected) => {
    expect(readAddresses({ STEELYARD_SITE: named })).toEqual({ site: expected, base: '/' });
  });

  it.each(['example.org', '/repo/', 'ftp://example.org', 'https://', 'https://a b', 'me@b'])(
    '"%s" is none: the variable is named, with an example',
    (named) => {
      expect(refusal({ STEELYARD_SITE: named })).toMatch(
        /^STEELYARD_SITE is ".*", which is no address of a site\. .*https:\/\/example\.org\.$/,
      );
    },
  );

  it.each(['https://example.org/?a=1', 'https://example.org/#a', 'https://me:secret@example.org'])(
    '%s holds more than the host',
    (named) => {
      expect(refusal({ STEELYARD_SITE: named })).toContain('which holds more than a host.');
    },
  );

  it.each(['https://me.github.io/repo/', 'https://me.github.io/repo'])(
    '%s has a path, which the base is for: both variables are spelled out',
    (named) => {
      expect(refusal({ STEELYARD_SITE: named })).toContain(
        'Set STEELYARD_SITE=https://me.github.io and STEELYARD_BASE=/repo/ instead.',
      );
    },
  );
});

describe('the base path', () => {
  it.each([
    ['/', '/'],
    ['x', '/x/'],
    ['/x', '/x/'],
    ['x/', '/x/'],
    ['/pr-123/', '/pr-123/'],
    ['/a/b.c_d~e/', '/a/b.c_d~e/'],
    ['/.well/', '/.well/'],
  ])('%s is %s', (named, expected) => {
    expect(readAddresses({ STEELYARD_BASE: named })).toEqual({ base: expected });
  });

  it.each([
    ...['//', '//x//', '/a//b/', '/a b/', ' ', 'https://example.org/x/', '//example.org/'],
    ...['/x?a=1', '/x/#a', '/../x/', '/./', '/a/..', '\\x\\', '/a%20b/', '/ü/', '"x"', '/x/\n'],
  ])('%j is none: the variable is named, with an example', (named) => {
    expect(refusal({ STEELYARD_BASE: named })).toMatch(
      /^STEELYARD_BASE is "[^]*", which is no path of pages\. .*\/steelyard\/.*STEELYARD_SITE\.$/,
    );
  });
});

describe('the address of the repository', () => {
  it.each(['file:///somewhere', 'group/sub/project', 'https://a b/c', 'here', 'https://'])(
    '"%s" can’t be opened by a browser: the variable is named, with examples',
    (named) => {
      expect(refusal({ STEELYARD_REPOSITORY: named })).toMatch(
        /^STEELYARD_REPOSITORY is ".*", which is no address.*https:\/\/code\.example\.org.*me\/project/,
      );
    },
  );

  it('may be in each form that is understood', () => {
    expect(readAddresses({ STEELYARD_REPOSITORY: 'git@example.org:a/b.git' })).toEqual({
      base: '/',
    });
  });
});

it('an empty variable counts as unset', () => {
  const env = { STEELYARD_SITE: '', STEELYARD_BASE: '', STEELYARD_REPOSITORY: '' };
  expect(readAddresses(env)).toEqual({ base: '/' });
});
