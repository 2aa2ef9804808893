import { describe, expect, it } from 'vitest';
import { authoredTarget, relativeHref } from '../../src/site/links.ts';

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
    ['/a/', '/a/method/?x=1#server', 'method/index.html?x=1#server'],
    ['/a/', '/a/?x=1', 'index.html?x=1'],
    ['/a/b/', '/a/data.json?x=1', '../data.json?x=1'],
    ['/a/', '?x=1', '?x=1'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativeHref(from, to)).toBe(expected);
  });
});

describe('a link of the MDX', () => {
  it.each([
    ['method/?x=1#server', '/a/', '/a/method/?x=1#server'],
    ['method/', '/a/here/', '/a/here/method/'],
    ['./runs/io-1/#b', '/a/sessions/s/', '/a/sessions/s/runs/io-1/#b'],
    ['../b/', '/a/', '/b/'],
    ['../b/', '/a/here/', '/b/'],
    ['/glossary/#c', '/a/here/', '/glossary/#c'],
    ['#c', '/a/', '#c'],
    ['?x=1', '/a/', '?x=1'],
    ['mailto:a@example.org', '/a/', 'mailto:a@example.org'],
    ['HTTPS://example.org', '/a/', 'HTTPS://example.org'],
  ])('%s in the document %s leads to %s', (href, document, expected) => {
    expect(authoredTarget(href, document)).toBe(expected);
  });
});
