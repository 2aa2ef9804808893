/** A published quote with the figure in it that is tested. */
import type { PublishedFigure } from '../../claims/published.ts';

export interface Quoted {
  /** Words of the quote before the figure; the whole quote where the figure isn't in it, or more than once. */
  readonly before: string;
  /** The figure as the quote prints it; else as it is tested, to stand beside the quote. */
  readonly figure?: string;
  readonly after: string;
  /** The figure stands between `before` and `after`. */
  readonly isInside: boolean;
}

/** Where the tested figure stands in its quote: "7x" in "7x faster", the "7.6" of "7.6 s" in "7.6 seconds" and in "7.6s". */
export function quoted({ quote, figure }: Omit<PublishedFigure, 'line'>): Quoted {
  if (figure === undefined) return { before: quote, after: '', isInside: false };
  const number = /^[^a-z]*\d/i.exec(figure)?.[0];
  for (const words of [figure, number]) {
    const at = words === undefined ? undefined : onlyPlace(quote, words, words !== figure);
    if (words === undefined || at === undefined) continue;
    const after = quote.slice(at + words.length);
    return { before: quote.slice(0, at), figure: words, after, isInside: true };
  }
  return { before: quote, figure, after: '', isInside: false };
}

/**
 * Where the words stand alone, not as a part of a longer word or number; undefined for nowhere or several places.
 *
 * @param hasUnit letters may follow at once: those of a unit
 */
function onlyPlace(quote: string, words: string, hasUnit: boolean): number | undefined {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const end = hasUnit ? '(?![\\d-]|[.,]\\d)' : '(?![\\w-]|[.,]\\d)';
  const found = [...quote.matchAll(new RegExp(`(?<![\\w.,~-])${escaped}${end}`, 'g'))];
  return found.length === 1 ? found[0]?.index : undefined;
}
