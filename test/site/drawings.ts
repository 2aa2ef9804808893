/** What a drawing says: as text, or by where its marks are. */
import type { ElementNode } from 'ultrahtml';
import { all, elementsIn, hasClass, isElement, textOf } from './nodes.ts';

/** A line for what stands as text at one height. */
export function linesOf(svg: ElementNode): string[] {
  const lines = new Map<number, string[]>();
  for (const node of all(svg)) {
    if (node.name !== 'text') continue;
    const y = Math.round(heightOf(node));
    lines.set(y, [...(lines.get(y) ?? []), textOf(node)]);
  }
  return [...lines.values()].map((texts) => texts.join(' '));
}

/** The height at which a text is drawn: the translations above it, added up. */
function heightOf(node: ElementNode): number {
  const own = /translate\(\s*[-\d.e]+[ ,]+([-\d.e]+)\s*\)/.exec(node.attributes['transform'] ?? '');
  const here = Number(own?.[1] ?? 0) + Number(node.attributes['y'] ?? 0);
  return isElement(node.parent) ? here + heightOf(node.parent) : here;
}

/** A strip of runs: every mark with its places, in percent. Empty where nothing is placed in percent. */
export function stripWords(svg: ElementNode): string {
  return all(svg)
    .map((node) => ({ node, places: placesOf(node).filter((place) => place < 100) }))
    .filter(({ places }) => places.length > 0)
    .map(({ node, places }) => [nameOf(node), ...places].join(' '))
    .join(', ');
}

/** Who has which side of a table's beams, read from its head. */
export interface Sides {
  readonly left: string;
  readonly right: string;
  /** Class of the marks of the left side's colour. */
  readonly leftColour: string;
}

export function sidesOf(table: ElementNode): Sides | undefined {
  const head = all(table).find((node) => hasClass(node, 'beam-h'));
  const [left, right] = head === undefined ? [] : elementsIn(head);
  if (left === undefined || right === undefined) return undefined;
  const titleOf = (node: ElementNode): string => textOf(node).replace(/ ahead|[◂▸ ]/g, '');
  const leftColour = /\bc\d\b/.exec(left.attributes['class'] ?? '')?.[0] ?? '';
  return { left: titleOf(left), right: titleOf(right), leftColour };
}

/** The scale itself, and what hangs where there is no number, are on the same side whoever is ahead. */
const SCALE = ['tick', 'one', 'band', 'dash'];
const MIDDLE = 50;

/**
 * A beam in words: in whose colour it is drawn, and on whose side, how far from the middle, each of
 * its marks is. Empty for a beam on which nothing hangs.
 */
export function beamWords(svg: ElementNode, { left, right, leftColour }: Sides): string {
  const side = (place: number): string => {
    if (place === MIDDLE) return 'middle';
    return `${place < MIDDLE ? left : right} ${Math.abs(place - MIDDLE).toFixed(2)}`;
  };
  const marks = all(svg)
    .filter((node) => !SCALE.some((name) => hasClass(node, name)))
    .map((node) => ({ node, places: placesOf(node) }))
    .filter(({ places }) => places.length > 0)
    .map(({ node, places }) => {
      const fromMiddle = places.toSorted((a, b) => Math.abs(a - MIDDLE) - Math.abs(b - MIDDLE));
      return `${nameOf(node)} ${fromMiddle.map(side).join(' to ')}`;
    });
  if (marks.length === 0) return '';
  const colour = /\bc\d\b/.exec(svg.attributes['class'] ?? '')?.[0];
  const whose = colour === undefined ? 'nobody' : colour === leftColour ? left : right;
  return [`colour of ${whose}`, ...marks].join(', ');
}

function nameOf({ name, attributes }: ElementNode): string {
  return attributes['class'] ?? name;
}

/** Where an element is along its drawing, in percent: its middle, or both ends. */
function placesOf({ attributes }: ElementNode): number[] {
  const percent = (name: string): number | undefined => {
    const value = attributes[name] ?? '';
    return value.endsWith('%') ? Number(value.slice(0, -1)) : undefined;
  };
  const from = percent('x');
  const width = percent('width');
  const end = from === undefined || width === undefined ? undefined : from + width;
  return [percent('cx'), percent('x1'), percent('x2'), from, end].filter(
    (place) => place !== undefined,
  );
}
