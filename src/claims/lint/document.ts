/** A whole file through the lint. */
import { frontMatterOf } from '../front-matter.ts';
import type { Block } from './block.ts';
import { findInBlocks, type LintFinding } from './find.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Names } from './names.ts';
import { yamlBlocks } from './yaml-blocks.ts';

/** Keys of published.yaml whose strings are the author's own words; the others quote. */
const ownKeys: ReadonlySet<string> = new Set(['differs', 'why', 'untestable']);

/** Keys of front matter that hold names of machine things: "wait/5s" is a case, and no finding. */
const nameKeys: ReadonlySet<string> = new Set(
  'session id scenario case measure section time memory'.split(' '),
);

/**
 * Prose of a Markdown or MDX document, its front matter first.
 *
 * @param file as messages name it
 * @throws Problem (usage) where the source isn't valid MDX
 */
export function lintDocument(
  source: string,
  kind: 'md' | 'mdx',
  names: Names,
  file: string = 'the text',
): LintFinding[] {
  const frontMatter = frontMatterOf(source);
  const blocks: Block[] =
    frontMatter.state === 'there'
      ? yamlBlocks(frontMatter.yaml, 2, (key) => !nameKeys.has(key))
      : [];
  return findInBlocks([...blocks, ...markdownBlocks(source, kind, file)], names);
}

/** The author's own words beside published figures. */
export function lintPublished(source: string, names: Names): LintFinding[] {
  return findInBlocks(
    yamlBlocks(source, 1, (key) => ownKeys.has(key)),
    names,
  );
}
