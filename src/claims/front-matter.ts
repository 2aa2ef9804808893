/** The front matter of a Markdown text: the lines between "---" at its top and the next "---". */
export type FrontMatter =
  | {
      readonly state: 'there';
      /** Its lines; they begin on line 2 of the file. */
      readonly yaml: string;
      /** Line of the "---" that ends it. */
      readonly end: number;
    }
  /** The text doesn't begin with a line "---". */
  | { readonly state: 'missing' }
  /** No line "---" ends it; `line` begins like one, where there is such a line. */
  | { readonly state: 'open'; readonly line?: number };

/** @param text as readText gives it */
export function frontMatterOf(text: string): FrontMatter {
  const [first = '', ...lines] = text.split('\n');
  if (!isRule(first)) return { state: 'missing' };
  // Astro ends the front matter here, whatever follows on the line.
  const index = lines.findIndex((line) => line.startsWith('---'));
  const last = lines[index];
  if (last === undefined) return { state: 'open' };
  const line = index + 2;
  if (!isRule(last)) return { state: 'open', line };
  return { state: 'there', yaml: lines.slice(0, index).join('\n'), end: line };
}

/** The text with its front matter blanked out, so that every line stays where it is. */
export function withoutFrontMatter(text: string): string {
  const found = frontMatterOf(text);
  if (found.state !== 'there') return text;
  return '\n'.repeat(found.end) + text.split('\n').slice(found.end).join('\n');
}

function isRule(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}
