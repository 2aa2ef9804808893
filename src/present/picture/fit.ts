/** Text that fits its place in the picture: shrunk, then cut. */
import { wrapText, type Font, type Measure } from '../charts/text-metrics.ts';
import type { TextLook } from './svg.ts';

/** The font that the picture brings with it. */
export interface Typeface {
  /** Width of a text in px, of letters that the font has. */
  readonly width: Measure;
  /** Whether it has a glyph for each letter of the text. */
  readonly has: (text: string) => boolean;
}

/** Text of one look; pieces side by side make a line. */
export interface Piece {
  readonly text: string;
  readonly look: TextLook;
}

/** Width in px of pieces side by side. */
export function widthOf(pieces: readonly Piece[], { width }: Typeface): number {
  return pieces.reduce((sum, { text, look }) => sum + width(text, fontOf(look)), 0);
}

/** By how much the lines have to shrink, at most to `least`, so that the widest fits. */
export function shrinkTo(width: number, lines: readonly number[], least: number): number {
  return Math.max(least, Math.min(1, width / Math.max(1, ...lines)));
}

/** The text on one line, with "…" for what doesn't fit. */
export function cutTo(width: number, text: string, look: TextLook, typeface: Typeface): string {
  return wrapText(text, width, fontOf(look), 1, typeface.width)[0] ?? '';
}

/** The pieces on one line: the longest is cut first, and another one only where that isn't enough. */
export function cutPieces(width: number, pieces: readonly Piece[], typeface: Typeface): Piece[] {
  const cut = [...pieces];
  const bySize = pieces
    .map((piece, index) => ({ index, own: widthOf([piece], typeface) }))
    .sort((a, b) => b.own - a.own);
  for (const { index, own } of bySize) {
    const excess = widthOf(cut, typeface) - width;
    if (excess <= 0) break;
    const { text, look } = cut[index]!;
    cut[index] = { text: cutTo(own - excess, text, look, typeface), look };
  }
  return cut;
}

/** The pieces in a size that is a share of their own. */
export function shrunk(pieces: readonly Piece[], share: number): Piece[] {
  return pieces.map(({ text, look }) => ({
    text,
    look: { ...look, size: Math.floor(look.size * share * 10) / 10 },
  }));
}

function fontOf({ size, weight = 400 }: TextLook): Font {
  return { size, weight };
}
