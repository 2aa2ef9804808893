import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { vettedPage } from '../../src/publish/page.ts';
import { COMMIT, pageWith } from './artifact.ts';

const context = { path: 'a/index.html', base: '/pr-12/', shown: { number: 12, commit: COMMIT } };
const vet = (body: string, head?: string): string => vettedPage(pageWith(body, head), context);

/** What a page of its own would let in. */
const OWN_POLICY = '<meta http-equiv="content-security-policy" content="default-src *">';

describe('a page of a preview', () => {
  const page = vet('<main><h1>A</h1></main>', `<meta name="robots" content="index">${OWN_POLICY}`);

  it('is told apart from the published one, first of all', () => {
    expect(page).toMatch(
      /<body><div role="note" lang="en" dir="ltr">Preview of pull request #12 at commit aaaaaaa: built by the pull request’s own code; the numbers are not vouched for\./,
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
    expect(page.match(/Content-Security-Policy/gi)).toHaveLength(1);
  });

  it('says that its changes of style sheets aren’t shown, where there are some', () => {
    const shown = { ...context.shown, changesStyles: true };
    expect(vettedPage(pageWith('x'), { ...context, shown })).toMatch(
      /<div role="note"[^>]*>[^<]* Its changes of style sheets are not shown\.<\/div>/,
    );
    expect(page).not.toContain('Its changes');
  });

  it('is drawn with our style sheets, and none of its own', () => {
    const own = '<style>a::first-line { color: red }</style>';
    const link = '<link rel="StyleSheet alternate" href="https://evil.example/a.css">';
    const vetted = vet(`<p>a${own}</p><svg>${own}<path d="M0 0"></path></svg>`, own + link);
    expect(vetted.match(/<style>/g)).toHaveLength(1);
    expect(vetted).not.toMatch(/first-line|evil/);
    expect(vetted).toContain('<body><div role="note"');
    expect(vetted).toContain('<p>a</p><svg><path d="M0 0"></path></svg></body>');
  });

  it('allows the browser that one style by its hash, and no other', () => {
    const [, hash] = /style-src '(sha256-[^']+)';/.exec(page) ?? [];
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
    expect(hash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(page).not.toContain('unsafe');
  });

  it('stands in no quirks mode, whatever its first line says', () => {
    for (const first of ['', '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN">', '<!DOCTYPE a>']) {
      const source = pageWith('<p>x</p>').replace('<!DOCTYPE html>', first);
      expect(vettedPage(source, context)).toMatch(/^<!DOCTYPE html><html lang="en"><head>/);
    }
  });

  it('keeps its prose, tables, drawings and links to other pages', () => {
    const body =
      '<p class="a" id="b">1 &lt; 2 <a href="../index.html#c">x</a></p><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0" fill="var(--c1)" transform="translate(1.5,-2) scale(1.1)" stroke="#15202b" stroke-dasharray="3,3"></path></svg><input type="radio" name="n" checked="">';
    expect(vet(body)).toContain(`${body}</body>`);
  });

  it('keeps how the columns of its tables are aligned, without a style of its own', () => {
    const table = (left: string, right: string): string =>
      `<table><thead><tr><th ${left}>a</th></tr></thead><tbody><tr><td ${right}>1</td></tr></tbody></table>`;
    const vetted = vet(table('style="text-align:left"', 'style="text-align: right;"'));
    expect(vetted).toContain(table('data-align="left"', 'data-align="right"'));
    expect(vetted).toContain("[data-align='right'] { text-align: right; }");
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

it('has the policy where a browser heeds it: in the head', () => {
  const root = parse(vet('<p>x</p>')).childNodes.find(({ nodeName }) => nodeName === 'html');
  const head = root !== undefined && 'childNodes' in root ? root.childNodes[0] : undefined;
  const names = head !== undefined && 'childNodes' in head ? head.childNodes.slice(0, 3) : [];
  expect(names.map(({ nodeName }) => nodeName)).toEqual(['meta', 'meta', 'meta']);
});
