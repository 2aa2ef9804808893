import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { drawSite } from './invented-site.ts';
import { isOfHere, onePerKind } from './kinds.ts';
import { htmlFiles } from './render.ts';

/** A4 less the margins that print.css sets, 15 and 16 mm, at 96 px an inch. */
const A4 = { width: Math.floor((180 / 25.4) * 96), height: Math.floor((265 / 25.4) * 96) };

const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: the tests of print are skipped.');

/** A sentence, what it speaks of, and when such an element, "one", is wrong. */
const checks = [
  [
    // But for records and specifications as they stand in files: their values are in the rows beside them.
    'shows every table, every program and what is folded away on the screen',
    'table, pre:not(.raw, .spec), .pane, main details:not(.run) > :not(summary, .spec, .spec-note)',
    '!one.checkVisibility() || one.getBoundingClientRect().height === 0',
  ],
  [
    'shows each chart once',
    'figure',
    '[...one.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility()).length !== 1',
  ],
  [
    'cuts no row of a table, no figure and no picture in two',
    'tr, figure, .picture',
    'getComputedStyle(one).breakInside !== "avoid"',
  ],
  [
    'cuts off nothing at the right: no page, table or program is wider than the paper',
    'html, .tw, table, pre',
    'one.checkVisibility() && one.scrollWidth > one.clientWidth + 1',
  ],
  ['keeps tables as tables', 'tbody', 'getComputedStyle(one).display !== "table-row-group"'],
  [
    'is light, even where the screen is dark',
    'html',
    'getComputedStyle(one).backgroundColor !== "rgb(255, 255, 255)"',
  ],
  [
    'leaves out what only a screen can use',
    '.skip, .toc-top, .toc-side, .tabrow > label',
    'one.checkVisibility()',
  ],
] as const;

let folder: string;
let files: string[];
let page: Page;
/** By sentence, what is wrong on any page. */
const wrong = new Map<string, string[]>(checks.map(([sentence]) => [sentence, []]));

beforeAll(async () => {
  if (browser === undefined) return;
  ({ folder } = await drawSite('print'));
  files = htmlFiles(folder);
  // Paper is light, whatever the reader's screen is.
  page = await browser.newPage({ viewport: A4, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const file of files) await check(file);
});

afterAll(async () => {
  await browser?.close();
});

async function check(file: string): Promise<void> {
  await page.goto(pathToFileURL(join(folder, file)).href);
  for (const [sentence, selector, isWrong] of checks) {
    const found = await page.evaluate<string[]>(
      `[...document.querySelectorAll('${selector}')].filter((one) => ${isWrong}).map((one) => one.outerHTML.slice(0, 80))`,
    );
    wrong.get(sentence)!.push(...found.map((one) => `${file}: ${one}`));
  }
}

describe.skipIf(browser === undefined)('print, on A4', () => {
  it.each(checks)('%s', (sentence) => {
    expect(files.length).toBeGreaterThan(20);
    expect(wrong.get(sentence)).toEqual([]);
  });

  it('makes a PDF of every kind of page, in A4', async () => {
    const ofReference = files.filter((file) => !isOfHere(file));
    for (const file of onePerKind(folder, ofReference)) {
      await page.goto(pathToFileURL(join(folder, file)).href);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString(), file).toBe('%PDF-');
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(
        pdf.toString('latin1'),
      )!;
      expect(Math.round(Number(width)), file).toBeCloseTo(595, -1);
      expect(Math.round(Number(height)), file).toBeCloseTo(842, -1);
    }
  });
});
