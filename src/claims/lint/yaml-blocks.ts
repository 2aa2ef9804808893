/** Strings of a YAML text as blocks of prose. */
import { isPair, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { Block } from './block.ts';

/**
 * @param firstLine line of the text's own first line in its file
 * @param wanted keys whose strings are prose; absent: all
 */
export function yamlBlocks(text: string, firstLine: number, wanted?: ReadonlySet<string>): Block[] {
  const lines = new LineCounter();
  const blocks: Block[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Scalar(place, scalar, path) {
      if (place === 'key' || typeof scalar.value !== 'string') return;
      if (wanted !== undefined && !wanted.has(keyAbove(path))) return;
      const { line, col } = lines.linePos(scalar.range?.[0] ?? 0);
      blocks.push([{ text: scalar.value, line: firstLine + line - 1, column: col }]);
    },
  });
  return blocks;
}

function keyAbove(path: readonly unknown[]): string {
  const pair = path.findLast((one) => isPair(one));
  const key = pair?.key as Node | undefined;
  return isScalar(key) ? String(key.value) : '';
}
