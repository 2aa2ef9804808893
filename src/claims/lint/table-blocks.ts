import { startOf, type TreeNode } from '../mdx.ts';
import type { Block, Piece } from './block.ts';

/**
 * A table as blocks: its head, and each row with the column's heading before every cell,
 * since "Winner" above and a name below say together what neither says alone.
 */
export function tableBlocks(table: TreeNode, inlinePieces: (node: TreeNode) => Piece[]): Block[] {
  const [head, ...rows] = (table.children ?? []).map((row) => row.children ?? []);
  const textOf = (cell: TreeNode): Piece[] => (cell.children ?? []).flatMap(inlinePieces);
  const titles = (head ?? []).map(textOf);
  const body = rows.map((cells) =>
    cells.flatMap((cell, index): Piece[] => {
      const place = startOf(cell);
      const title = (titles[index] ?? []).map((piece) => ({ ...piece, ...place }));
      return [...title, { text: ': ', ...place }, ...textOf(cell), { text: ' | ', ...place }];
    }),
  );
  const first = (head ?? []).flatMap((cell) => [
    ...textOf(cell),
    { text: ' | ', ...startOf(cell) },
  ]);
  return [first, ...body];
}
