import { describe, expect, it } from 'vitest';
import { harmless, printable } from '../../src/store/printable.ts';

describe('a foreign text on one line', () => {
  it.each([
    ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['\u001b]52;c;Y2F0\u001b\\', '\\u001b]52;c;Y2F0\\u001b\\'],
    ['\u001b[2J\u001b[31mred', '\\u001b[2J\\u001b[31mred'],
    ['a\nb\r\n::set-output name=a::b', 'a\\u000ab\\u000d\\u000a::set-output name=a::b'],
    ['\u009b31m', '\\u009b31m'],
    ['\u202eturned\u2066', '\\u202eturned\\u2066'],
    ['\ufeffa\u200bb\u00ad', '\\ufeffa\\u200bb\\u00ad'],
    ['\u{e0041}', '\\u{e0041}'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['Zählung 数 🎉', 'Zählung 数 🎉'],
  ])('%j shows what can’t be seen by its code', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('is cut where it is long', () => {
    expect(printable('a'.repeat(160))).toBe('a'.repeat(160));
    expect(printable('a'.repeat(161))).toBe(`${'a'.repeat(160)}…`);
    expect(printable('abc', 2)).toBe('ab…');
  });
});

describe('what is said on a terminal', () => {
  it('keeps our colours, line breaks and tabs', () => {
    const text = '\u001b[33m!\u001b[39m one\n\ttwo\u001b[1;31m three\u001b[m';
    expect(harmless(text)).toBe(text);
  });

  it.each([
    ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['\u001b[2J', '\\u001b[2J'],
    ['\u001b[1;1H', '\\u001b[1;1H'],
    ['\u0008\u0008', '\\u0008\\u0008'],
    ['\u001b[2J, then m', '\\u001b[2J, then m'],
    ['\u202eturned', '\\u202eturned'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['a\rb', 'a\\u000db'],
  ])('does nothing to the terminal for %j', (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it.each([
    ['::error::no', '│ ::error::no'],
    ['fine\n  ::stop-commands::x', 'fine\n  │ ::stop-commands::x'],
    ['::error::one\n::error::two', '│ ::error::one\n│ ::error::two'],
    ['##[group]a', '## [group]a'],
    ['a ##[add-mask]b ##[group]c', 'a ## [add-mask]b ## [group]c'],
    ['a::b', 'a::b'],
    [': a\n## b', ': a\n## b'],
  ])('is no command to a workflow’s log for %j', (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });
});
