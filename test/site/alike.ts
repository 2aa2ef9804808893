/** Pages repeat themselves: hundreds of runs in a list, rows in a table, marks in a chart. */
import type { Page } from 'playwright-core';

/**
 * Takes out of a page what is made like two things that stand before it in the same parent: of the same
 * elements with the same attributes, whatever they say and wherever they lead. What holds of those two
 * holds of the others. (Two, since the rows of a table may differ by turns.)
 */
export async function removeAlike(page: Page): Promise<void> {
  await page.evaluate(`(${removeInPage.toString()})()`);
}

/**
 * Whether a page has an element that was not seen yet in such a parent: of that name, class, role and
 * attributes. Those that it has are seen from then on.
 */
export async function addsShapes(page: Page, seen: Set<string>): Promise<boolean> {
  const shapes = await page.evaluate<string[]>(`(${shapesInPage.toString()})()`);
  const before = seen.size;
  for (const shape of shapes) seen.add(shape);
  return seen.size > before;
}

/** Runs in the page, so it uses nothing from outside. */
function shapesInPage(): string[] {
  const shapeOf = (one: Element | null): string =>
    one === null
      ? ''
      : `${one.localName}.${one.getAttribute('class')}.${one.getAttribute('role')}[${one.getAttributeNames().join()}]`;
  const all = [...document.querySelectorAll('*')];
  return [...new Set(all.map((one) => `${shapeOf(one.parentElement)}>${shapeOf(one)}`))];
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

  const visit = (parent: Element): void => {
    const counts = new Map<string, number>();
    for (const child of [...parent.children]) {
      const shape = shapes.get(child)!;
      const count = (counts.get(shape) ?? 0) + 1;
      counts.set(shape, count);
      if (count > KEPT && child.matches(repeated)) child.remove();
      else visit(child);
    }
  };

  shapeOf(document.body);
  visit(document.body);
}
