/** What a page says, piece by piece: each with where it stands, so that it means something by itself. */
import { TEXT_NODE, parse, type ElementNode, type Node } from 'ultrahtml';
import { beamWords, linesOf, sidesOf, stripWords } from './drawings.ts';
import { all, decode, elementsIn, hasClass, isElement, rawText, squeeze, textOf } from './nodes.ts';

export interface Piece {
  /** What says it: `p`, `li`, `cell`, `beam`, `strip`, `drawn`, `aria-label` …; `was` for what is struck through. */
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
    if (name === 'section' && hasClass(node, 'runs')) return runsOf(node, pieces);
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

/** The runs of a contestant: each piece with the heading before it, which says whose they are. */
function runsOf(section: ElementNode, pieces: Piece[]): void {
  const heading = all(section).find(({ name }) => name === 'h3');
  const whose = heading === undefined ? '' : textOf(heading);
  const own: Piece[] = [];
  for (const child of elementsIn(section)) visit(child, own);
  pieces.push(...own.map(({ kind, text }) => ({ kind, text: `${whose}: ${text}` })));
}

/** A drawing: its title, the sentences of its description, what is drawn as text, or where its marks are. */
function drawn(svg: ElementNode, say: (kind: string, text: string) => void): void {
  for (const node of all(svg)) {
    if (node.name === 'title') say('alt-title', textOf(node));
    if (node.name === 'desc')
      for (const sentence of sentencesOf(textOf(node))) say('alt-text', sentence);
  }
  for (const line of linesOf(svg)) say('drawn', line);
  say('strip', stripWords(svg));
}

/** A table: a piece for each cell, with the table's name, the row's and the column's before it. */
function tabled(table: ElementNode, say: (kind: string, text: string) => void): void {
  const caption = all(table).find(({ name }) => name === 'caption');
  const title = caption === undefined ? labelAround(table) : textOf(caption);
  const rows = all(table).filter(({ name }) => name === 'tr');
  const head = rows.find((row) => elementsIn(row).every(({ name }) => name === 'th'));
  const columns = head === undefined ? [] : elementsIn(head).map(textOf);
  if (head !== undefined) for (const column of columns) say('column', `${title}: ${column}`);
  const sides = sidesOf(table);
  let group = '';
  for (const row of rows) {
    if (row === head) continue;
    const cells = elementsIn(row);
    const first = cells[0] === undefined ? '' : textOf(cells[0]);
    if (cells[0]?.attributes['scope'] === 'rowgroup') group = `${first}: `;
    const name = `${title}: ${hasClass(row, 'grp') ? '' : group}${first}`;
    say('row', name);
    let place = 0;
    for (const cell of cells) {
      const column = cell.attributes['data-l'] ?? columns[place] ?? '';
      place += Number(cell.attributes['colspan'] ?? 1);
      if (cell === cells[0]) continue;
      say('cell', squeeze(`${name}: ${column}: ${textOf(cell)}`));
      const beam = all(cell).find((node) => node.name === 'svg' && hasClass(node, 'b'));
      const words = beam === undefined || sides === undefined ? '' : beamWords(beam, sides);
      if (words !== '') say('beam', `${name}: ${words}`);
    }
  }
  for (const node of all(table)) {
    const label = node.attributes['aria-label'];
    if (label !== undefined) say('aria-label', squeeze(decode(label)));
    if (node.name === 'del') say('was', squeeze(node.children.map(rawText).join(' ')));
  }
  if (caption !== undefined) say('caption', title);
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

/** Split after full stops; those within numbers have no space behind them. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.) (?=[\p{L}])/u);
}

/** A sentence in a form that its whole and its short wording share, without spaces. */
export const core = (sentence: string): string =>
  sentence
    .replace(/, and whether that matters \(at least [^)]*\) is open/g, ', which may not matter')
    // Said once a section.
    .replace(/(; |\()(?:timed inside the program, )?on\s\d+\scores?(?=\))/g, '$1')
    .replace(/; (?=\))| \(\)/g, '')
    .replace(/\d\d%\sinterval\s|each the best of its runtime/g, '')
    .replace(/\suntil (?:the last answer|all have reported|the last one runs)/g, '')
    .replace(/[\s,]+/g, '');
