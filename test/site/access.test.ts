import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addsShapes, removeAlike } from './alike.ts';
import { openBrowser } from './browser.ts';
import { tabThrough } from './keyboard.ts';
import { drawSite } from './invented-site.ts';
import { isOfHere, onePerKind } from './kinds.ts';
import { htmlFiles } from './render.ts';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

let folder: string;
let files: string[];
let tab: Page | undefined;
const browser: Browser | undefined = await openBrowser();
if (browser === undefined)
  console.warn(
    'No Chrome or Chromium on this machine: the browser tests of the pages are skipped.',
  );

beforeAll(async () => {
  ({ folder } = await drawSite('access'));
  // What an earlier session has like the reference is looked at there; its records are another page.
  files = htmlFiles(folder).filter((file) => !/\/sessions\/[^/]+\/(?!runs\/)/.test(file));
});

afterAll(async () => {
  await browser?.close();
});

/** What the browser complained of: what our policy keeps out, what can't be loaded. */
const complaints: string[] = [];

/** One tab for all pages: each further one would cost a process of the browser's. */
async function openTab(): Promise<Page> {
  const page = await browser!.newPage({ reducedMotion: 'reduce' });
  page.on('console', (message) => complaints.push(`${message.location().url}: ${message.text()}`));
  return page;
}

/** In the light, and without motion, since a page that scrolls smoothly is nowhere for a while. */
async function open(file: string, width: number): Promise<Page> {
  tab ??= await openTab();
  await tab.setViewportSize({ width, height: 900 });
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.goto(pathToFileURL(join(folder, file)).href);
  return tab;
}

type Setting = readonly [width: number, rules: Rules];

/** Shapes of elements that axe has looked at. */
const seen = new Set<string>();

/** What axe finds on these pages in each setting, details open; of further pages without any new shape, what is wrong as a whole. */
async function violations(pages: readonly string[], settings: readonly Setting[]) {
  const found: string[] = [];
  for (const file of pages) {
    const page = await open(file, settings[0]![0]);
    await page.evaluate(openDetails);
    const isNew = await addsShapes(page, seen);
    if (!isNew && settings.length === 1) {
      for (const trouble of await page.evaluate<string[]>(troublesOfWholePage))
        found.push(`${file}: ${trouble}`);
      continue;
    }
    await removeAlike(page);
    await page.evaluate(axeSource);
    for (const [width, rules] of settings) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: rules === 'dark colours' ? 'dark' : 'light' });
      const { violations: all } = await page.evaluate<AxeResults>(axeFor[rules]);
      const where = `${file} at ${width} px, ${rules}`;
      for (const { id, nodes } of all)
        found.push(`${where}: ${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`);
    }
  }
  return found;
}

const openDetails = "document.querySelectorAll('details').forEach((one) => { one.open = true })";
/** To know what is behind a text takes axe longer than all else. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const ofColours = JSON.stringify({ type: 'rule', values: COLOURS });
const butColours = JSON.stringify(
  Object.fromEntries(COLOURS.map((id) => [id, { enabled: false }])),
);
/** What depends on more than an element and its parent, in the page itself. */
const troublesOfWholePage = `(() => {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1]));
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  return [
    ...(document.title === '' ? ['no title'] : []),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one first heading']),
    ...(levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1) ? ['a level of headings is left out'] : []),
    ...(document.querySelectorAll('main').length === 1 ? [] : ['not one main part']),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands there twice']),
  ];
})()`;
/** The pages load nothing, so axe needn't fetch anything either. */
const axeFor = {
  all: 'axe.run({ resultTypes: ["violations"], preload: false })',
  'all but colours': `axe.run({ resultTypes: ["violations"], preload: false, rules: ${butColours} })`,
  'dark colours': `axe.run({ resultTypes: ["violations"], preload: false, runOnly: ${ofColours} })`,
} as const;
type Rules = keyof typeof axeFor;
/** In the dark a page has other colours, and nothing else is different; its colours don't depend on its width. */
const everySetting: readonly Setting[] = [
  [1440, 'all'],
  [1440, 'dark colours'],
  [768, 'all but colours'],
  [375, 'all but colours'],
];

/** One width of each layout. */
const wideAndNarrow: readonly Setting[] = [
  [1440, 'all'],
  [375, 'all but colours'],
];

const whatMoves = `[...document.querySelectorAll('*')].filter((one) => {
  const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(one);
  return scrollBehavior !== 'auto' || transitionDuration !== '0s' || animationName !== 'none';
}).map((one) => one.outerHTML.slice(0, 60))`;

describe.skipIf(browser === undefined)('in a browser', () => {
  it('no kind of page has an accessibility violation, at three widths, light and dark, details open', async () => {
    const kinds = onePerKind(folder, files);
    const ofReference = kinds.filter((file) => !isOfHere(file));
    expect(await violations(ofReference, everySetting)).toEqual([]);
    expect(await violations(kinds.filter(isOfHere), wideAndNarrow)).toEqual([]);
  });

  it('no other page of these kinds has one on a phone', async () => {
    const kinds = new Set(onePerKind(folder, files));
    const others = files.filter((file) => !kinds.has(file) && !isOfHere(file));
    expect(await violations(others, [[375, 'all but colours']])).toEqual([]);
  });

  it('no page asks for what its policy keeps out', () => {
    // 404 is served at any depth: its addresses begin at the root, where a file has nothing.
    expect(complaints.filter((one) => !one.startsWith('file:///pictures/'))).toEqual([]);
  });

  it.each([1440, 375])(
    'the Tab key leads through every kind of page at %i px, its focus ringed and in view, and nothing moves for those who ask for less motion',
    async (width) => {
      for (const file of onePerKind(
        folder,
        files.filter((one) => !isOfHere(one)),
      )) {
        const page = await open(file, width);
        expect(await page.evaluate<string[]>(whatMoves), file).toEqual([]);
        await removeAlike(page);
        const stops = await tabThrough(page);
        expect(stops.length, file).toBeGreaterThan(1);
        expect(
          stops.filter((stop) => !stop.isRinged || !stop.isInView),
          file,
        ).toEqual([]);
      }
    },
  );

  it('only what is made like two others is left out of what axe looks at', async () => {
    const page = await browser!.newPage();
    const item = (name: string, text: string): string => `<li class="${name}"><b>${text}</b></li>`;
    const items = [item('a', '1'), item('a', '2'), item('a', '3'), item('b', '4'), '<li>5</li>'];
    await page.setContent(`<ul>${items.join('')}</ul><ul>${item('a', '6')}</ul>`);
    await removeAlike(page);
    expect(await page.locator('li').allTextContents()).toEqual(['1', '2', '4', '5', '6']);
    await page.close();
  });

  it('the skip link comes first and leads to the report', async () => {
    const page = await open('duso-vs-python/index.html', 1440);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.getAttribute("href")')).toBe(
      '#main',
    );
  });

  it('the programs are chosen with the arrow keys, without a script', async () => {
    const page = await open('duso-vs-python/programs/index.html', 1440);
    const visible = async (): Promise<string | null> =>
      page.locator('fieldset.tabs >> nth=0').locator('.pane:visible').getAttribute('data-name');
    await page.locator('fieldset.tabs input >> nth=0').focus();
    expect(await visible()).toBe('Duso');
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toBe('Python threading');
  });
});
