/** Text that fits its place in the picture: shrunk, then cut. */
import type { Font, Typeface } from '../../typeface/inter.ts';
import { wrapText } from '../../typeface/wrap.ts';
import type { TextLook } from './svg.ts';

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
  return wrapText(text, width, fontOf(look), 1, typeface)[0] ?? '';
}

/** The pieces on one line: those that are wider than their fair share of it are cut to that. */
export function cutPieces(width: number, pieces: readonly Piece[], typeface: Typeface): Piece[] {
  const widths = pieces.map((piece) => widthOf([piece], typeface));
  const most = fairShare(width, widths);
  return pieces.map((piece, index) => {
    const { text, look } = piece;
    return widths[index]! <= most ? piece : { text: cutTo(most, text, look, typeface), look };
  });
}

/** The most that each may have, so that all fit: what the narrow ones leave is the wide ones'. */
function fairShare(width: number, widths: readonly number[]): number {
  let left = width;
  for (const [index, own] of [...widths].sort((a, b) => a - b).entries()) {
    const share = left / (widths.length - index);
    if (own > share) return share;
    left -= own;
  }
  return Infinity;
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
