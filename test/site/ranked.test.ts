/** A report of many contestants without a subject, as pages: who is first stands everywhere, and nothing looks for sides. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { rankedSite } from './ranked-site.ts';
import { htmlFiles, render } from './render.ts';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');
const browser = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: how rankings look is not tested.');

let folder: string;
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  folder = await render(rankedSite('ranked'));
});
afterAll(() => browser?.close());

describe('the pages of a report without sides', () => {
  it('speak nowhere of sides, and of nobody as undefined', () => {
    const files = htmlFiles(folder).filter((file) => !/^(glossary|404)/.test(file));
    expect(files.length).toBeGreaterThan(7);
    for (const file of files) {
      const text = textOf(read(file));
      expect(text, file).not.toMatch(/\bundefined\b|between the sides|None of the \d+ use cases/);
    }
  });

  it('begin with who is first and how far away the next one is', () => {
    const sentence =
      'amber is first (25\u202f000\u00a0per\u00a0second); it serves 1.40 times as many';
    for (const page of ['trees/index.html', 'trees/here/index.html', 'index.html'])
      expect(read(page), page).toContain(sentence);
    expect(read('feed.xml')).toContain(sentence);
    expect(read('trees/index.html')).toMatch(
      new RegExp(`<meta name="description" content="[^"]*${sentence.replace(/[()]/g, '\\$&')}`),
    );
  });

  it('say in the table who shares a place, who has none and by which rule', () => {
    const text = textOf(read('trees/index.html'));
    expect(text).toContain('1–3 amber');
    expect(text).toContain('11 kapok');
    expect(text).toContain('0 of 21 finished: not finished after 60 s');
    expect(text).toContain('not available on this machine: no program of that name on PATH');
    expect(text).toContain('a place is shared by the best that is left');
  });

  it('never tell of a rate by its title', () => {
    const text = textOf(read('trees/index.html'));
    expect(text).toContain('amber serves the most requests per second of 11 contestants');
    expect(text).not.toMatch(/(takes|needs|times as much) [^.;]*serving all requests/i);
  });

  it('compare every two contestants on the page of the runs', () => {
    const text = textOf(read('trees/runs/search-100/index.html'));
    expect(text).toContain('Every comparison of two contestants');
    expect(text).toContain('◂ first');
  });
});

const PAGES = [
  'index.html',
  'trees/index.html',
  'trees/here/index.html',
  'trees/runs/search-1000/index.html',
];

describe.skipIf(browser === undefined)('the pages of a report without sides, drawn', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser!.newPage({ reducedMotion: 'reduce' });
  });

  it.each(PAGES)(
    'are without a finding of axe, in the light, in the dark and on a phone: %s',
    async (file) => {
      await page.goto(pathToFileURL(join(folder, file)).href);
      await page.evaluate(axeSource);
      const found: string[] = [];
      for (const [width, colorScheme] of [
        [1440, 'light'],
        [1440, 'dark'],
        [390, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate<AxeResults>('axe.run({ preload: false })');
        for (const { id, nodes } of violations)
          found.push(`${width} ${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`);
      }
      expect(found).toEqual([]);
    },
  );

  it.each([1440, 1024, 768, 390, 320])(
    'fit into %i px, and no words of a ranking lie on others',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(join(folder, 'trees/index.html')).href);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      expect(await page.evaluate(overlapping)).toEqual([]);
    },
  );
});

/** Cells of rankings whose words reach into another one's, or into a beam. */
const overlapping = `(() => {
  const boxes = [...document.querySelectorAll('.rankings :is(td, th):not(.beam):not(.w-beam)')].flatMap((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const own = [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2);
    const edge = cell.getBoundingClientRect().right;
    if (cell.nextElementSibling?.matches('.beam') && own.some(({ right, top }) => right > edge + 1))
      return [{ text: cell.textContent, left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 }];
    return own.length === 0 ? [] : [{
      text: cell.textContent.trim().replace(/\\s+/g, ' '),
      left: Math.min(...own.map((one) => one.left)), right: Math.max(...own.map((one) => one.right)),
      top: Math.min(...own.map((one) => one.top)), bottom: Math.max(...own.map((one) => one.bottom)),
    }];
  });
  return boxes.flatMap((a, index) => boxes.slice(index + 1, index + 12).flatMap((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
      ? [a.text + ' | ' + b.text] : []));
})()`;
