/** Text in lines of a width, in a font that is known. */
import type { Font, Typeface } from './inter.ts';

/**
 * Lines no wider than `width` px, broken after spaces and hyphens, inside a word only where
 * nothing else fits. What exceeds `mostLines` ends in "…".
 */
export function wrapText(
  text: string,
  width: number,
  font: Font,
  mostLines: number,
  typeface: Pick<Typeface, 'width'>,
): readonly string[] {
  const isTooWide = (part: string): boolean => typeface.width(part, font) > width;
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
