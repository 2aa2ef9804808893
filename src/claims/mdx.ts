/** MDX as a syntax tree, read by the same library as Astro reads it with. */
import { mdxToMdast } from 'satteri';
import { Problem } from '../scenario/problem.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { explainMdx } from './mdx-mistakes.ts';

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
    const { line, what } = explainMdx((error as Error).message);
    throw new Problem('usage', `${file}:${line}: ${what}`);
  }
}

/** Where a node begins; at the beginning of the file where the tree doesn't say. */
export function startOf(node: TreeNode): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** Line of a node. */
export function lineOf(node: TreeNode): number {
  return startOf(node).line;
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
