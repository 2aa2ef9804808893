/** Which claims a report uses, and what in it can't be measured. Found in the text itself. */
import { allNodes, attributeText, lineOf, mdxTree } from './mdx.ts';

export interface Uses {
  /** Ids in the order of their first use. */
  readonly ids: readonly string[];
  /** `<Strengths>` is there: it uses every claim of the kind `winner`. */
  readonly useCases: boolean;
  readonly cited: number;
  readonly opinions: number;
}

/** What one file of a report uses. */
export interface FileUses extends Uses {
  /** As messages name it. */
  readonly file: string;
  /** Line of the first use of each id. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * What an MDX text uses. Comments and code don't count.
 *
 * @param file as messages name it
 * @throws Problem (usage) where the text is no MDX
 */
export function usesIn(mdx: string, file: string): FileUses {
  const nodes = [...allNodes(mdxTree(mdx, file))];
  const named = (name: string) => nodes.filter((node) => node.name === name);
  const lines = new Map<string, number>();
  for (const node of named('Claim')) {
    const id = attributeText(node, 'id');
    if (id !== undefined && !lines.has(id)) lines.set(id, lineOf(node));
  }
  return {
    file,
    ids: [...lines.keys()],
    lines,
    useCases: named('Strengths').length > 0,
    cited: named('Cited').length,
    opinions: named('Opinion').length,
  };
}

/** What several files use together. */
export function usesTogether(files: readonly Uses[]): Uses {
  const sum = (count: (uses: Uses) => number): number =>
    files.reduce((total, uses) => total + count(uses), 0);
  return {
    ids: [...new Set(files.flatMap(({ ids }) => ids))],
    useCases: files.some(({ useCases }) => useCases),
    cited: sum(({ cited }) => cited),
    opinions: sum(({ opinions }) => opinions),
  };
}
