/**
 * How wide text will be. The reader's font is unknown when the page is built, so widths
 * come from Helvetica's table (Adobe's font metrics, in 1/1000 of the size), with room
 * for wider system fonts.
 */
import { THIN_SPACE } from '../format/number.ts';

/** Room for fonts wider than Helvetica: Inter, Segoe UI, DejaVu Sans. */
const ROOM = 1.18;
/** Semibold against regular, in the widest of these fonts. */
const BOLD = 1.12;
const BOLD_FROM = 600;

/** Space to "~": U+0020 to U+007E. */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Narrow letters that DejaVu Sans Bold has wider still: its widths, less the two factors. */
const narrow: Readonly<Record<string, number>> = {
  '!': 345,
  '"': 394,
  "'": 232,
  '(': 346,
  ')': 346,
  '*': 396,
  '+': 634,
  ',': 288,
  '.': 288,
  ':': 303,
  ';': 303,
  '<': 634,
  '=': 634,
  '>': 634,
  I: 281,
  '[': 346,
  ']': 346,
  f: 329,
  i: 260,
  j: 260,
  k: 503,
  l: 260,
  r: 373,
  t: 362,
  '{': 539,
  '}': 539,
  '~': 634,
};
const others: Readonly<Record<string, number>> = {
  '\u00a0': 278,
  [THIN_SPACE]: 200,
  '·': 288,
  '±': 634,
  '×': 634,
  µ: 556,
  '–': 556,
  '…': 1000,
  '−': 634,
  '≥': 634,
  '≤': 634,
  '◂': 700,
  '▸': 700,
  '✕': 850,
};
const UNKNOWN = 722;
const IDEOGRAPH = 1000;
const FIRST_IDEOGRAPH = 0x2e80;

export interface Font {
  /** In px. */
  readonly size: number;
  readonly weight: number;
}

/** Width in px that the text takes in the widest font we expect. */
export function textWidth(text: string, font: Font): number {
  let units = 0;
  for (const character of text) units += characterWidth(character);
  const weight = font.weight >= BOLD_FROM ? BOLD : 1;
  return (units / 1000) * font.size * weight * ROOM;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const known = others[character] ?? narrow[character] ?? ascii[code - 32];
  if (known !== undefined) return known;
  return code >= FIRST_IDEOGRAPH ? IDEOGRAPH : UNKNOWN;
}

/** Width of a text in px. */
export type Measure = (text: string, font: Font) => number;

/** The widest of several texts; 0 for none. */
export function widestText(texts: readonly string[], font: Font): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, font)));
}

/**
 * Lines no wider than `width`, broken after spaces and hyphens, inside a word only where
 * nothing else fits. What exceeds `mostLines` ends in "…": the whole text stands in the
 * chart's description and table.
 *
 * @param measure exact widths where the font is known
 */
export function wrapText(
  text: string,
  width: number,
  font: Font,
  mostLines = Infinity,
  measure: Measure = textWidth,
): readonly string[] {
  const isTooWide = (part: string): boolean => measure(part, font) > width;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, isTooWide)) {
    const longer = line + piece;
    if (line !== '' && isTooWide(longer.trimEnd())) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line = longer;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  const last = kept.pop() ?? '';
  return [...kept, withEllipsis(last, isTooWide)];
}

/** Words with the space or hyphen that ends them; words wider than a line in single characters. */
function piecesOf(text: string, isTooWide: (part: string) => boolean): readonly string[] {
  const words = text.match(/[^ -]*[ -]+|[^ -]+/g) ?? [];
  return words.flatMap((word) => (isTooWide(word.trimEnd()) ? [...word] : [word]));
}

function withEllipsis(text: string, isTooWide: (part: string) => boolean): string {
  const kept = [...text];
  while (kept.length > 0 && isTooWide(`${kept.join('')}…`)) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
