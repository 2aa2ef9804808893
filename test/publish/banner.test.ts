/** Tries of a page to hide, cover or rewrite the banner of its preview, as a browser shows them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vettedPage } from '../../src/publish/page.ts';
import { Refused } from '../../src/publish/refused.ts';
import { openBrowser } from '../site/browser.ts';
import { COMMIT, pageWith } from './artifact.ts';
import { tries } from './banner-tries.ts';

const context = { path: 'a.html', base: '/pr-12/', shown: { number: 12, commit: COMMIT } };
const TEXT =
  'Preview of pull request #12 at commit aaaaaaa: built by the pull request’s own code; the numbers are not vouched for. Links to other sites are taken out.';
const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn('No Chrome or Chromium on this machine: the banner of previews is not looked at.');

const ADDRESS = 'https://maintainer.example/pr-12/a.html';
let page: Page;
let shown = '';
beforeAll(async () => {
  if (browser === undefined) return;
  page = await browser.newPage();
  await page.route('**', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body: shown, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
});
afterAll(() => browser?.close());

/** Loads a page as a host would serve it, with its policy in force. */
async function show(html: string): Promise<void> {
  shown = html;
  await page.goto(ADDRESS);
}

/** The page as it would be served; undefined where it is refused. */
function served(source: string): string | undefined {
  try {
    return vettedPage(source, context);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

interface Seen {
  readonly text: string;
  readonly covered: readonly string[];
  readonly size: readonly number[];
  readonly colours: readonly string[];
}

/** What stands at the top of the window, and whether anything stands before it. */
function lookAtBanner(): Seen {
  const banner = document.body.firstElementChild as HTMLElement;
  const { left, top, width, height } = banner.getBoundingClientRect();
  const covered: string[] = [];
  for (const x of [0.02, 0.25, 0.5, 0.75, 0.98])
    for (const y of [0.1, 0.5, 0.9]) {
      const there = document.elementFromPoint(left + width * x, top + height * y);
      if (there !== banner) covered.push(`${x} ${y}: ${there?.tagName ?? 'nothing'}`);
    }
  const { color, backgroundColor, opacity, fontSize, direction } = getComputedStyle(banner);
  return {
    text: banner.innerText,
    covered,
    size: [left, top, width, Math.round(height)],
    colours: [color, backgroundColor, opacity, fontSize, direction],
  };
}

describe.skipIf(browser === undefined).each([
  ['a wide window', { width: 1200, height: 700 }, 41],
  ['a phone', { width: 375, height: 700 }, 105],
])('the banner in %s', (_, window, height) => {
  beforeAll(() => page.setViewportSize(window));

  it.each(Object.entries(tries))(
    'is shown whole, or the page is refused: %s',
    async (name, source) => {
      const html = served(source);
      if (html === undefined) return;
      await show(html);
      const seen = await page.evaluate(lookAtBanner);
      expect(seen.text, name).toBe(TEXT);
      expect(seen.covered, name).toEqual([]);
      expect(seen.size.slice(0, 3), name).toEqual([0, 0, window.width]);
      expect(Math.abs(seen.size[3]! - height), name).toBeLessThan(height / 2);
      expect(seen.colours, name).toEqual([
        'rgb(255, 255, 255)',
        'rgb(90, 42, 0)',
        '1',
        '15.2px',
        'ltr',
      ]);
    },
  );

  it('stands there in print, and in a picture of its pixels as on an ordinary page', async () => {
    const clip = { x: 0, y: 0, width: window.width, height: 30 };
    const pixels = async (source: string): Promise<string> => {
      await show(served(source) ?? '');
      return (await page.screenshot({ clip })).toString('base64');
    };
    const ordinary = await pixels(tries['an ordinary page']!);
    for (const name of ['a mark like a cover', 'a drawing beyond its frame', 'contents that stay'])
      expect((await pixels(tries[name]!)) === ordinary, name).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(lookAtBanner);
    await page.emulateMedia({ media: null });
    expect([seen.text, seen.covered]).toEqual([TEXT, []]);
  });

  it('leaves the skip link in sight', async () => {
    await show(served(pageWith('<a class="skip" href="#main">Skip</a><p>x</p>')) ?? '');
    await page.keyboard.press('Tab');
    const isInSight = await page.evaluate(() => {
      const link = document.querySelector('.skip')!;
      const { left, top, width, height } = link.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === link;
    });
    expect(isInSight).toBe(true);
  });
});

it('what a page can only do on purpose is refused; its style is just not shown', () => {
  const refused = Object.keys(tries).filter((name) => served(tries[name]!) === undefined);
  expect(refused).toEqual([
    'a hidden body',
    'a styled body',
    'a body for screen readers',
    'another direction',
    'two bodies',
    'an open dialog',
    'a popover',
    'a base',
    'a title in its body',
    'text that never ends',
    'a field that never ends',
    'a frame set',
    'a wide window',
  ]);
});
