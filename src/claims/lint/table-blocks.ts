import type { TreeNode } from '../mdx.ts';
import type { Block, Piece } from './block.ts';

/**
 * A table as blocks: its head, and each row with the column's heading before every cell,
 * since "Winner" above and a name below say together what neither says alone.
 */
export function tableBlocks(table: TreeNode, inlinePieces: (node: TreeNode) => Piece[]): Block[] {
  const [head, ...rows] = table.children ?? [];
  const titles = (head?.children ?? []).map((cell) => (cell.children ?? []).flatMap(inlinePieces));
  const body = rows.map((row) =>
    (row.children ?? []).flatMap((cell, index): Piece[] => {
      const text = (cell.children ?? []).flatMap(inlinePieces);
      const start = cell.position?.start ?? { line: 1, column: 1 };
      const place = { line: start.line, column: start.column };
      const title = (titles[index] ?? []).map((piece) => ({ ...piece, ...place }));
      return [...title, { text: ': ', ...place }, ...text, { text: ' | ', ...place }];
    }),
  );
  return [titles.flatMap((title) => [...title, { text: ' | ', line: 1, column: 1 }]), ...body];
}
