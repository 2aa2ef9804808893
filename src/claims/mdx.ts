/** MDX as a syntax tree, read by the same library as Astro reads it with. */
import { mdxToMdast } from 'satteri';
import { Problem } from '../scenario/problem.ts';
import { withoutFrontMatter } from './front-matter.ts';

/** A node of the syntax tree, as far as it is read here (mdast with MDX). */
export interface TreeNode {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  readonly alt?: string | null;
  readonly title?: string | null;
  /** Address of a link, picture or definition; absent on a reference, which names a definition. */
  readonly url?: string;
  readonly identifier?: string;
  readonly depth?: number;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly TreeNode[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

export interface Attribute {
  /** Absent for `{...all}`. */
  readonly name?: string;
  /** A text, the code between braces, or null where the name stands alone. */
  readonly value?: string | { readonly value: string } | null;
}

/**
 * @param text of the whole file, as readText gives it
 * @param file as messages name it
 * @throws Problem (usage) with file, line and what to do, where the text is no MDX
 */
export function mdxTree(text: string, file: string): TreeNode {
  try {
    return mdxToMdast(withoutFrontMatter(text)) as unknown as TreeNode;
  } catch (error) {
    const [, line = '1', what = ''] = /^(\d+):\d+: ([^]*)$/.exec((error as Error).message) ?? [];
    throw new Problem('usage', `${file}:${line}: ${explain(what || (error as Error).message)}`);
  }
}

/** Line of a node; 1 where the tree doesn't say. */
export function lineOf(node: TreeNode): number {
  return node.position?.start.line ?? 1;
}

/** A node and all below it, in the order of the text. */
export function* allNodes(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children ?? []) yield* allNodes(child);
}

/** The text of an attribute, `id="…"` or `id={'…'}`; undefined where it isn't there or is no text. */
export function attributeText(node: TreeNode, name: string): string | undefined {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  if (typeof value === 'string') return value;
  return /^\s*(["'`])([^"'`\\$]*)\1\s*$/.exec(value?.value ?? '')?.[2];
}

/** What the library says, and what it means to an author; its groups are names of elements. */
const meanings: readonly (readonly [RegExp, (name: string, open: string) => string])[] = [
  [/^Unexpected character `!`/, () => 'a comment of HTML. Write it as {/* … */}.'],
  [
    /^Could not parse expression/,
    () => 'what stands between { and } is no text in quotes. Write a brace of the text as \\{.',
  ],
  [
    /expected a corresponding closing brace/,
    () => 'a { is never closed. Close it, or write a brace of the text as \\{.',
  ],
  [
    /^Unexpected closing tag `<\/([^>`]*)>`, expected corresponding closing tag for `<([^>`]*)>`/,
    (name, open) => `</${name}> stands where <${open}> is still open. Write </${open}> before it.`,
  ],
  [
    /^Unexpected closing tag `<\/([^>`]*)>`/,
    (name) => `</${name}> closes nothing. Open it before, or remove it.`,
  ],
  [
    /^Expected a closing tag for `<([^>`]*)>`/,
    (name) => `<${name}> is never closed. Write </${name}>, or <${name} … /> if it holds nothing.`,
  ],
  [
    /^Unexpected .*(?:`<`|character)/,
    () =>
      'a "<" begins nothing that can be read. Write attributes as name="value", a "<" of the text as \\<, and an address as [text](address).',
  ],
];

function explain(message: string): string {
  for (const [pattern, meaning] of meanings) {
    const found = pattern.exec(message);
    if (found !== null) return meaning(found[1] ?? '', found[2] ?? '');
  }
  return `${message.replace(/ \([\w:-]+\)$/, '')}. Mend it there.`;
}
