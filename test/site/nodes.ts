/** What tests read in a parsed page: its elements, their classes, their text. */
import { ELEMENT_NODE, TEXT_NODE, type ElementNode, type Node } from 'ultrahtml';

export function isElement(node: Node | undefined): node is ElementNode {
  return node?.type === ELEMENT_NODE;
}

export function elementsIn(node: ElementNode): ElementNode[] {
  return node.children.filter(isElement);
}

/** All elements below one, in order. */
export function all(node: ElementNode): ElementNode[] {
  return elementsIn(node).flatMap((child) => [child, ...all(child)]);
}

export function hasClass({ attributes }: ElementNode, name: string): boolean {
  return (attributes['class'] ?? '').split(' ').includes(name);
}

/** The text of a node without what is drawn or struck through, entities decoded, spaces of all kinds as one. */
export function textOf(node: Node): string {
  return squeeze(rawText(node));
}

export function rawText(node: Node): string {
  if (node.type === TEXT_NODE) return decode(node.value);
  if (isElement(node) && (isSilent(node) || isAside(node))) return '';
  const children = ('children' in node ? node.children : []) as Node[];
  return children.map(rawText).join(' ');
}

function isSilent({ name }: ElementNode): boolean {
  return name === 'style' || name === 'svg' || name === 'del';
}

/** The small number that leads to the evidence, and the mark of a change with what was said before. */
function isAside({ attributes }: ElementNode): boolean {
  return /^(ev|was|tag-change)\b/.test(attributes['class'] ?? '');
}

export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
};

export function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#34|#38|#39);/g, (entity) => entities[entity] ?? entity);
}
