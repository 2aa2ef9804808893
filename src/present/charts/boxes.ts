/** Boxes of text, and where a free one is: labels that never lie over each other. */
import { textWidth, type Font } from './text-metrics.ts';

/** In px; `top` < `bottom`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The box of one line of text whose baseline starts at `x`, `y`. */
export function textBox(x: number, y: number, text: string, font: Font): Box {
  const right = x + textWidth(text, font);
  return { left: x, right, top: y - 0.8 * font.size, bottom: y + 0.25 * font.size };
}

export function boxAround(place: Place, reach: number): Box {
  const { x, y } = place;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points every few px along a line from place to place. */
export function pointsAlong(places: readonly Place[]): readonly Place[] {
  const step = 6;
  return places.slice(1).flatMap((to, i) => {
    const from = places[i] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const count = Math.max(1, Math.ceil(length / step));
    return Array.from({ length: count + 1 }, (_, k) => ({
      x: from.x + ((to.x - from.x) * k) / count,
      y: from.y + ((to.y - from.y) * k) / count,
    }));
  });
}

/**
 * Tops of boxes in one column, each as near as can be to where it wants to be, none over
 * another, all between `top` and `bottom` where they fit. Boxes that push each other share
 * the push: a group stands at the mean of what its members want.
 *
 * @param boxes in rising order of `wanted`
 */
export function stack(
  boxes: readonly { readonly wanted: number; readonly height: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  const groups: { heights: number[]; firstWanted: number[]; top: number; height: number }[] = [];
  for (const { wanted, height } of boxes) {
    let group = { heights: [height], firstWanted: [wanted], top: wanted, height };
    settle(group, top, bottom);
    let above = groups.at(-1);
    while (above !== undefined && above.top + above.height > group.top) {
      groups.pop();
      const shift = above.height;
      group = {
        heights: [...above.heights, ...group.heights],
        firstWanted: [...above.firstWanted, ...group.firstWanted.map((each) => each - shift)],
        top: 0,
        height: above.height + group.height,
      };
      settle(group, top, bottom);
      above = groups.at(-1);
    }
    groups.push(group);
  }
  return groups.flatMap((group) => {
    let next = group.top;
    return group.heights.map((height) => {
      const place = next;
      next += height;
      return place;
    });
  });
}

/** `firstWanted`: where each member would have the group's first box. */
function settle(
  group: { readonly firstWanted: readonly number[]; top: number; readonly height: number },
  top: number,
  bottom: number,
): void {
  const sum = group.firstWanted.reduce((total, each) => total + each, 0);
  const mean = sum / group.firstWanted.length;
  group.top = Math.max(top, Math.min(bottom - group.height, mean));
}

/** Crossing a line costs as much as this distance in px. */
const COST_OF_CROSSING = 25;
const STEP = 4;

/**
 * The free place for a box nearest to an anchor: never over `taken`, over lines only if
 * there is no better place. Undefined where nothing is free.
 *
 * @param lines points along the lines to keep clear of
 * @returns left and top
 */
export function findPlace(
  size: { readonly width: number; readonly height: number },
  anchor: Place,
  area: Box,
  taken: readonly Box[],
  lines: readonly Place[],
): Place | undefined {
  let best: { readonly place: Place; readonly cost: number } | undefined;
  for (let y = area.top; y + size.height <= area.bottom; y += STEP) {
    for (let x = area.left; x + size.width <= area.right; x += STEP) {
      const box = { left: x, right: x + size.width, top: y, bottom: y + size.height };
      const near = distance(anchor, box);
      if (best !== undefined && near >= best.cost) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      const crossed = lines.filter((point) => contains(box, point)).length;
      const cost = near + crossed * COST_OF_CROSSING;
      if (best === undefined || cost < best.cost) best = { place: { x, y }, cost };
    }
  }
  return best?.place;
}

function contains(box: Box, point: Place): boolean {
  return (
    point.x > box.left - 3 && point.x < box.right + 3 && point.y > box.top && point.y < box.bottom
  );
}

function distance(from: Place, box: Box): number {
  const dx = Math.max(box.left - from.x, 0, from.x - box.right);
  const dy = Math.max(box.top - from.y, 0, from.y - box.bottom);
  return Math.hypot(dx, dy);
}
