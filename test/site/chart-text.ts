/** Where the text of drawings stands in a browser: inside, apart, clear of marks, of readable size. */
import type { Page } from 'playwright-core';

/**
 * Troubles of all drawings that are shown on a page, in words; empty where all is well. Boxes
 * are the browser's own, which are higher than the letters: two may touch by a pixel.
 *
 * @param leastPx smallest size of text on the screen
 */
export async function chartTroubles(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate<string[]>(`(${troublesInPage.toString()})(${leastPx})`);
}

/** Spaces the letters as far apart as a wide font has them, DejaVu Sans or Verdana; drawings know their font. */
export async function spaceLetters(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '*:not(svg, svg *) { letter-spacing: 0.07em !important } svg { letter-spacing: normal !important }',
  });
}

/** Runs in the page, so it uses nothing from outside. */
function troublesInPage(leastPx: number): string[] {
  const TOUCH = 1;
  const marks = '.chart-marks > *';
  const meet = (a: DOMRect, b: DOMRect): boolean =>
    a.left < b.right - TOUCH &&
    b.left < a.right - TOUCH &&
    a.top < b.bottom - TOUCH &&
    b.top < a.bottom - TOUCH;
  const isInside = (a: DOMRect, b: DOMRect): boolean =>
    a.left >= b.left - TOUCH &&
    a.right <= b.right + TOUCH &&
    a.top >= b.top - TOUCH &&
    a.bottom <= b.bottom + TOUCH;
  // Heads of tables that are stacked on a phone are clipped away, for screen readers only.
  const clipped = new Map<Element | null, boolean>([[null, false]]);
  const isClipped = (one: Element | null): boolean => {
    const known = clipped.get(one);
    if (known !== undefined) return known;
    const itself = getComputedStyle(one!).clipPath !== 'none' || isClipped(one!.parentElement);
    clipped.set(one, itself);
    return itself;
  };
  const isShown = (one: Element): boolean =>
    one.getBoundingClientRect().width > 0 && !isClipped(one);

  const troubles: string[] = [];
  for (const svg of [...document.querySelectorAll('svg')].filter(isShown)) {
    const frame = svg.getBoundingClientRect();
    const name = svg.querySelector('title')?.textContent ?? svg.getAttribute('class') ?? 'svg';
    const texts = [...svg.querySelectorAll('text')].filter(isShown);
    const boxes = texts.map((one) => one.getBoundingClientRect());
    const shapes = [...svg.querySelectorAll(marks)].map((one) => one.getBoundingClientRect());
    for (const [index, text] of texts.entries()) {
      const box = boxes[index]!;
      const says = (what: string): void => {
        troubles.push(`${name}: "${text.textContent}" ${what}`);
      };
      const px =
        Number.parseFloat(getComputedStyle(text).fontSize) *
        Math.hypot(text.getScreenCTM()?.a ?? 1, text.getScreenCTM()?.b ?? 0);
      if (px < leastPx) says(`is ${px.toFixed(1)} px large`);
      if (!isInside(box, frame)) says('leaves the drawing');
      for (const [other, theirs] of boxes.entries())
        if (other > index && meet(box, theirs)) says(`lies over "${texts[other]!.textContent}"`);
      // The cross of a line that ends is a mark itself.
      const isMark = text.textContent === '✕';
      if (!isMark && shapes.some((shape) => meet(box, shape))) says('lies over a mark');
    }
  }
  return troubles;
}
