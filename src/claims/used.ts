/** Which claims a report uses, and what in it can't be measured. Found in the text itself. */

export interface Uses {
  /** Ids in the order of their first use. */
  readonly ids: readonly string[];
  /** `<Winners>` is there: it uses every claim of that kind. */
  readonly winners: boolean;
  readonly cited: number;
  readonly opinions: number;
}

/** What one file of a report uses. */
export interface FileUses extends Uses {
  /** As messages name it. */
  readonly file: string;
}

/** What an MDX text uses. Comments and code don't count. */
export function usesIn(mdx: string): Uses {
  const text = withoutCode(mdx);
  const tags = [...text.matchAll(/<Claim\b[^>]*?\bid=(?:"([^"]+)"|'([^']+)'|\{'([^']+)'\})/g)];
  const named = tags.flatMap(([, double, single, braced]) => double ?? single ?? braced ?? []);
  return {
    ids: [...new Set(named)],
    winners: /<Winners\b/.test(text),
    cited: count(text, /<Cited\b/g),
    opinions: count(text, /<Opinion\b/g),
  };
}

/** What several files use together. */
export function usesTogether(files: readonly Uses[]): Uses {
  const sum = (count: (uses: Uses) => number): number =>
    files.reduce((total, uses) => total + count(uses), 0);
  return {
    ids: [...new Set(files.flatMap(({ ids }) => ids))],
    winners: files.some(({ winners }) => winners),
    cited: sum(({ cited }) => cited),
    opinions: sum(({ opinions }) => opinions),
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
