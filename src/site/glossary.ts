/**
 * The glossary as data. Its one source is docs/glossary.md: a heading a group, a list item an
 * entry, which begins with its terms in bold and a colon.
 */
import { markdownToMdast } from 'satteri';
import { engineFile } from '../engine.ts';
import { slugOf } from '../present/slug.ts';
import { readText } from '../store/text.ts';

/** A stretch of a definition. A term that is only explained inside of another's entry is one of its own. */
interface GlossaryWords {
  readonly kind: 'text' | 'code' | 'term';
  readonly text: string;
}

interface GlossaryEntry {
  readonly terms: readonly string[];
  readonly words: readonly GlossaryWords[];
}

export interface GlossaryGroup {
  readonly title: string;
  readonly entries: readonly GlossaryEntry[];
}

/** A node of the syntax tree, as far as it is read here. */
interface TreeNode {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly children?: readonly TreeNode[];
}

/** Anchor of a term on the glossary's page. */
export function termAnchor(term: string): string {
  return `term-${slugOf(term)}`;
}

/** The project's own glossary. Pages are built in the project's folder. */
export function readGlossary(): GlossaryGroup[] {
  return glossaryOf(readText(engineFile('docs/glossary.md'), 'docs/glossary.md'));
}

/** Groups with their entries, in the order of the text. @throws Error for an entry without a term */
export function glossaryOf(markdown: string): GlossaryGroup[] {
  const groups: { title: string; entries: GlossaryEntry[] }[] = [];
  const { children = [] } = markdownToMdast(markdown) as unknown as TreeNode;
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 2)
      groups.push({ title: textOf(node), entries: [] });
    if (node.type === 'list') groups.at(-1)?.entries.push(...(node.children ?? []).map(entryOf));
  }
  return groups;
}

function entryOf(item: TreeNode): GlossaryEntry {
  const pieces = item.children?.[0]?.children ?? [];
  const colon = pieces.findIndex(({ type, value }) => type === 'text' && value?.startsWith(':'));
  const terms = pieces
    .slice(0, Math.max(0, colon))
    .filter(({ type }) => type === 'strong')
    .map(textOf);
  if (terms.length === 0)
    throw new Error(
      `docs/glossary.md: the entry "${textOf(item)}" doesn't begin with "**term**:". Write it so.`,
    );
  const words = pieces.slice(colon).map(wordsOf);
  const [first, ...others] = words;
  return {
    terms,
    words: first ? [{ ...first, text: first.text.replace(/^:\s*/, '') }, ...others] : [],
  };
}

/** Links lead to files of the project, which pages don't have: their words stay. */
function wordsOf(node: TreeNode): GlossaryWords {
  const kinds: Readonly<Record<string, GlossaryWords['kind']>> = {
    inlineCode: 'code',
    strong: 'term',
  };
  return { kind: kinds[node.type] ?? 'text', text: textOf(node) };
}

function textOf({ value, children = [] }: TreeNode): string {
  return value ?? children.map(textOf).join('');
}
