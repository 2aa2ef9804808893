import { describe, expect, it } from 'vitest';
import { frontMatterOf, withoutFrontMatter } from '../../src/claims/front-matter.ts';

describe('the front matter of a text', () => {
  it('stands between the first two lines "---", with the line of its end', () => {
    const text = '---\ntitle: A\nnumber: 1\n---  \n# Text\n---\n';
    expect(frontMatterOf(text)).toEqual({
      state: 'there',
      yaml: 'title: A\nnumber: 1',
      end: 4,
    });
    expect(withoutFrontMatter(text)).toBe('\n\n\n\n# Text\n---\n');
  });

  it.each([
    ['title: A\n---\n', { state: 'missing' }],
    ['--- a\ntitle: A\n---\n', { state: 'missing' }],
    ['---\ntitle: A\n', { state: 'open' }],
    ['---\ntitle: A\n--- and more\n---\n', { state: 'open', line: 3 }],
  ])('of %j is none that can be read', (text, found) => {
    expect(frontMatterOf(text)).toEqual(found);
    expect(withoutFrontMatter(text)).toBe(text);
  });
});
