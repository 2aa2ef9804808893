/** Colours and shapes of contestants: nothing is known by colour alone. */
import type { Mark, Slot } from '../charts/types.ts';

interface Shape {
  /** In Vega's words. */
  readonly name: 'circle' | 'triangle-up' | 'square' | 'diamond' | 'cross' | 'triangle-down';
  /** The same shape in a box of 10 × 10, for glyphs in HTML. */
  readonly path: string;
}

const shapes: Readonly<Record<Slot, Shape>> = {
  1: { name: 'circle', path: 'M5 .2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z' },
  2: { name: 'triangle-up', path: 'M5 .3L10.4 9.7H-.4z' },
  3: { name: 'square', path: 'M.7 .7h8.6v8.6H.7z' },
  4: { name: 'diamond', path: 'M5-.6L10.6 5L5 10.6L-.6 5z' },
  5: { name: 'cross', path: 'M2.9-.3h4.2v3.2h3.2v4.2H7.1v3.2H2.9V7.1H-.3V2.9h3.2z' },
  6: { name: 'triangle-down', path: 'M5 9.7L-.4 .3h10.8z' },
};

/** The paint of a contestant: a custom property, so that dark mode is a matter of CSS. */
function colourOf(mark: Mark): string {
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

/** Vega's scales of the looks of these contestants, by their names. */
export function scalesOf(marks: readonly Mark[]) {
  const domain = marks.map(nameBesideMark);
  const scale = <T>(valueOf: (mark: Mark) => T) => ({ domain, range: marks.map(valueOf) });
  return {
    colour: scale(colourOf),
    // The rim in the page's colour keeps marks apart from lines.
    fill: scale((mark) => (mark.hollow === true ? 'var(--paper)' : colourOf(mark))),
    rim: scale((mark) => (mark.hollow === true ? colourOf(mark) : 'var(--paper)')),
    shape: scale((mark) => shapes[mark.slot].name),
    dash: scale(({ number }) => (number === undefined ? [1, 0] : [5 * number, 4])),
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
