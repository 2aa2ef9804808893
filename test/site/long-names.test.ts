/** Pages hold whatever is written into them: each text is a word of 86 letters, and contestants are many. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { openBrowser } from './browser.ts';
import { chartTroubles } from './chart-text.ts';
import { onePerKind } from './kinds.ts';
import { lengthenContent } from './long-content.ts';
import { lengthenData } from './long-data.ts';
import { htmlFiles, pinnedContent, render, testFolder } from './render.ts';

const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: long names are not looked at.');

let folder: string;
let files: string[];

beforeAll(async () => {
  const data = join(testFolder('long-names'), 'data');
  makeSiteData(data);
  lengthenData(data);
  const content = pinnedContent('long-names', reference.id);
  lengthenContent(join(content, 'duso-vs-python'));
  const env = { STEELYARD_SITE: 'https://example.org' };
  folder = await render({ name: 'long-names', data, content, env });
  files = onePerKind(folder, htmlFiles(folder));
});

afterAll(async () => {
  await browser?.close();
});

/** Whether a page, or on paper a table that can't scroll there, is wider than its place, and by what. */
const tooWide = `[...document.querySelectorAll(matchMedia('print').matches ? 'html, .tw' : 'html')].flatMap((whole) => {
  const { clientWidth, scrollWidth } = whole;
  if (scrollWidth <= clientWidth + 1) return [];
  const beyond = (one) => one.getBoundingClientRect().right > whole.getBoundingClientRect().left + clientWidth + 1;
  const names = [...whole.querySelectorAll('*')]
    .filter((one) => whole.matches('.tw') || one.parentElement.closest('.tw') === null)
    .filter((one) => beyond(one) && (one.matches('.tw') || ![...one.children].some(beyond)))
    .map((one) => one.parentElement.outerHTML.slice(0, 40) + '>' + one.outerHTML.slice(0, 60));
  return [scrollWidth + ' px in ' + clientWidth + ': ' + names.slice(0, 4).join('; ')];
})`;

async function troubles(look: (page: Page) => Promise<readonly string[]>, page: Page) {
  const found: string[] = [];
  for (const file of files) {
    await page.goto(pathToFileURL(join(folder, file)).href);
    await page.evaluate(openDetails);
    for (const one of await look(page)) found.push(`${file} ${one}`);
  }
  await page.close();
  return found;
}
const openDetails = 'document.querySelectorAll("details").forEach((one) => { one.open = true })';

describe('a title with letters that the font of the picture lacks', () => {
  it('has no picture for links, and no page names one', () => {
    expect(existsSync(join(folder, 'duso-vs-python/og.png'))).toBe(false);
    for (const name of ['index.html', 'method/index.html']) {
      const html = readFileSync(join(folder, 'duso-vs-python', name), 'utf8');
      expect(html).toContain('og:url');
      expect(html).not.toContain('og:image');
      expect(html).toContain('<meta name="twitter:card" content="summary">');
    }
  });
});

describe.skipIf(browser === undefined)('with words of 86 letters', () => {
  it('no kind of page is wider than a phone, a tablet or a desktop', async () => {
    const page = await browser!.newPage();
    const look = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const width of [320, 375, 768, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await page.evaluate<string[]>(tooWide)));
      }
      return found;
    };
    expect(await troubles(look, page)).toEqual([]);
  }, 300_000);

  it('no text of a drawing is cut off or lies over another one, on a phone and on a desktop', async () => {
    const page = await browser!.newPage();
    const look = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const width of [375, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await chartTroubles(page, 12)));
      }
      return found;
    };
    expect(await troubles(look, page)).toEqual([]);
  }, 300_000);

  it('the last of many programs can be shown as well as the first', async () => {
    const page = await browser!.newPage();
    await page.goto(pathToFileURL(join(folder, 'duso-vs-python/programs/index.html')).href);
    const { length, shown } = await page.evaluate<{ length: number; shown: string[] }>(`(() => {
      const [tabs] = [...document.querySelectorAll('.tabs')].sort((a, b) => b.querySelectorAll('input').length - a.querySelectorAll('input').length);
      const all = [...tabs.querySelectorAll('input')];
      const panes = [...tabs.querySelectorAll('.pane')];
      const shown = all.map((one) => {
        one.checked = true;
        return String(panes.flatMap((pane, index) => (pane.checkVisibility() ? [index] : [])));
      });
      return { length: all.length, shown };
    })()`);
    expect(length).toBeGreaterThan(12);
    expect(shown).toEqual(Array.from({ length }, (_, index) => String(index)));
    await page.close();
  });

  it('a contestant that no front matter names has a mark of its own, a number from the thirteenth on', async () => {
    const page = await browser!.newPage();
    await page.goto(pathToFileURL(join(folder, 'duso-vs-python/index.html')).href);
    const looks = await page.evaluate<
      string[]
    >(`[...new Set([...document.querySelectorAll('.who')].map((one) => {
      const { outerHTML } = one.querySelector('svg');
      return one.textContent.replace(/^\\s*\\d+\\s+/, '') + ' is ' + outerHTML + (one.querySelector('.g-number')?.textContent.trim() ?? '');
    }))]`);
    const names = new Set(looks.map((look) => look.split(' is ')[0]));
    const marks = new Set(looks.map((look) => look.split(' is ')[1]));
    expect(names.size).toBeGreaterThan(12);
    expect(looks).toHaveLength(names.size);
    expect(marks.size).toBe(names.size);
    await page.close();
  });

  it('nothing is wider than paper', async () => {
    const page = await browser!.newPage({ viewport: { width: 680, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    expect(await troubles((one) => one.evaluate<string[]>(tooWide), page)).toEqual([]);
  }, 300_000);
});
