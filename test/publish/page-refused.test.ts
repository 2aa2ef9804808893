/** What a page of a preview may not hold, and the words in which that is said. */
import { describe, expect, it } from 'vitest';
import { vettedPage } from '../../src/publish/page.ts';
import { COMMIT, pageWith } from './artifact.ts';

const context = { path: 'a/index.html', base: '/pr-12/', shown: { number: 12, commit: COMMIT } };
const vet = (body: string, head?: string): string => vettedPage(pageWith(body, head), context);

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
    ['a style of its own', '<p style="color: red">x</p>', 'has the attribute style on <p>'],
    ['a style of a row', '<table><tr style="text-align:left"></table>', 'has the attribute style'],
    ['more than a style of a cell', '<table><td style="text-align:left;top:0">', 'has style="text'],
    ['another style of a cell', '<table><th style="position:fixed">', 'has style="position:fixed"'],
    ['a style in a drawing', '<svg style="x"></svg>', 'has the attribute style on <svg>'],
    ['something hidden', '<p hidden>x</p>', 'has the attribute hidden on <p>'],
    ['a popover', '<div popover>x</div>', 'has the attribute popover on <div>'],
    ['a dialog', '<dialog open>x</dialog>', 'has <dialog>'],
    ['a role of ours that is none', '<p role="alertdialog">x</p>', 'has role="alertdialog"'],
    ['words for assistive programs only', '<p aria-modal="true">x</p>', 'the attribute aria-modal'],
    ['a place in the order of keys', '<p tabindex="5">x</p>', 'has tabindex="5" on <p>'],
    ['a colour of its own', '<table bgcolor="red"></table>', 'has the attribute bgcolor'],
    ['a drawing that loads', '<svg><path fill="url(//e.example#a)"/></svg>', 'has fill="url('],
    ['a gradient', '<svg><path fill="url(#a)"/></svg>', 'has fill="url(#a)"'],
    ['paint with a function', '<svg><g stroke="color(srgb 1 0 0)"/></svg>', 'has stroke="color('],
    ['a width with a function', '<svg width="calc(1px)"></svg>', 'has width="calc(1px)"'],
    ['a number with more behind it', '<svg><g opacity="1;x"/></svg>', 'has opacity="1;x"'],
    ['a font of its own', '<svg><g font-family="Wingdings"/></svg>', 'has font-family="Wingdings"'],
    ['an odd transformation', '<svg><g transform="matrix(9 0 0 9 0 0)"/></svg>', 'has transform='],
    ['a filter', '<svg><g filter="url(#a)"/></svg>', 'has the attribute filter on <g>'],
    ['a clip', '<svg><g clip-path="none"/></svg>', 'has the attribute clip-path on <g>'],
    ['a display', '<svg><g display="none"/></svg>', 'has the attribute display on <g>'],
    ['a link that declares', '<a rel="license" href="b.html">x</a>', 'has rel="license" on <a>'],
    ['a title outside its head', '<p><title>x</title></p>', 'has <title> outside its head'],
    ['words for services in its body', '<meta name="description">', 'has <meta> outside its head'],
  ])('with %s', (_, body, reason) => {
    expect(() => vet(body)).toThrow(`a/index.html: ${reason.startsWith('has') ? reason : ''}`);
    expect(() => vet(body)).toThrow(reason);
  });

  it.each([
    [
      'a redirection',
      '<meta http-equiv="refresh" content="0; url=https://evil.example">',
      'has http-equiv="refresh" on <meta>',
    ],
    [
      'a cookie',
      '<meta http-equiv="Set-Cookie" content="a=b">',
      'has http-equiv="Set-Cookie" on <meta>',
    ],
    ['another base', '<base href="https://evil.example/">', 'has <base>'],
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
    ['an icon among its files', '<link rel="icon" href="i.png">', 'loads i.png with <link>'],
    ['a link that says nothing', '<link href="a.html">', 'has a <link> that says nothing'],
    ['a feed', '<link rel="alternate" href="a.xml">', 'has rel="alternate" on <link>'],
    ['a foreign picture', '<meta property="og:image" content="//e">', 'of the name og:image'],
    ['an app', '<meta name="apple-itunes-app" content="app-id=1">', 'the name apple-itunes-app'],
    ['a module', '<meta name="go-import" content="a git b">', 'of the name go-import'],
    ['an owner', '<meta name="google-site-verification" content="a">', 'google-site-verification'],
    ['a referrer', '<meta name="referrer" content="unsafe-url">', 'of the name referrer'],
    ['a meta of no name', '<meta content="x">', 'has a <meta> without a name of ours'],
    [
      'a meta of two names',
      '<meta name="description" property="og:type">',
      'without a name of ours',
    ],
    ['a small window', '<meta name="viewport" content="width=9999">', 'viewport with "width=9999"'],
    ['a foreign theme', '<meta name="theme-color" content="red">', 'theme-color with "red"'],
    ['a name of objects', '<meta name="constructor" content="x">', 'of the name constructor'],
    ['another encoding', '<meta charset="iso-2022-jp">', 'has charset="iso-2022-jp"'],
  ])('with %s in its head', (_, head, reason) => {
    expect(() => vet('', head)).toThrow(reason);
  });

  it.each([
    ['<html lang="en" hidden>', 'has the attribute hidden on <html>'],
    ['<html lang="en" dir="rtl">', 'has the attribute dir on <html>'],
    ['<html class="vh">', 'has the attribute class on <html>'],
    ['<html lang="a,b">', 'has lang="a,b" on <html>'],
    ['<html data-x="1">', 'has the attribute data-x on <html>'],
    ['<body hidden>', 'has the attribute hidden on <body>'],
    ['<body class="vh">', 'has the attribute class on <body>'],
    ['<body style="zoom: 0.01">', 'has the attribute style on <body>'],
    ['<body id="x">', 'has the attribute id on <body>'],
    ['<head lang="en">', 'has the attribute lang on <head>'],
  ])('with %s', (tag, reason) => {
    const name = tag.slice(1, 5);
    const source = pageWith('<p>x</p>').replace(new RegExp(`<${name}[^>]*>`), tag);
    expect(() => vettedPage(source, context)).toThrow(reason);
  });

  it('where it would read differently a second time', () => {
    // The heading inside leaves the outer one once the written page is read again.
    expect(() => vet('<h1>a<table><h1>b</h1></table></h1>')).toThrow(/reads differently/);
  });

  it('names nothing of its own in more than one line', () => {
    expect(() => vet('<p on\u2028x=1>a</p>')).toThrow(/has the attribute on\\u2028x/);
  });
});
