/** What a reader of the reference sees without scrolling, and what its pages weigh. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { ReferenceCopy, REPORT } from './reference-copy.ts';
import { htmlFiles } from './render.ts';

const DOCUMENT = `${REPORT}/index.html`;
const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: the first screen is not looked at.');

let copy: ReferenceCopy;
beforeAll(async () => {
  copy = new ReferenceCopy('first-screen');
  expect(await copy.run('render')).toMatchObject({ exitCode: 0 });
});
afterAll(async () => {
  await browser?.close();
});

const compressed = (file: string): number => gzipSync(readFileSync(join(copy.out, file))).length;

describe('the pages of the reference', () => {
  it.skipIf(browser === undefined)(
    'show the answer, where it comes from and all verdicts on the first screen of a desktop',
    async () => {
      const page = await browser!.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(pathToFileURL(join(copy.out, DOCUMENT)).href);
      const bottoms = await page.evaluate<number[]>(
        "['.answer', '.prov', '.verdicts table'].map((one) => document.querySelector(one).getBoundingClientRect().bottom)",
      );
      await page.close();
      expect(bottoms).toEqual([...bottoms].sort((a, b) => a - b));
      expect(bottoms.at(-1)).toBeLessThanOrEqual(900);
    },
  );

  it('weigh at most 100 kB compressed, the document, and 60 kB, every other', () => {
    const files = htmlFiles(copy.out);
    expect(files.length).toBeGreaterThan(20);
    expect(compressed(DOCUMENT)).toBeLessThanOrEqual(100_000);
    const heavy = files.filter((file) => file !== DOCUMENT && compressed(file) > 60_000);
    expect(heavy).toEqual([]);
  });

  it('have a picture of their verdicts', () => {
    expect(statSync(join(copy.out, REPORT, 'og.png')).size).toBeGreaterThan(10_000);
  });
});
