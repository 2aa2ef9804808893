/** Markdown of our own as plain text, for a terminal: what present/markdown-text.ts escapes reads as it was written. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#124;': '|',
  '&#36;': '$',
};

/** Lines without signs of Markdown; a table stands in columns. */
export function plainMarkdown(markdown: string): string {
  const blocks: string[][] = [];
  for (const line of markdown.split('\n')) {
    const last = blocks.at(-1);
    if (last !== undefined && isRow(line) === isRow(last[0]!)) last.push(line);
    else blocks.push([line]);
  }
  return blocks
    .flatMap((lines) => (isRow(lines[0]!) ? columns(lines) : lines.map(plainLine)))
    .join('\n');
}

function isRow(line: string): boolean {
  return line.startsWith('| ');
}

function plainLine(line: string): string {
  // What stands in backticks has no escapes.
  return line
    .replace(/^#+ /, '')
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`') && part.endsWith('`') ? part.slice(1, -1) : unescaped(part),
    )
    .join('');
}

/** Text outside of code: an escaped star is a star, another one makes letters bold. */
function unescaped(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replace(/\\([\\`*_[\]~])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '')
    .replace(/&(?:amp|lt|gt|#124|#36);/g, (entity) => ENTITIES[entity] ?? entity);
}

function columns(lines: readonly string[]): string[] {
  const rows = lines
    .map((line) => line.slice(2, -2).split(' | ').map(plainLine))
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
