/** Markdown and MDX as blocks of prose. Code, and what the author has marked as no claim of theirs, is left out. */
import { markdownToMdast } from 'satteri';
import { mdxTree, type TreeNode } from '../mdx.ts';
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
  'text emphasis strong delete inlineCode break link linkReference image imageReference footnoteReference html mdxJsxTextElement mdxTextExpression'.split(
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
    case 'code':
    case 'yaml':
      return [];
    case 'html':
      return [htmlPieces(node)];
    case 'table':
      return tableBlocks(node, inlinePieces).concat(asides(node));
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      return stringLiterals(
        node.value ?? '',
        line,
        column + (node.type === 'mdxjsEsm' ? 0 : 1),
      ).map((piece) => [piece]);
    default:
      return [...attributeBlocks(node), ...childBlocks(node)];
  }
}

/** Neighbouring inline nodes are one stretch; whatever else has blocks of its own. */
function childBlocks(node: TreeNode): Block[] {
  const blocks: Block[] = [];
  let stretch: Piece[] = [];
  for (const child of node.children ?? []) {
    if (phrasing.has(child.type)) {
      stretch.push(...inlinePieces(child));
      blocks.push(...asides(child));
      continue;
    }
    if (stretch.length > 0) blocks.push(stretch);
    stretch = [];
    blocks.push(...blocksIn(child));
  }
  return stretch.length > 0 ? [...blocks, stretch] : blocks;
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
    case 'html':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return [];
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
  const html = node.type === 'html' ? [htmlAttributes(node)] : [];
  return [...own, ...html, ...attributeBlocks(node), ...(node.children ?? []).flatMap(asides)];
}

function attributeBlocks(node: TreeNode): Block[] {
  const { line, column } = startOf(node);
  return (node.attributes ?? []).flatMap((attribute): Block[] => {
    if (attribute.name === undefined || !shown.has(attribute.name)) return [];
    const { value } = attribute;
    if (typeof value === 'string') return [[{ text: value, line, column }]];
    return value ? stringLiterals(value.value, line, column).map((piece) => [piece]) : [];
  });
}

/** Raw HTML without its tags and comments, lines kept. */
function htmlPieces(node: TreeNode): Block {
  const blank = (markup: string): string => markup.replace(/[^\n]/g, ' ');
  const text = (node.value ?? '')
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<(pre|code|script|style)\b[\s\S]*?<\/\1>/g, blank)
    .replace(/<[^>]*>/g, blank);
  return [{ text, ...startOf(node) }, ...htmlAttributes(node)];
}

function htmlAttributes(node: TreeNode): Block {
  const found = [...(node.value ?? '').matchAll(/\b(?:alt|title|aria-label)="([^"]*)"/g)];
  return found.map((match) => ({ text: ` ${match[1] ?? ''}`, ...startOf(node) }));
}

function isExempt(node: TreeNode): boolean {
  return node.name !== undefined && node.name !== null && exempt.has(node.name);
}

function startOf(node: TreeNode): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
