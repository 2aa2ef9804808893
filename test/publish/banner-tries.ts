/** Pages that try to hide, cover or rewrite the banner of their preview. */
import { pageWith } from './artifact.ts';

const style = (css: string): string => pageWith(`<style>${css}</style><p>x</p>`);
const huge = 'width="99999" height="99999"';
const cover =
  '<rect x="-9999" y="-9999" width="99999" height="99999" fill="#fff"></rect><text y="-5">Vouched for</text>';

/** Page by what it tries. */
export const tries: Readonly<Record<string, string>> = {
  'an ordinary page': pageWith('<main><p>x</p></main>'),
  // By a style of its own.
  'display: none': style('body > div { display: none !important }'),
  'a first line': style('div::first-line { font-size: 0; color: #5a2a00 }'),
  'words before it': style('div::before { content: "Vouched for."; font-size: 3rem }'),
  'a fixed cover': style('p::before { content: ""; position: fixed; inset: 0; background: #fff }'),
  'a cover of the whole page': style('html::after { content: ""; position: fixed; inset: 0 }'),
  'a negative margin': style('body { margin-top: -20rem !important }'),
  'no size': style('html { zoom: 0.01 }'),
  'no content': style('body { content-visibility: hidden; contain: strict }'),
  'a transformation': style('html { transform: translateY(-50%) }'),
  'no opacity': style('html, body { opacity: 0 }'),
  'a clip': style('body { clip-path: inset(50%) }'),
  'a filter': style('html { filter: opacity(0) }'),
  'a layer and importance': style('@layer a { div { display: none !important } }'),
  'a font without letters': style('@font-face { font-family: system-ui; src: local("x") }'),
  'a style in the head': pageWith('<p>x</p>', '<style>div { display: none !important }</style>'),
  'a style in a drawing': pageWith('<svg><style>div { display: none !important }</style></svg>'),
  'an animation': style('@keyframes a { to { top: -99rem } } div { animation: a 0s forwards }'),
  // By the elements themselves.
  'a hidden body': pageWith('x').replace('<body>', '<body hidden>'),
  'a styled body': pageWith('x').replace('<body>', '<body style="display: none">'),
  'a body for screen readers': pageWith('x').replace('<body>', '<body class="vh">'),
  'another direction': pageWith('x').replace('<html', '<html dir="rtl"'),
  'another language': pageWith('x').replace('lang="en"', 'lang="ar"'),
  'quirks mode': pageWith('<p>x</p>').replace('<!DOCTYPE html>', ''),
  'two bodies': pageWith('<body hidden><p>x</p>'),
  'an open dialog': pageWith('<dialog open>Vouched for</dialog>'),
  'a popover': pageWith('<div popover id="a">x</div>'),
  'a base': pageWith('<base href="//e.example"><p>x</p>'),
  'a title in its body': pageWith('<title>Vouched for</title><p>x</p>'),
  'text that never ends': pageWith('<plaintext>x'),
  'a field that never ends': pageWith('<textarea>x'),
  'a frame set': '<html lang="en"><head></head><frameset></frameset></html>',
  'a table that never ends': pageWith('<table><tr><td><table><div>x'),
  'elements that never end': pageWith('<details><summary><b><i><h1><a href="#">x'),
  'an end before its begin': pageWith('</div></body></html><div><p>x</p>'),
  'a closed list': pageWith('<details><div>x</div></details>'),
  'signs that turn around': pageWith('\u202e\u2066Vouched for\u2067'),
  'an element that turns around': pageWith('<div dir="rtl">\u202ex</div>'),
  // With classes of ours.
  'a skip link like a cover': pageWith(`<a class="skip" href="#x"><svg ${huge}></svg></a>`),
  'contents that stay': pageWith(
    `<div class="toc-top"><svg class="g" ${huge}>${cover}</svg></div>`,
  ),
  'a mark like a cover': pageWith(`<svg class="g" viewBox="0 0 1 1">${cover}</svg>`),
  'a beam like a cover': pageWith(`<div class="beam"><svg class="b" ${huge}>${cover}</svg></div>`),
  'a drawing beyond its frame': pageWith(`<svg overflow="visible" ${huge}>${cover}</svg>`),
  'a drawing that is moved up': pageWith(
    `<svg class="chart wide" ${huge}><g transform="translate(0 -900) scale(99)">${cover}</g></svg>`,
  ),
  'a drawing that is moved as a whole': pageWith(
    `<svg transform="translate(0 -900) scale(9)" overflow="visible" ${huge}>${cover}</svg>`,
  ),
  'all classes of ours': pageWith('<div class="notice skip vh page toc-top frame b beam">x</div>'),
  'a page that is very long': pageWith('<p>y</p>'.repeat(9999)),
  'a mark like ours': pageWith('<div role="note" lang="en" dir="ltr">Vouched for</div>'),
  'a very wide word': pageWith(`<pre>${'x'.repeat(9999)}</pre>`),
  'a very wide table': pageWith(`<table width="99999"><tbody><tr><td>x</td></tr></tbody></table>`),
  'a wide window': pageWith('x', '<meta name="viewport" content="width=9999">'),
};
