/** What a reader of the reference sees without scrolling, and what its pages weigh. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { ReferenceCopy, REPORT, type Ended } from './reference-copy.ts';
import { htmlFiles } from './render.ts';

const DOCUMENT = `${REPORT}/index.html`;
const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: the first screen is not looked at.');

let copy: ReferenceCopy;
let rendered: Ended;
beforeAll(async () => {
  copy = new ReferenceCopy('first-screen');
  // More than 60% of what a single file of a preview may have.
  writeStatic('large.csv', 7e6);
  rendered = await copy.run('render');
});
afterAll(async () => {
  await browser?.close();
});

function writeStatic(name: string, bytes: number): string {
  const folder = join(copy.root, 'content', 'public');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), Buffer.alloc(bytes));
  return join(folder, name);
}

describe('rendering', () => {
  it('says how large the pages are once they come near to what a preview may have', () => {
    expect(rendered).toMatchObject({ exitCode: 0 });
    expect(rendered.said).toMatch(
      /! The pages take \d+(?:\.\d)? MB in \d+ files, the largest large\.csv with 7 MB\. A preview of a pull request may have 50 MB in 2000 files, none above 10 MB, and is refused beyond\./,
    );
  });

  it('refuses a static file in the place of a page, before anything is drawn', async () => {
    const file = writeStatic('index.html', 1);
    expect(await copy.run('render')).toMatchObject({
      exitCode: 2,
      said: `✖ ${file} can't be published: at "/index.html" stands the front page. Rename or move it.\n`,
    });
    expect(existsSync(join(copy.out, DOCUMENT))).toBe(true);
  });
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

  it.skipIf(browser === undefined)(
    'can be read to the end: at most 14 000 px on a desktop, and 200 stops of the Tab key',
    async () => {
      const page = await browser!.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(pathToFileURL(join(copy.out, DOCUMENT)).href);
      const height = await page.evaluate<number>('document.documentElement.scrollHeight');
      const stops = await page.evaluate<number>(
        `[...document.querySelectorAll('a[href], summary, input, [tabindex="0"]')].filter((one) => one.checkVisibility()).length`,
      );
      await page.close();
      expect(height).toBeLessThanOrEqual(14_000);
      expect(stops).toBeLessThanOrEqual(200);
    },
  );

  it('weigh at most 110 kB compressed, the document with its fonts, and every other 60 kB, or 360 bytes a run', () => {
    const files = htmlFiles(copy.out);
    expect(files.length).toBeGreaterThan(20);
    const pictures = readdirSync(join(copy.out, 'pictures'));
    const fonts = pictures.filter((name) => /\.(woff2|otf)$/.test(name));
    expect(fonts).toHaveLength(2);
    const fontBytes = fonts.reduce(
      (sum, font) => sum + statSync(join(copy.out, 'pictures', font)).size,
      0,
    );
    expect(compressed(DOCUMENT) + fontBytes).toBeLessThanOrEqual(110_000);
    const runsOf = (file: string): number =>
      readFileSync(join(copy.out, file), 'utf8').split('class="run"').length - 1;
    const heavy = files.filter(
      (file) => file !== DOCUMENT && compressed(file) > Math.max(60_000, 360 * runsOf(file)),
    );
    expect(heavy).toEqual([]);
  });

  it('have a picture of their verdicts', () => {
    expect(statSync(join(copy.out, REPORT, 'og.png')).size).toBeGreaterThan(10_000);
  });
});
