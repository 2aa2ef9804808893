/** Pieces of a picture's SVG. Positions are in px; paint is a CSS variable, resolved when it is drawn. */
import { xmlText } from '../feeds/xml.ts';

export interface TextLook {
  readonly size: number;
  readonly weight?: 400 | 600;
  /** A CSS variable: `--ink`. */
  readonly paint?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text, its baseline at `y`. */
export function textAt(x: number, y: number, text: string, look: TextLook): string {
  return `<text x="${x}" y="${y}" ${looks(look)}>${xmlText(text)}</text>`;
}

/** One line whose pieces look different, one after the other. */
export function piecesAt(
  x: number,
  y: number,
  pieces: readonly { readonly text: string; readonly look: TextLook }[],
): string {
  const spans = pieces.map(({ text, look }) => `<tspan ${looks(look)}>${xmlText(text)}</tspan>`);
  return `<text x="${x}" y="${y}" xml:space="preserve">${spans.join('')}</text>`;
}

/** A straight line. */
export function lineAt(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  paint: string,
  more = '',
): string {
  return `<line x1="${round(x1)}" y1="${y1}" x2="${round(x2)}" y2="${y2}" stroke="var(${paint})" ${more}/>`;
}

/** To hundredths of a px: the same bytes on every machine. */
export function round(px: number): number {
  return Math.round(px * 100) / 100;
}

function looks({ size, weight = 400, paint = '--ink', anchor = 'start' }: TextLook): string {
  return `font-size="${size}" font-weight="${weight}" fill="var(${paint})" text-anchor="${anchor}"`;
}
