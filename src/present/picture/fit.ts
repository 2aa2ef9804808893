/** Text sizes that fit a column of the picture. */
import { textWidth, wrapText } from '../charts/text-metrics.ts';

/** The picture brings its font with it; `textWidth` allows for wider ones. */
const SHARE_OF_WIDEST = 0.93;

/** Width in px of pieces side by side, in the picture's font. */
export function widthOf(
  pieces: readonly { readonly text: string; readonly size: number; readonly weight?: number }[],
): number {
  const widths = pieces.map(({ text, size, weight = 400 }) => textWidth(text, { size, weight }));
  return SHARE_OF_WIDEST * widths.reduce((sum, one) => sum + one, 0);
}

/** By how much the lines have to shrink, at most to `least`, so that the widest fits. */
export function shrinkTo(width: number, lines: readonly number[], least: number): number {
  return Math.max(least, Math.min(1, width / Math.max(1, ...lines)));
}

/** The text on one line, with "…" for what doesn't fit. */
export function cutTo(width: number, text: string, size: number): string {
  return wrapText(text, width / SHARE_OF_WIDEST, { size, weight: 400 }, 1)[0] ?? '';
}
