import { describe, expect, it } from 'vitest';
import { codeMarkdown, escapeMarkdown } from '../../src/present/markdown-text.ts';
import { commentMarkdown } from '../../src/present/pull-request/text.ts';
import { plainMarkdown } from '../../src/terminal/plain-markdown.ts';
import { measured, programsChanged } from '../fixtures/comparison.ts';

describe('Markdown in a terminal', () => {
  it.each([
    'a|b <i> 5 & 6 [x] 1_000 * 2 costs $5',
    '@someone #12 https://example.org :smile: 1234567890abcdef',
    'two ** stars, a \\ and a ~',
  ])('reads as it was written: %j', (text) => {
    expect(plainMarkdown(`### ${escapeMarkdown(text)} is **${escapeMarkdown(text)}**`)).toBe(
      `${text} is ${text}`,
    );
  });

  it('has no signs around code, and leaves what is in it', () => {
    expect(plainMarkdown(`${codeMarkdown('a_b*c')} and ${codeMarkdown('npm run x')}`)).toBe(
      'a_b*c and npm run x',
    );
  });

  it('has a table in columns, and no escapes in a whole comparison', () => {
    const text = plainMarkdown(commentMarkdown(programsChanged([measured('threads', 1.5)])));
    expect(text).not.toMatch(/[\u2060\\`|]|\*\*|---/);
    const [head, row] = text.split('\n').filter((line) => /^(case|cpu\/20) /.test(line));
    expect(row!.indexOf('30.')).toBe(head!.indexOf('head'));
    expect(row).toContain('1.50 [');
  });
});
