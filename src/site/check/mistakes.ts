/** What is wrong in a text, at a line of it: what, and what to do. */
export interface Mistake {
  readonly line: number;
  readonly what: string;
}

/** Mistakes of a file as lines of a message, in the order of the text. */
export function inFile(file: string, mistakes: readonly Mistake[]): string[] {
  return mistakes
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, what }) => `${file}:${line}: ${what}`);
}
