import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/publish/address.ts';

const read = (value: string) => readAddress(value, 'a/b.html', '/pr-12/');

describe('an address', () => {
  it.each([
    ['c.html', 'a/c.html'],
    ['../index.html#x', 'index.html'],
    ['./', 'a/'],
    ['#x', 'a/b.html'],
    ['?x', 'a/b.html'],
    ['/pr-12/a.html', 'a.html'],
    ['\t/pr-12/a.html', 'a.html'],
    ['c%20d.html', 'a/c d.html'],
    ['c%2fd.html', 'a/c/d.html'],
  ])('of the preview is one inside: %s', (value, path) => {
    expect(read(value)).toEqual({ kind: 'inside', path });
  });

  it.each([
    'https://example.org/',
    '//example.org/',
    'mailto:a@example.org',
    'https://here.invalid/pr-12/a.html',
    'https://there.invalid/some/where/pr-12/a.html',
  ])('of another host is foreign: %s', (value) => {
    expect(read(value)).toEqual({ kind: 'foreign' });
  });

  it.each([
    '/',
    '/index.html',
    '/pr-12',
    '/pr-123/',
    '../../index.html',
    '/pr-12/..%2findex.html',
    '/pr-12/..%2f..%2findex.html',
    '/pr-12/%2e%2e/index.html',
    '/pr-12/%2e%2e%2findex.html',
    '/pr-12/%252e%252e%252findex.html',
    '/pr-12/%25252e%25252e%25252findex.html',
    '/pr-12/..%5cindex.html',
    '/pr-12/..%255cindex.html',
    '/pr-12\\..\\index.html',
    '..%2f..%2findex.html',
    '.%2e/.%2e/index.html',
    '../../../../../pr-12/index.html',
    '../../some/where/pr-12/index.html',
    '../../../some/where/pr-12/index.html',
    '..%2f..%2f..%2fpr-12/index.html',
    'https:/pr-13/index.html',
    ' \n/index.html',
  ])('that leads out of the preview is refused: %j', (value) => {
    expect(read(value)).toEqual({
      kind: 'refused',
      reason: `an address outside of the preview: ${value}`,
    });
  });

  it.each([
    '%',
    'a%zz.html',
    '%c0%ae%c0%ae/index.html',
    '%25zz',
    'a%00.html',
    'a%0d%0ab.html',
    `%${'25'.repeat(9)}2e`,
    'https://[',
  ])('that is malformed is refused: %j', (value) => {
    expect(read(value)).toEqual({ kind: 'refused', reason: 'an address that can’t be read' });
  });

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc'])(
    'that runs or shows something else is refused: %j',
    (value) => {
      expect(read(value)).toMatchObject({ kind: 'refused' });
    },
  );
});
