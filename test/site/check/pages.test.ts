import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPages } from '../../../src/site/check/pages.ts';
import { Problem } from '../../../src/scenario/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'steelyard-drawn-'));
const content = join(folder, 'content');
const pages = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeEach(() => {
  rmSync(folder, { recursive: true });
  write(join(pages, 'index.html'), '<main id="main"><a href="report/index.html#io">a</a></main>');
  write(
    join(pages, 'report/index.html'),
    '<section id="io"><a href="../index.html">b</a></section>',
  );
  write(join(pages, 'report/method/index.html'), '<h2 id="server">x</h2>');
  write(join(pages, 'report/data.json'), '{}');
});

/** What is said with these bodies of pages; the kind of the problem first. */
function said(bodies: Readonly<Record<string, string>>, base = '/'): string[] {
  for (const [path, body] of Object.entries(bodies)) write(join(pages, path), body);
  try {
    checkPages(pages, base, { content });
  } catch (error) {
    if (error instanceof Problem) return [error.kind, ...error.message.split('\n')];
    throw error;
  }
  return [];
}

const REPORT = 'report/index.html';
const MDX =
  '---\ntitle: t\n---\n\n<Section id="io" title="IO">\n\n[a](#oi) and [b](method/#sever)\n\n[c](runs/io-1/#d) and [e](../other/)\n\n</Section>\n';

describe('the links of the drawn pages', () => {
  it('are right where each leads to a file, and to an id where it names one', () => {
    const links = [
      '#io',
      'method/index.html?x=1#server',
      'data.json',
      'data.json#x',
      '../index.html#main',
      '#',
      'index.html',
    ]
      .map((href) => `<a href="${href}">x</a>`)
      .join('');
    const others =
      '<a href="https://example.org/x">x</a><a href="mailto:a@b.c">x</a><link href="data:image/svg+xml,%3Csvg">';
    expect(said({ [REPORT]: `<p id="io">${links}${others}</p>` })).toEqual([]);
  });

  it('aren’t looked for in a page that is published as it is, and may lead to one', () => {
    const own = "<a href='nowhere.html'>x</a><p id=a><p id=a>";
    write(join(content, 'public/own/page.html'), own);
    const links = '<p id="io"><a href="../own/page.html#any">x</a></p>';
    expect(said({ 'own/page.html': own, [REPORT]: links })).toEqual([]);
  });

  it.each([
    [
      'a page that isn’t there',
      '<a href="runs/io-1/index.html">x</a>',
      'there is no report/runs/io-1/index.html among the pages. Mend the link.',
    ],
    [
      'a folder without a slash',
      '<a href="method">x</a>',
      'there is no report/method among the pages.',
    ],
    [
      'an id that isn’t there',
      '<a href="method/index.html#sever">x</a>',
      'report/method/index.html has no "#sever". Did you mean "#server"?',
    ],
    [
      'an id of its own page',
      '<a href="#nowhere">x</a>',
      'report/index.html has no "#nowhere". Mend the link.',
    ],
    [
      'a picture that isn’t there',
      '<img src="a.png" alt="x">',
      'there is no report/a.png among the pages.',
    ],
    [
      'an address with entities',
      '<a href="a.json?b&amp;c=&#34;d">x</a>',
      'there is no report/a.json among the pages.',
    ],
  ])('are wrong for %s, and the page is named', (_, body, why) => {
    const [kind, message] = said({ [REPORT]: `<p id="io">${body}</p>` });
    expect(kind).toBe('finding');
    expect(message).toMatch(/^report\/index\.html: "[^ ]*" leads nowhere: /);
    expect(message).toContain(why);
  });

  it('hold below a base path, and don’t leave it', () => {
    const link = (href: string) => ({ '404.html': `<a href="${href}">x</a>` });
    expect(said(link('/pr-1/report/'), '/pr-1')).toEqual([]);
    expect(said(link('/report/'), '/pr-1/')[1]).toContain('it lies outside of /pr-1/.');
  });

  it('of a text are told of with its file and line, as a mistake in usage', () => {
    write(join(content, 'report/index.mdx'), MDX);
    const body =
      '<section id="io"><a href="#oi">a</a><a href="method/index.html#sever">b</a><a href="runs/io-1/index.html#d">c</a><a href="../other/index.html">e</a></section>';
    expect(said({ [REPORT]: body })).toEqual([
      'usage',
      'content/report/index.mdx:7: the link "#oi" leads nowhere: report/index.html has no "#oi". Did you mean "#io"?',
      'content/report/index.mdx:7: the link "method/#sever" leads nowhere: report/method/index.html has no "#sever". Did you mean "#server"?',
      'content/report/index.mdx:9: the link "runs/io-1/#d" leads nowhere: there is no report/runs/io-1/index.html among the pages. Mend the link.',
      'content/report/index.mdx:9: the link "../other/" leads nowhere: there is no other/index.html among the pages. Mend the link.',
    ]);
  });

  it('of a text may lack what only other runs lack, since the report’s own page holds it', () => {
    write(join(content, 'report/index.mdx'), MDX);
    const body = '<section id="io"><a href="runs/io-1/index.html#d">c</a></section>';
    expect(said({ 'report/here/index.html': body, 'report/sessions/x/index.html': body })).toEqual(
      [],
    );
    const own = '<a href="nowhere.html">c</a>';
    expect(said({ 'report/here/index.html': own })[1]).toContain(
      'report/here/index.html: "nowhere.html" leads nowhere',
    );
  });

  it('are not looked for in what only looks like a tag', () => {
    const body =
      '<p id="io">&lt;a href="x.html"&gt; href="y.html" <code title="a > b">z</code></p>';
    expect(said({ [REPORT]: body })).toEqual([]);
  });
});

describe('an id that stands on a page twice', () => {
  it('is told of with the page', () => {
    expect(said({ [REPORT]: '<p id="io">x</p><p id="io">y</p>' })).toEqual([
      'finding',
      'report/index.html: the id "io" stands there twice.',
    ]);
  });

  it('and with file and line, where a section has it', () => {
    write(
      join(content, 'report/index.mdx'),
      '---\ntitle: t\n---\n\n<Section id="io" title="IO" />\n',
    );
    expect(said({ [REPORT]: '<p id="io">x</p><p id="io">y</p>' })).toEqual([
      'usage',
      'content/report/index.mdx:5: something else on the page has the id "io" as well. Choose another one.',
    ]);
  });
});
