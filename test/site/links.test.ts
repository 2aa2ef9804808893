import { describe, expect, it } from 'vitest';
import { relativeHref } from '../../src/site/links.ts';

describe('a link between pages', () => {
  it.each([
    ['/a/', '/a/runs/io-100/#x', 'runs/io-100/index.html#x'],
    ['/a/here/', '/a/', '../index.html'],
    ['/a/runs/io-100/', '/', '../../../index.html'],
    ['/', '/a/', 'a/index.html'],
    ['/a/', '/a/#method', '#method'],
    ['/a/', '/a/data.json', 'data.json'],
    ['/a/', '#method', '#method'],
    ['/a/', 'https://example.org/', 'https://example.org/'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativeHref(from, to)).toBe(expected);
  });
});
