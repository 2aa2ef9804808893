/** Strings of a YAML text as blocks of prose. */
import { isPair, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { Block } from './block.ts';

/**
 * @param firstLine line of the text's own first line in its file
 * @param isProse whether the strings under a key are prose
 */
export function yamlBlocks(
  text: string,
  firstLine: number,
  isProse: (key: string) => boolean = () => true,
): Block[] {
  const lines = new LineCounter();
  const blocks: Block[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Scalar(place, scalar, path) {
      if (place === 'key' || typeof scalar.value !== 'string') return;
      const key = keyAbove(path);
      if (!isProse(key)) return;
      const { line, col } = lines.linePos(scalar.range?.[0] ?? 0);
      const piece = { text: scalar.value, line: firstLine + line - 1, column: col };
      blocks.push([TITLES.has(key) ? { ...piece, isTitle: true } : piece]);
    },
  });
  return blocks;
}

/** Keys of front matter whose strings name a report, a case or a kind of work. */
const TITLES: ReadonlySet<string> = new Set(['title', 'words']);

function keyAbove(path: readonly unknown[]): string {
  const pair = path.findLast((one) => isPair(one));
  const key = pair?.key as Node | undefined;
  return isScalar(key) ? String(key.value) : '';
}
