/** Walks through a page with the Tab key. */
import type { Page } from 'playwright-core';

interface Stop {
  /** What has the focus, in words. */
  readonly name: string;
  readonly isRinged: boolean;
  readonly isInView: boolean;
}

/** Enough for any page; a page whose focus never leaves is caught in a trap. */
const MOST_STOPS = 2000;
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
/** So often the key is pressed before the page is asked again whether the focus has left it. */
const AT_A_TIME = 20;

/**
 * All places where the focus stops, in order, until it leaves the page. A page that
 * scrolls smoothly is still on its way when it is looked at: ask for reduced motion before.
 *
 * @throws Error where the focus doesn't leave it
 */
export async function tabThrough(page: Page): Promise<Stop[]> {
  await page.evaluate(`(${watchInPage.toString()})(${stopInPage.toString()})`);
  const protocol = await page.context().newCDPSession(page);
  for (let pressed = 0; pressed < MOST_STOPS; pressed += AT_A_TIME) {
    // In order, each without waiting for the answer to the one before.
    const types = Array.from({ length: AT_A_TIME }, () => ['keyDown', 'keyUp'] as const).flat();
    await Promise.all(
      types.map((type) => protocol.send('Input.dispatchKeyEvent', { type, ...TAB })),
    );
    const stops = await page.evaluate<(Stop | null)[]>('window.stops');
    const left = stops.indexOf(null);
    if (left >= 0) return stops.slice(0, left) as Stop[];
  }
  throw new Error(`The focus does not leave the page after ${MOST_STOPS} stops.`);
}

/**
 * Runs in the page. Where a key has led is looked at when it is let go: then the page has scrolled.
 * A stop of null is none: the focus has left the page.
 */
function watchInPage(stop: () => Stop | null): void {
  const stops: (Stop | null)[] = [];
  Object.assign(window, { stops });
  (document.activeElement as HTMLElement | null)?.blur();
  addEventListener('keyup', () => stops.push(stop()), true);
}

/** Runs in the page, so it uses nothing from outside. */
function stopInPage(): Stop | null {
  const focused = document.activeElement;
  // Back at the start: a marker keeps the first element from being counted twice.
  if (focused === null || focused === document.body || focused.hasAttribute('data-stopped'))
    return null;
  focused.setAttribute('data-stopped', '');
  // A tab is a hidden radio button: its label shows the focus.
  const seen = focused.matches('.tabs input') ? focused.nextElementSibling! : focused;
  const style = getComputedStyle(seen);
  const box = seen.getBoundingClientRect();
  const bar = document.querySelector('.toc-top');
  const cover = bar?.contains(seen) === false ? bar.getBoundingClientRect() : undefined;
  const isCovered = cover !== undefined && box.top >= cover.top && box.bottom <= cover.bottom;
  const inWindow =
    box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  return {
    name: `${focused.tagName.toLowerCase()} ${focused.id} "${(focused.textContent ?? '').trim().slice(0, 40)}"`,
    isRinged: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    isInView: inWindow && !isCovered && box.width > 0,
  };
}
