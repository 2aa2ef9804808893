import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { openBrowser } from './browser.ts';
import { pinnedContent, render, testFolder } from './render.ts';

const pages = [
  'index.html',
  '404.html',
  'glossary/index.html',
  'duso-vs-python/index.html',
  'duso-vs-python/audit/index.html',
  'duso-vs-python/method/index.html',
  'duso-vs-python/here/index.html',
  'duso-vs-python/runs/io-10000/index.html',
  'duso-vs-python/runs/io-100/index.html',
];
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

let folder: string;
const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn(
    'No Chrome or Chromium on this machine: the browser tests of the pages are skipped.',
  );

beforeAll(async () => {
  const data = join(testFolder('access'), 'data');
  makeSiteData(data);
  folder = await render({ name: 'access', data, content: pinnedContent('access', reference.id) });
});

afterAll(async () => {
  await browser?.close();
});

async function open(file: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser!.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  await page.evaluate(axeSource);
  const found = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return found.violations.flatMap((one) =>
    one.nodes
      .slice(0, 3)
      .map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

describe.skipIf(browser === undefined)('in a browser', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1440, 768, 375]) {
      it(`no page has an accessibility violation at ${width} px in ${scheme} colours, details open`, async () => {
        for (const file of pages) {
          const page = await open(file, width, scheme);
          expect(await violations(page), file).toEqual([]);
          await page.close();
        }
      }, 180_000);
    }
  }

  it('no page is wider than its window, from 320 px on', async () => {
    for (const file of pages) {
      for (const width of [320, 375, 704, 768, 1088, 1200, 1440]) {
        const page = await open(file, width, 'light');
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(wide, `${file} at ${width} px`).toBeLessThanOrEqual(width);
        await page.close();
      }
    }
  });

  it('the skip link comes first and leads to the report', async () => {
    const page = await open('duso-vs-python/index.html', 1440, 'light');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.getAttribute("href")')).toBe(
      '#main',
    );
    await page.close();
  });

  it('the programs are chosen with the arrow keys, without a script', async () => {
    const page = await open('duso-vs-python/index.html', 1440, 'light');
    const visible = async (): Promise<string | null> =>
      page.locator('fieldset.tabs >> nth=0').locator('.pane:visible').getAttribute('data-name');
    await page.locator('fieldset.tabs input >> nth=0').focus();
    expect(await visible()).toBe('duso');
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toBe('python-threads');
    await page.close();
  });

  it('print shows every program and every table behind a chart', async () => {
    const page = await open('duso-vs-python/index.html', 1440, 'light');
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate<number>(
      "[...document.querySelectorAll('.pane, .data table')].filter((one) => one.getBoundingClientRect().height === 0 || !one.checkVisibility()).length",
    );
    expect(hidden).toBe(0);
    await page.close();
  });
});
