/** Markdown and MDX as blocks of prose. Code, and what the author has marked as no claim of theirs, is left out. */
import { markdownToMdast } from 'satteri';
import { mdxTree, startOf, type TreeNode } from '../mdx.ts';
import type { Block, Piece } from './block.ts';
import { stringLiterals } from './literals.ts';
import { tableBlocks } from './table-blocks.ts';

/** Elements whose content is exempt: quoted from elsewhere, an opinion, a claim, code. */
const exempt = new Set(['Cited', 'Opinion', 'Published', 'Claim', 'code', 'pre', 'kbd', 'samp']);
/** Attributes that a reader gets to see or hear. */
const shown = new Set([
  'title',
  'alt',
  'caption',
  'note',
  'label',
  'summary',
  'aria-label',
  'description',
]);
const phrasing = new Set(
  'text emphasis strong delete inlineCode break link linkReference image imageReference footnoteReference mdxJsxTextElement mdxTextExpression'.split(
    ' ',
  ),
);

/**
 * Every stretch of prose of a document, in its order; front matter is not among them.
 *
 * @param file as messages name it
 * @throws Problem (usage) where the source isn't valid MDX
 */
export function markdownBlocks(source: string, kind: 'md' | 'mdx', file: string): Block[] {
  if (kind === 'mdx') return blocksIn(mdxTree(source, file));
  return blocksIn(markdownToMdast(source) as unknown as TreeNode);
}

function blocksIn(node: TreeNode): Block[] {
  if (isExempt(node)) return [];
  const { line, column } = startOf(node);
  switch (node.type) {
    case 'html':
      return htmlBlocks(node);
    case 'table':
      return tableBlocks(node, inlinePieces).concat(asides(node));
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      return stringLiterals(
        node.value ?? '',
        line,
        column + (node.type === 'mdxjsEsm' ? 0 : 1),
      ).map((piece) => [piece]);
    // Code and front matter have neither attributes nor children.
    default:
      return [...attributeBlocks(node), ...childBlocks(node)];
  }
}

/** Inline nodes are one stretch, with the HTML among them; whatever else has blocks of its own. */
function childBlocks(node: TreeNode): Block[] {
  const children = node.children ?? [];
  if (!children.some(({ type }) => phrasing.has(type))) return children.flatMap(blocksIn);
  const pieces = children.flatMap(inlinePieces);
  const stretch = node.type === 'heading' ? pieces.map(asTitle) : pieces;
  return [...children.flatMap(asides), stretch].filter((block) => block.length > 0);
}

/** The text of an inline node. What is exempt leaves a gap, so that the words around it don't run together. */
function inlinePieces(node: TreeNode): Piece[] {
  const place = startOf(node);
  if (isExempt(node)) return [{ text: '…', ...place }];
  switch (node.type) {
    case 'text':
      return [{ text: node.value ?? '', ...place }];
    case 'inlineCode':
      return [{ text: node.value ?? '', ...place, column: place.column + 1, isCode: true }];
    case 'break':
      return [{ text: ' ', ...place }];
    case 'mdxTextExpression':
      return stringLiterals(node.value ?? '', place.line, place.column + 1);
    default:
      return (node.children ?? []).flatMap(inlinePieces);
  }
}

/** Alt texts, titles and shown attributes inside an inline node or a table: blocks of their own. */
function asides(node: TreeNode): Block[] {
  if (isExempt(node)) return [];
  const place = startOf(node);
  const own = [node.alt, node.title]
    .filter((text) => text !== undefined && text !== null)
    .map((text) => [{ text, ...place }]);
  const html = node.type === 'html' ? htmlBlocks(node) : [];
  return [...own, ...html, ...attributeBlocks(node), ...(node.children ?? []).flatMap(asides)];
}

function attributeBlocks(node: TreeNode): Block[] {
  const { line, column } = startOf(node);
  return (node.attributes ?? []).flatMap((attribute): Block[] => {
    const { name = '', value } = attribute;
    if (!shown.has(name)) return [];
    const pieces =
      typeof value === 'string'
        ? [{ text: value, line, column }]
        : stringLiterals(value?.value ?? '', line, column);
    return pieces.map((piece) => [name === 'title' ? asTitle(piece) : piece]);
  });
}

/** Raw HTML without its comments and code: what stands between its tags, lines kept, and each shown attribute. */
function htmlBlocks(node: TreeNode): Block[] {
  const place = startOf(node);
  const html = (node.value ?? '')
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<(pre|code|script|style)\b[\s\S]*?<\/\1>/g, blank);
  const attributes = [...html.matchAll(/(?<![\w-])(?:alt|title|aria-label)="([^"]*)"/g)];
  return [html.replace(/<[^>]*>/g, blank), ...attributes.map((match) => match[1] ?? '')]
    .filter((text) => text.trim() !== '')
    .map((text) => [{ text, ...place }]);
}

function blank(markup: string): string {
  return markup.replace(/[^\n]/g, ' ');
}

function asTitle(piece: Piece): Piece {
  return { ...piece, isTitle: true };
}

function isExempt(node: TreeNode): boolean {
  return exempt.has(node.name ?? '');
}
