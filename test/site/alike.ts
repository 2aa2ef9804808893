/** Pages repeat themselves: hundreds of runs in a list, rows in a table, marks in a chart. */
import type { Page } from 'playwright-core';

/**
 * Takes out of a page what is made like two things that came before it in the same place: of the same
 * elements with the same attributes, whatever they say and wherever they lead. What holds of those two
 * holds of the others. (Two, since the rows of a table may differ by turns.)
 */
export async function removeAlike(page: Page): Promise<void> {
  await page.evaluate(`(${removeInPage.toString()})()`);
}

/** Runs in the page, so it uses nothing from outside. */
function removeInPage(): void {
  const KEPT = 2;
  /** Without these a page is still whole; a table that lost a cell is not. */
  const repeated = 'tr, li, details, figure, svg *, pre *';
  const ofItsOwn = ['id', 'href', 'aria-label', 'd', 'transform', 'points', 'data-name'];
  const isOwn = (name: string): boolean =>
    ofItsOwn.includes(name) || /^(c?[xy][12]?|width|height)$/.test(name);
  const shapes = new Map<Element, string>();
  const counts = new Map<string, number>();

  const shapeOf = (one: Element): string => {
    const attributes = [...one.attributes].map(
      ({ name, value }) => `${name}=${isOwn(name) ? value !== '' : value}`,
    );
    const says = [...one.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
    );
    const inside = [...one.children].map(shapeOf);
    const shape = `${one.localName}[${attributes.join()}]${says}(${inside.join()})`;
    shapes.set(one, shape);
    return shape;
  };

  const visit = (one: Element, path: string): void => {
    const place = `${path}>${shapes.get(one)!}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count > KEPT && one.matches(repeated)) return one.remove();
    const below = `${path}>${one.localName}.${one.getAttribute('class')}`;
    for (const child of [...one.children]) visit(child, below);
  };

  shapeOf(document.body);
  visit(document.body, '');
}
