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

/**
 * Gives each text of a drawing this much more width than Helvetica takes, whose widths the
 * drawings are laid out with: what a reader's wider font would do.
 */
export async function widenTexts(page: Page, share: number): Promise<void> {
  const helvetica = "svg text { font-family: Helvetica, Arial, 'Liberation Sans', sans-serif }";
  await page.addStyleTag({ content: helvetica });
  await page.evaluate(`(${widenInPage.toString()})(${share})`);
}

/** Lets the whole page use another font. */
export async function useFont(page: Page, family: string): Promise<void> {
  await page.addStyleTag({ content: `html { --sans: ${family} }` });
}

/** Runs in the page, so it uses nothing from outside. */
function widenInPage(share: number): void {
  for (const text of document.querySelectorAll<SVGTextElement>('svg text')) {
    const svg = text.ownerSVGElement;
    // A drawing that isn't shown has no widths: it is shown for the moment.
    svg?.style.setProperty('display', 'block', 'important');
    const spacing = (text.getComputedTextLength() * share) / (text.textContent?.length || 1);
    svg?.style.removeProperty('display');
    text.style.letterSpacing = `${spacing}px`;
  }
}

/** Runs in the page, so it uses nothing from outside. */
function troublesInPage(leastPx: number): string[] {
  const TOUCH = 1;
  const marks = ['runs', 'intervals', 'medians', 'marks', 'cross', 'arrow', 'glyphs']
    .map((layer) => `.chart-${layer} > *`)
    .join(', ');
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
  const isClipped = (one: Element | null): boolean =>
    one !== null && (getComputedStyle(one).clipPath !== 'none' || isClipped(one.parentElement));
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
      const px = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1);
      if (px < leastPx) says(`is ${px.toFixed(1)} px large`);
      if (!isInside(box, frame)) says('leaves the drawing');
      for (const [other, theirs] of boxes.entries())
        if (other > index && meet(box, theirs)) says(`lies over "${texts[other]!.textContent}"`);
      if (shapes.some((shape) => meet(box, shape))) says('lies over a mark');
    }
  }
  return troubles;
}
