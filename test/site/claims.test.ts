/** A drawn report that says its claims. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyClaimsReport } from '../fixtures/claims-report.ts';
import { makeSiteData } from '../fixtures/make-site-data.ts';
import { pageIn, textOf } from './html.ts';
import { render, testFolder } from './render.ts';
const claimIn = (html: string, id: string): string => {
  const found = new RegExp(
    `<span class="claim" data-claim="${id}"[^>]*>(.*?)</span><a class="ev"`,
    's',
  ).exec(html);
  return textOf(found?.[1] ?? '');
};

describe('a report with claims', () => {
  let html = '';
  let here = '';
  let front = '';
  beforeAll(async () => {
    const [data, content] = ['data', 'content'].map((name) => join(testFolder('claims'), name));
    makeSiteData(data!);
    rmSync(content!, { recursive: true, force: true });
    copyClaimsReport(content!);
    const out = await render({ name: 'claims', data: data!, content: content! });
    html = pageIn(out, 'report/index.html');
    here = pageIn(out, 'report/here/index.html');
    front = pageIn(out, 'index.html');
  });

  it('renders each as a whole clause, without a space before what follows', () => {
    expect(claimIn(html, 'asyncio-waits')).toMatch(
      /^python-asyncio takes .* s until the last answer and python-processes .* s: .* s less \(99% interval .*; timed inside the program, on 2 cores\)$/,
    );
    expect(html).toMatch(/<\/a>\.\s+With 1000, <span class="claim"/);
    expect(html).toMatch(/<\/a>; <span class="claim"/);
  });

  it('leads from each to the runs behind it, numbered in page order', () => {
    const links = [
      ...html.matchAll(
        /<a class="ev" href="([^"]*)" aria-label="Evidence (\d+): [^"]*">(\d+)<\/a>/g,
      ),
    ];
    expect(links.length).toBeGreaterThanOrEqual(7);
    expect(links[0]?.slice(1)).toEqual(['runs/io-100/index.html', '1', '1']);
    for (const [, href, said, shown] of links) {
      expect(href).toMatch(/^runs\/[a-z0-9-]+\/index\.html(#[a-z-]+)?$/);
      expect(said).toBe(shown);
    }
  });

  it('gathers strengths from the verdicts', () => {
    expect(
      textOf(/<ul class="take" data-strengths="duso">.*?<\/ul>/s.exec(html)?.[0] ?? ''),
    ).toMatch(/By time beyond the waiting:\s+I\/O, 100 workers/);
  });

  it('marks and counts what is cited and what is opinion', () => {
    expect(textOf(html)).toContain('Of 8 claims 8 are decided by runs.');
    expect(textOf(html)).toContain("1 further statement is cited, and 1 is the author's opinion");
    expect(html).toMatch(/<span class="opinion">That is handy\.<\/span>/);
  });

  it('shows on here/ whether this machine agrees, and sums it up on the front page too', () => {
    expect(here).toMatch(/data-agreement="agrees">✓ agrees with the reference/);
    expect(claimIn(here, 'asyncio-is-light') || textOf(here)).toContain(
      "can't be tested here: not in the quick profile",
    );
    const summary = textOf(
      /<details class="data" data-agreements>.*?<\/summary>/s.exec(front)?.[0] ?? '',
    ).trim();
    expect(summary).toMatch(
      /^\d+ claims? agrees?, 0 contradicted, \d+ inconclusive, \d+ can't be tested: /,
    );
    expect(textOf(here)).toContain(summary);
    expect(html).not.toContain('data-agreement');
  });
});
