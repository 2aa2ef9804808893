/** Which claims a document uses, and what in it can't be measured. Found in the text itself. */

export interface Uses {
  /** Ids in the order of their first use. */
  readonly ids: readonly string[];
  /** `<Winners>` is there: it uses every claim of that kind. */
  readonly winners: boolean;
  readonly cited: number;
  readonly opinions: number;
}

/**
 * What the MDX of a document uses. Comments and code don't count.
 *
 * @param further ids that other files of the report name
 */
export function usesIn(mdx: string, further: readonly string[] = []): Uses {
  const text = withoutCode(mdx);
  const tags = [...text.matchAll(/<Claim\b[^>]*?\bid=(?:"([^"]+)"|'([^']+)'|\{'([^']+)'\})/g)];
  const named = tags.flatMap(([, double, single, braced]) => double ?? single ?? braced ?? []);
  return {
    ids: [...new Set([...named, ...further])],
    winners: /<Winners\b/.test(text),
    cited: count(text, /<Cited\b/g),
    opinions: count(text, /<Opinion\b/g),
  };
}

function withoutCode(mdx: string): string {
  return mdx
    .replace(/^(```|~~~)[^]*?^\1/gm, '')
    .replace(/\{\/\*[^]*?\*\/\}/g, '')
    .replace(/`[^`\n]*`/g, '');
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
