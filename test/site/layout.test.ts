import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { chartTroubles, spaceLetters } from './chart-text.ts';
import { drawSite } from './invented-site.ts';
import { isOfHere, onePerKind } from './kinds.ts';
import { htmlFiles } from './render.ts';

const fewWidths = [320, 375, 768, 1440];
const widths = [...fewWidths, 343, 480, 600, 704, 1024, 1200];
/** Of a page whose kind has been looked at in all of them. */
const narrowAndWide = [320, 1440];
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
  ({ folder } = await drawSite('layout'));
  files = htmlFiles(folder);
});

afterAll(async () => {
  await browser?.close();
});

/** Opens each of the pages, once, and looks at it in each width; troubles begin with page and width. */
async function lookAt(
  pages: readonly string[],
  these: readonly number[],
  prepare: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await browser!.newPage();
  const found: string[] = [];
  for (const file of pages) {
    await page.goto(pathToFileURL(join(folder, file)).href);
    await prepare(page);
    for (const width of these) {
      await page.setViewportSize({ width, height: 900 });
      for (const one of await look(page, width)) found.push(`${file} at ${width} px: ${one}`);
    }
  }
  await page.close();
  return found;
}

/** The runs of a contestant are listed alike: two of them show what all do. */
const fewRuns =
  'document.querySelectorAll("details.run ~ details.run ~ details.run").forEach((one) => { one.remove() })';
const open = 'document.querySelectorAll("details").forEach((one) => { one.open = true })';

async function look(page: Page, width: number): Promise<readonly string[]> {
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
  return [
    ...(needed > width ? [`it needs ${needed} px`] : []),
    ...(await chartTroubles(page, leastPx(width))),
    ...(await page.evaluate<string[]>(labelsBesideLines)),
  ];
}

describe.skipIf(browser === undefined)('in a browser, from 320 to 1440 px', () => {
  it("no kind of page is wider than its window, no text of a drawing is cut off, lies over other text or a mark, or is too small, and a beam's labels stand over its lines", async () => {
    const ofReference = files.filter((file) => !isOfHere(file));
    expect(await lookAt(onePerKind(folder, ofReference), widths, async () => {})).toEqual([]);
  }, 300_000);

  it('the same holds on every page, with details open and letters as wide as in the widest fonts', async () => {
    const widest = async (page: Page): Promise<void> => {
      await page.evaluate(fewRuns);
      await page.evaluate(open);
      await spaceLetters(page);
    };
    const kinds = onePerKind(folder, files);
    const others = files.filter((file) => !kinds.includes(file));
    expect(await lookAt(kinds, fewWidths, widest)).toEqual([]);
    expect(await lookAt(others, narrowAndWide, widest)).toEqual([]);
  }, 300_000);
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
