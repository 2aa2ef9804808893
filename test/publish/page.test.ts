import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { vettedPage } from '../../src/publish/page.ts';
import { COMMIT, pageWith } from './artifact.ts';

const context = { path: 'a/index.html', base: '/pr-12/', shown: { number: 12, commit: COMMIT } };
const vet = (body: string, head?: string): string => vettedPage(pageWith(body, head), context);

describe('a page of a preview', () => {
  const page = vet('<main><h1>A</h1></main>', '<meta name="robots" content="index">');

  it('is told apart from the published one, first of all', () => {
    expect(page).toMatch(
      /<body><div role="note" style="[^"]*">Preview of pull request #12 at commit aaaaaaa: built by the pull request’s own code; the numbers are not vouched for\./,
    );
  });

  it('is kept out of search engines, whatever it says itself', () => {
    expect(page.match(/<meta name="robots"[^>]*>/g)).toEqual([
      '<meta name="robots" content="noindex, nofollow">',
    ]);
  });

  it('may load nothing, and says so before anything else is read', () => {
    expect(page).toMatch(
      /^<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
    );
    expect(page.match(/charset/g)).toHaveLength(1);
  });

  it('can’t hide the banner with a style sheet of its own', () => {
    const style = /<div role="note" style="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(style.split('; ').every((declaration) => declaration.endsWith(' !important'))).toBe(
      true,
    );
  });

  it('keeps its prose, tables, drawings and links to other pages', () => {
    const body =
      '<p class="a" id="b">1 &lt; 2 <a href="../index.html#c">x</a></p><table><tbody><tr><td colspan="2" style="color: red">1</td></tr></tbody></table><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0" fill="url(#g)"></path></svg><input type="radio" name="n" checked="">';
    expect(vet(body)).toContain(`${body}</body>`);
  });

  it('loses its comments', () => {
    expect(vet('<p>a<!-- b --></p>')).toContain('<p>a</p>');
  });

  it('names the target of a link to another site, and doesn’t lead there', () => {
    const vetted = vet('<p><a class="c" href="https://example.org/?a&amp;b">x</a></p>');
    expect(vetted).toContain('<a class="c" title="https://example.org/?a&amp;b">x</a>');
    expect(vetted).not.toContain('href="https:');
  });
});

describe('a page of a preview is refused', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', 'has <script>'],
    ['a module from elsewhere', '<script src=//evil.example></script>', 'has <script>'],
    ['a script in a drawing', '<svg><script>1</script></svg>', 'has <script>'],
    ['a handler', '<p onclick="alert(1)">x</p>', 'has the attribute onclick on <p>'],
    ['a handler in odd letters', '<p OnMouseOver=1>x</p>', 'has the attribute onmouseover'],
    ['a handler in a drawing', '<svg onload="1"></svg>', 'has the attribute onload on <svg>'],
    ['a frame', '<iframe src="a.html"></iframe>', 'has <iframe>'],
    ['a frame with a page inside', '<iframe srcdoc="<p>"></iframe>', 'has <iframe>'],
    ['an object', '<object data="a.svg"></object>', 'has <object>'],
    ['an embedded thing', '<embed src="a.svg">', 'has <embed>'],
    ['a form', '<form action="https://evil.example"></form>', 'has <form>'],
    ['a field for text', '<input type="password">', 'has type="password" on <input>'],
    ['a field without a type', '<input name="a">', 'has an <input> that takes text'],
    ['a button', '<button formaction="x">a</button>', 'has <button>'],
    [
      'a picture from elsewhere',
      '<img src="https://evil.example/a.png">',
      'has <img> that loads "https://evil.example/a.png", no picture of its own',
    ],
    ['a picture outside of the preview', '<img src="/a.png">', 'has <img> that loads "/a.png"'],
    ['a drawing as a picture', '<img src="a.svg">', 'has <img> that loads "a.svg"'],
    ['a picture of nothing', '<img alt="x">', 'has <img> that loads ""'],
    [
      'several pictures',
      '<img src="a.png" srcset="//evil.example 2x">',
      'has the attribute srcset',
    ],
    ['a picture that runs', '<img src="a.png" onerror="1">', 'has the attribute onerror'],
    ['something else that loads', '<p src="a.png">', 'has <p> that loads "a.png"'],
    ['a template', '<template><script>1</script></template>', 'has <template>'],
    [
      'a page for browsers without scripts',
      '<noscript><p title="</noscript><img>">',
      'has <noscript>',
    ],
    ['mathematics', '<math><mi>x</mi></math>', 'has <math>'],
    [
      'HTML inside a drawing',
      '<svg><foreignObject><p>x</p></foreignObject></svg>',
      'has <foreignObject>',
    ],
    ['an animation', '<svg><animate attributeName="href"/></svg>', 'has <animate>'],
    ['a drawing that refers', '<svg><use href="a.svg#b"/></svg>', 'has <use>'],
    [
      'a link of a drawing',
      '<svg><path xlink:href="javascript:1"/></svg>',
      'has the attribute xlink:href',
    ],
    ['a link that runs', '<a href="javascript:alert(1)">x</a>', 'begins with javascript:'],
    [
      'a link that runs, disguised',
      '<a href=" java&#10;script:alert(1)">x</a>',
      'begins with javascript:',
    ],
    ['a link to data', '<a href="data:text/html,<script>">x</a>', 'begins with data:'],
    [
      'a link out of the preview',
      '<a href="../../index.html">x</a>',
      'has an address outside of the preview: ../../index.html on <a>',
    ],
    ['a link to the site’s root', '<a href="/index.html">x</a>', 'outside of the preview'],
    ['a link that can’t be read', '<a href="https://[">x</a>', 'an address that can’t be read'],
    [
      'a link that reports',
      '<a href="b.html" ping="https://evil.example">x</a>',
      'has the attribute ping',
    ],
    ['a link with a target', '<a href="b.html" target="_top">x</a>', 'has the attribute target'],
    [
      'a style that loads',
      '<p style="background: url(https://evil.example)">x</p>',
      'has style with url(https://evil.example) in CSS',
    ],
    [
      'a drawing that loads',
      '<svg><path fill="url(//evil.example#a)"/></svg>',
      'has fill with url(',
    ],
    [
      'a style sheet that loads',
      '<style>@import "https://evil.example";</style>',
      'has @import in CSS',
    ],
  ])('with %s', (_, body, reason) => {
    expect(() => vet(body)).toThrow(`a/index.html: ${reason.startsWith('has') ? reason : ''}`);
    expect(() => vet(body)).toThrow(reason);
  });

  it.each([
    [
      'a redirection',
      '<meta http-equiv="refresh" content="0; url=https://evil.example">',
      'has the attribute http-equiv on <meta>',
    ],
    ['another base', '<base href="https://evil.example/">', 'has <base>'],
    [
      'a foreign style sheet',
      '<link rel="stylesheet" href="https://evil.example/a.css">',
      'loads https://evil.example/a.css with <link>',
    ],
    [
      'a style sheet of another host, by its own scheme',
      '<link rel="stylesheet" href="//evil.example/a.css">',
      'loads //evil.example/a.css',
    ],
    [
      'something to fetch early',
      '<link rel="preconnect" href="https://evil.example">',
      'has rel="preconnect"',
    ],
    [
      'a foreign icon',
      '<link rel="icon" href="https://evil.example/i.svg">',
      'loads https://evil.example/i.svg',
    ],
    ['another encoding', '<meta charset="iso-2022-jp">', 'has charset="iso-2022-jp"'],
  ])('with %s in its head', (_, head, reason) => {
    expect(() => vet('', head)).toThrow(reason);
  });

  it('where it would read differently a second time', () => {
    // The heading inside leaves the outer one once the written page is read again.
    expect(() => vet('<h1>a<table><h1>b</h1></table></h1>')).toThrow(/reads differently/);
  });

  it('names nothing of its own in more than one line', () => {
    expect(() => vet('<p on\u2028x=1>a</p>')).toThrow(/has the attribute on\\u\{2028\}x/);
  });
});

it('has the policy where a browser heeds it: in the head', () => {
  const root = parse(vet('<p>x</p>')).childNodes.find(({ nodeName }) => nodeName === 'html');
  const head = root !== undefined && 'childNodes' in root ? root.childNodes[0] : undefined;
  const names = head !== undefined && 'childNodes' in head ? head.childNodes.slice(0, 3) : [];
  expect(names.map(({ nodeName }) => nodeName)).toEqual(['meta', 'meta', 'meta']);
});
