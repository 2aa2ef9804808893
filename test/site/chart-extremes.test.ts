import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { extremes } from '../present/charts/extremes.ts';
import { openBrowser } from './browser.ts';
import { chartTroubles } from './chart-text.ts';

const styles = ['tokens.css', 'base.css', 'charts.css', 'figures.css']
  .map((name) => readFileSync(join(import.meta.dirname, '../../src/styles', name), 'utf8'))
  .join('\n');
/** Both drawings in full, as in a column and on a phone. */
const widths = [375, 768];
const LEAST_PX = 12;

const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: the tests of extreme charts are skipped.');

afterAll(async () => {
  await browser?.close();
});

async function show(content: string): Promise<Page> {
  const page = await browser!.newPage();
  await page.setContent(
    `<!doctype html><title>Charts</title><style>${styles} body { margin: 1rem }</style>${content}`,
  );
  return page;
}

async function troublesOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const one of await chartTroubles(page, LEAST_PX)) found.push(`at ${width} px: ${one}`);
  }
  return found;
}

describe.skipIf(browser === undefined).each(extremes)('a chart with %s', (_, draw) => {
  it('keeps its text inside and apart, and clear of marks', async () => {
    const { wide, narrow } = await draw();
    const page = await show(`<figure>${wide}${narrow}</figure>`);
    expect(await troublesOf(page)).toEqual([]);
    await page.close();
  });
});

describe.skipIf(browser === undefined)('the look at charts', () => {
  it('finds text that is cut, over other text, over a mark, or small', async () => {
    const svg = (content: string): string =>
      `<svg width="300" height="60" font-size="13" style="display: block"><title>t</title>${content}</svg>`;
    const page = await show(
      [
        svg('<text x="280" y="30">cut off</text>'),
        svg('<text x="10" y="30">one text</text><text x="30" y="34">other</text>'),
        svg(
          '<text x="10" y="30">below</text><g class="chart-marks"><circle cx="20" cy="25" r="3"/></g>',
        ),
        svg('<text x="10" y="30" font-size="9">small</text>'),
        svg('<text x="10" y="30">well</text>'),
      ].join(''),
    );
    expect(await chartTroubles(page, LEAST_PX)).toEqual([
      't: "cut off" leaves the drawing',
      't: "one text" lies over "other"',
      't: "below" lies over a mark',
      't: "small" is 9.0 px large',
    ]);
    await page.close();
  });
});
