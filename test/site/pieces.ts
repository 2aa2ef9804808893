/** What a page says, piece by piece: each with where it stands, so that it means something by itself. */
import { ELEMENT_NODE, TEXT_NODE, parse, type ElementNode, type Node } from 'ultrahtml';

export interface Piece {
  /** What says it: `p`, `li`, `cell`, `alt-text`, `drawn`, `aria-label` …; `was` for what is struck through. */
  readonly kind: string;
  readonly text: string;
}

/** Elements that are read as one piece, together with what is inline in them. */
const BLOCKS = new Set(
  'title p li h1 h2 h3 h4 figcaption summary caption legend label dd blockquote code'.split(' '),
);
/** Attributes that are read aloud. */
const SPOKEN = ['aria-label', 'alt', 'content', 'data-name'];

/** Everything that a page says: text, alt texts, labels, what is drawn as text. Sources of programs are no statements. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  visit(parse(html) as Node, pieces);
  return pieces;
}

/** The text of a node without its elements, entities decoded, spaces of all kinds as one. */
function textOf(node: Node): string {
  return squeeze(rawText(node));
}

function rawText(node: Node): string {
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

function visit(node: Node, pieces: Piece[]): void {
  const say = (kind: string, text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  if (isElement(node)) {
    const { name, attributes } = node;
    if (name === 'style' || name === 'pre') return;
    for (const attribute of SPOKEN) say(attribute, squeeze(decode(attributes[attribute] ?? '')));
    if (name === 'del') return say('was', squeeze(node.children.map(rawText).join(' ')));
    if (name === 'svg') return drawn(node, say);
    if (name === 'table') return tabled(node, say);
    if (BLOCKS.has(name)) {
      const term = name === 'dd' ? `${textOf(termOf(node))}: ` : '';
      for (const sentence of sentencesOf(squeeze(term + textOf(node)))) say(name, sentence);
      for (const child of elementsIn(node)) inner(child, pieces);
      return;
    }
  }
  for (const child of ('children' in node ? node.children : []) as Node[]) {
    if (child.type === TEXT_NODE) say('text', textOf(child));
    else visit(child, pieces);
  }
}

/** Inside a block only labels and drawings are pieces of their own; blocks within blocks too. */
function inner(node: ElementNode, pieces: Piece[]): void {
  const isOwn =
    node.name === 'svg' || node.name === 'del' || node.name === 'table' || BLOCKS.has(node.name);
  if (isOwn) return visit(node, pieces);
  const label = node.attributes['aria-label'];
  if (label !== undefined) pieces.push({ kind: 'aria-label', text: squeeze(decode(label)) });
  for (const child of elementsIn(node)) inner(child, pieces);
}

/** A drawing: its title, the sentences of its description, and a line for what stands at one height. */
function drawn(svg: ElementNode, say: (kind: string, text: string) => void): void {
  const lines = new Map<number, string[]>();
  for (const node of all(svg)) {
    if (node.name === 'title') say('alt-title', textOf(node));
    if (node.name === 'desc')
      for (const sentence of sentencesOf(textOf(node))) say('alt-text', sentence);
    if (node.name !== 'text') continue;
    const y = Math.round(heightOf(node));
    lines.set(y, [...(lines.get(y) ?? []), textOf(node)]);
  }
  for (const texts of lines.values()) say('drawn', texts.join(' '));
}

/** A table: a piece for each cell, with the table's name, the row's and the column's before it. */
function tabled(table: ElementNode, say: (kind: string, text: string) => void): void {
  const caption = all(table).find(({ name }) => name === 'caption');
  const title = caption === undefined ? labelAround(table) : textOf(caption);
  const rows = all(table).filter(({ name }) => name === 'tr');
  const head = rows.find((row) => elementsIn(row).every(({ name }) => name === 'th'));
  const columns = head === undefined ? [] : elementsIn(head).map(textOf);
  if (head !== undefined) for (const column of columns) say('column', `${title}: ${column}`);
  for (const row of rows) {
    if (row === head) continue;
    const cells = elementsIn(row);
    const name = cells[0] === undefined ? '' : textOf(cells[0]);
    say('row', `${title}: ${name}`);
    cells.slice(1).forEach((cell, index) => {
      const column = cell.attributes['data-l'] ?? columns[index + 1] ?? '';
      say('cell', squeeze(`${title}: ${name}: ${column}: ${textOf(cell)}`));
    });
  }
  for (const node of all(table)) {
    const label = node.attributes['aria-label'];
    if (label !== undefined) say('aria-label', squeeze(decode(label)));
    if (node.name === 'del') say('was', squeeze(node.children.map(rawText).join(' ')));
  }
  if (caption !== undefined) say('caption', title);
}

/** The height at which a text is drawn: the translations above it, added up. */
function heightOf(node: ElementNode): number {
  const own = /translate\(\s*[-\d.e]+[ ,]+([-\d.e]+)\s*\)/.exec(node.attributes['transform'] ?? '');
  const here = Number(own?.[1] ?? 0) + Number(node.attributes['y'] ?? 0);
  return isElement(node.parent) ? here + heightOf(node.parent) : here;
}

/** The label of the nearest element around it that has one. */
function labelAround(node: ElementNode): string {
  const { parent } = node;
  if (!isElement(parent)) return '';
  return decode(parent.attributes['aria-label'] ?? '') || labelAround(parent);
}

function termOf(dd: ElementNode): Node {
  const siblings = isElement(dd.parent) ? elementsIn(dd.parent) : [];
  const before = siblings.slice(0, siblings.indexOf(dd)).reverse();
  return before.find(({ name }) => name === 'dt') ?? dd;
}

function isElement(node: Node | undefined): node is ElementNode {
  return node?.type === ELEMENT_NODE;
}

function elementsIn(node: ElementNode): ElementNode[] {
  return node.children.filter(isElement);
}

/** All elements below one, in order. */
function all(node: ElementNode): ElementNode[] {
  return elementsIn(node).flatMap((child) => [child, ...all(child)]);
}

/** Split after full stops; those within numbers have no space behind them. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.) (?=[\p{L}])/u);
}

function squeeze(text: string): string {
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

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#34|#38|#39);/g, (entity) => entities[entity] ?? entity);
}

/** A sentence in a form that its whole and its short wording share, without spaces. */
export const core = (sentence: string): string =>
  sentence
    .replace(/\bon\s\d+\scores?\b|\d\d%\sinterval\s|each the best of its runtime/g, '')
    .replace(/[\s,]+/g, '');
