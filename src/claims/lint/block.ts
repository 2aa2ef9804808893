/** A stretch of prose with the places that it comes from. */

export interface Piece {
  readonly text: string;
  /** Where the piece begins in its file, both from 1. */
  readonly line: number;
  readonly column: number;
  /** Code: it may name a contestant, and says nothing else. */
  readonly isCode?: true;
  /** Of a title or heading: it may say how large the work is. */
  readonly isTitle?: true;
}

/** One paragraph, heading, caption, alt text, table row or front matter string. */
export type Block = readonly Piece[];

export interface JoinedBlock {
  /** All of it, on one line. */
  readonly text: string;
  /** The same length, code blanked out. */
  readonly prose: string;
}

/** A block as text. Line breaks inside a paragraph are spaces to the reader, so they end no sentence. */
export function joinBlock(block: Block): JoinedBlock {
  const text = block.map((piece) => onOneLine(piece.text)).join('');
  const prose = block
    .map((piece) => (piece.isCode === true ? '_'.repeat(piece.text.length) : onOneLine(piece.text)))
    .join('');
  return { text, prose };
}

/** Line and column of an offset into the joined text. */
export function placeInBlock(block: Block, offset: number): { line: number; column: number } {
  let passed = 0;
  for (const piece of block) {
    if (offset < passed + piece.text.length) return placeInPiece(piece, offset - passed);
    passed += piece.text.length;
  }
  const last = block.at(-1);
  return { line: last?.line ?? 1, column: last?.column ?? 1 };
}

function placeInPiece(piece: Piece, offset: number): { line: number; column: number } {
  const before = piece.text.slice(0, offset).split('\n');
  const last = before.at(-1) ?? '';
  const isFirstLine = before.length === 1;
  return {
    line: piece.line + before.length - 1,
    column: isFirstLine ? piece.column + last.length : last.length + 1,
  };
}

function onOneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
