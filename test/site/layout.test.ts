import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { openBrowser } from './browser.ts';
import { chartTroubles, useFont, widenTexts } from './chart-text.ts';
import { addPicture, htmlFiles, pinnedContent, render, testFolder } from './render.ts';

const widths = [320, 343, 375, 480, 600, 704, 768, 1024, 1200, 1440];
const PHONE = 375;
/** The smallest text is drawn at 12 px; only on the narrowest phones does a chart shrink. */
const leastPx = (width: number): number => (width < PHONE ? 10.5 : 12);

const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn(
    'No Chrome or Chromium on this machine: the tests of the layout of the pages are skipped.',
  );

let folder: string;
let files: string[];

beforeAll(async () => {
  if (browser === undefined) return;
  const data = join(testFolder('layout'), 'data');
  makeSiteData(data);
  const content = pinnedContent('layout', reference.id);
  // Wider than any column.
  addPicture(content, 'docs/page.png');
  folder = await render({ name: 'layout', data, content });
  files = htmlFiles(folder);
});

afterAll(async () => {
  await browser?.close();
});

/** Opens each page, once, and shows it in each width; troubles begin with page and width. */
async function lookAt(
  prepare: (page: Page) => Promise<void>,
  look: (page: Page, width: number) => Promise<readonly string[]>,
): Promise<string[]> {
  const page = await browser!.newPage();
  const found: string[] = [];
  for (const file of files) {
    await page.goto(pathToFileURL(join(folder, file)).href);
    await prepare(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const one of await look(page, width)) found.push(`${file} at ${width} px: ${one}`);
    }
  }
  await page.close();
  return found;
}

const asIs = async (): Promise<void> => {};
const charts = (page: Page, width: number) => chartTroubles(page, leastPx(width));

async function overflow(page: Page, width: number): Promise<readonly string[]> {
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
  return needed > width ? [`it needs ${needed} px`] : [];
}

describe.skipIf(browser === undefined)('in a browser, from 320 to 1440 px', () => {
  it('no page is wider than its window, details open', async () => {
    const open = 'document.querySelectorAll("details").forEach((one) => { one.open = true })';
    const troubles = await lookAt(async (page) => void (await page.evaluate(open)), overflow);
    expect(troubles).toEqual([]);
  }, 180_000);

  it('no text of a drawing is cut off, lies over other text or a mark, or is too small', async () => {
    expect(await lookAt(asIs, charts)).toEqual([]);
  }, 180_000);

  it('the same holds, and no page overflows, in the widest of the fonts that readers have', async () => {
    const widest = (page: Page) => useFont(page, "Verdana, 'DejaVu Sans'");
    const both = async (page: Page, width: number) => [
      ...(await overflow(page, width)),
      ...(await charts(page, width)),
    ];
    expect(await lookAt(widest, both)).toEqual([]);
  }, 180_000);

  it('the same holds where all text of the drawings is 15% wider than was reckoned with', async () => {
    expect(await lookAt((page) => widenTexts(page, 0.15), charts)).toEqual([]);
  }, 180_000);

  it("the beam's labels stand over its lines", async () => {
    const offsets = async (page: Page): Promise<readonly string[]> =>
      page.evaluate(labelsBesideLines);
    expect(await lookAt(asIs, offsets)).toEqual([]);
  });
});

/** Labels of a beam's axis that stand more than a pixel beside the lines of the first row. */
const labelsBesideLines = `[...document.querySelectorAll('table')].flatMap((table) => {
  const middles = (selector) => [...table.querySelectorAll(selector)].map((one) => {
    const { left, right, width, height } = one.getBoundingClientRect();
    return width + height === 0 ? undefined : (left + right) / 2;
  });
  const row = [...table.querySelectorAll('tbody tr')].find((one) => one.querySelector('line.one')?.getBoundingClientRect().height > 0);
  const lines = row ? [...row.querySelectorAll('line.one, line.tick')].map((one) => one.getBoundingClientRect().left) : [];
  const shown = row && getComputedStyle(table.tHead ?? table).clipPath === 'none';
  return shown ? middles('.beam-ticks text')
    .filter((middle) => middle !== undefined && !lines.some((line) => Math.abs(line - middle) <= 1.5))
    .map((middle) => 'a label at ' + middle + ', lines at ' + lines) : [];
})`;
