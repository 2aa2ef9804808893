/** Colours and shapes of contestants: nothing is known by colour alone. */
import type { SymbolItem } from './layers.ts';
import type { Mark, Slot } from './types.ts';

/** In Vega's words. */
export type ShapeName = 'circle' | 'triangle-up' | 'square' | 'diamond' | 'cross' | 'triangle-down';

interface Shape {
  readonly name: ShapeName;
  /** Side of Vega's box that makes the shape look as large as the others, in px, for a 10 px glyph. */
  readonly side: number;
  /** The same shape in a box of 10 × 10, for glyphs in HTML. */
  readonly path: string;
}

const shapes: Readonly<Record<Slot, Shape>> = {
  1: { name: 'circle', side: 9.6, path: 'M5 .2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z' },
  2: { name: 'triangle-up', side: 10.8, path: 'M5 .3L10.4 9.7H-.4z' },
  3: { name: 'square', side: 8.6, path: 'M.7 .7h8.6v8.6H.7z' },
  4: { name: 'diamond', side: 11.2, path: 'M5-.6L10.6 5L5 10.6L-.6 5z' },
  5: { name: 'cross', side: 10.6, path: 'M2.9-.3h4.2v3.2h3.2v4.2H7.1v3.2H2.9V7.1H-.3V2.9h3.2z' },
  6: { name: 'triangle-down', side: 10.8, path: 'M5 9.7L-.4 .3h10.8z' },
};

export function shapeOf(mark: Mark): ShapeName {
  return shapes[mark.slot].name;
}

/** The paint of a contestant: a custom property, so that dark mode is a matter of CSS. */
export function colourOf(mark: Mark): string {
  return `var(--c${mark.slot})`;
}

/** Path data for `<svg viewBox="0 0 10 10">`: the shape of the charts, for glyphs beside names. */
export function glyphPath(mark: Mark): string {
  return shapes[mark.slot].path;
}

/** A contestant's name beside its shape, behind the number that tells it from others of this shape. */
export function nameBesideMark({ number, label }: Mark): string {
  return number === undefined ? label : `${number}\u00a0${label}`;
}

/** The line of a contestant whose shape others have too: its dashes are its number's. */
export function dashOf({ number }: Mark): { readonly dash?: readonly number[] } {
  return number === undefined ? {} : { dash: [5 * number, 4] };
}

/**
 * The contestant's shape in a chart.
 *
 * @param x, y its middle
 * @param overLines with a rim in the page's colour, for marks that lie on lines
 */
export function symbolOf(mark: Mark, x: number, y: number, overLines = false): SymbolItem {
  const { name, side } = shapes[mark.slot];
  const colour = colourOf(mark);
  if (mark.hollow === true) {
    const size = (side - 1) ** 2;
    return { x, y, shape: name, size, fill: 'var(--paper)', stroke: colour, strokeWidth: 1.8 };
  }
  const rim = overLines
    ? { size: (side + 1.5) ** 2, stroke: 'var(--paper)', strokeWidth: 1.5 }
    : { size: side ** 2, stroke: 'none', strokeWidth: 0 };
  return { x, y, shape: name, fill: colour, ...rim };
}

/** No difference shown: a hollow grey ring, of no contestant. */
export function ringAt(x: number, y: number): SymbolItem {
  const ink = 'var(--ink-2)';
  return {
    x,
    y,
    shape: 'circle',
    size: 8.4 ** 2,
    fill: 'var(--paper)',
    stroke: ink,
    strokeWidth: 1.8,
  };
}

/**
 * Checks that a chart's marks can be told apart.
 *
 * @throws RangeError if two contestants of a chart share slot, form and number
 */
export function checkMarks(chartId: string, marks: readonly Mark[]): void {
  const seen = new Map<string, string>();
  for (const mark of marks) {
    const form = mark.hollow === true ? 'outlined' : 'filled';
    const look = [mark.slot, form, mark.number].join(' ').trim();
    const other = seen.get(look);
    if (other !== undefined && other !== mark.contestant) {
      throw new RangeError(
        `Chart ${chartId}: ${other} and ${mark.contestant} would look the same (slot ${look}): assignLooks gives each a look of its own.`,
      );
    }
    seen.set(look, mark.contestant);
  }
}
