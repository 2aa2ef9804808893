import { describe, expect, it } from 'vitest';
import { loadingIn } from '../../src/publish/style.ts';

describe('a piece of CSS', () => {
  it.each([
    'color: red; --a: var(--b)',
    'fill: url(#gradient)',
    '@media (width < 20rem) { a::before { content: "url(https://example.org)" } }',
    '@supports (color: color-mix(in srgb, red, blue)) { a { color: red } }',
    '/* @import "https://example.org" */',
  ])('that loads nothing passes: %s', (css) => {
    expect(loadingIn(css)).toBeUndefined();
  });

  it.each([
    ['background: url(https://evil.example)', 'url(https://evil.example) in CSS'],
    ['background: url(a.png)', 'url(a.png) in CSS'],
    ['background: url("https://evil.example")', 'url() in CSS'],
    ['background: URL("//evil.example")', 'url() in CSS'],
    ['background: \\75 rl("//evil.example")', 'url() in CSS'],
    ['background: u\\72l(//evil.example)', 'url'],
    ['background: image-set("//evil.example/a.png" 1x)', 'image-set() in CSS'],
    ['background: src("//evil.example")', 'src() in CSS'],
    ['background: url(a b)', 'a url() that is cut off'],
    ['@import "//evil.example";', '@import in CSS'],
    ['@\\69mport "//evil.example";', '@import in CSS'],
    ['@font-face { font-family: a }', '@font-face in CSS'],
    ['@namespace a "b";', '@namespace in CSS'],
    ['/**/@charset "utf-16";', '@charset in CSS'],
  ])('that loads something is told: %s', (css, told) => {
    expect(loadingIn(css)).toContain(told);
  });
});
