import type { Piece } from './block.ts';

/** Text inside quotes or backticks of an expression, `{'…'}`: what a page may print of it. */
export function stringLiterals(expression: string, line: number, column: number): Piece[] {
  const code = expression.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1/g)].map((match) => {
    const before = code.slice(0, match.index).split('\n');
    const isFirstLine = before.length === 1;
    const text = match[2] ?? '';
    return {
      text,
      line: line + before.length - 1,
      column: (isFirstLine ? column : 1) + (before.at(-1) ?? '').length + 1,
    };
  });
}
