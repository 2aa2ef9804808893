/** Fields of a YAML text changed where they stand: comments, quotes, line ends and all else stay as they are. */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type YAMLSeq } from 'yaml';

/**
 * The text with another value in a field; a new field comes first.
 *
 * @param yaml lines "field: value"
 */
export function withValue(yaml: string, field: string, value: string): string {
  const node = nodeOf(yaml, field);
  if (!isScalar(node)) return inLines(yaml, [`${field}: ${asYaml(value)}`]) + yaml;
  return node.value === value ? yaml : replaced(yaml, node, asYaml(value));
}

/**
 * The text with other values in a list: what stays keeps its place and its comments, what is new comes last. A list in
 * brackets with comments in it stays as it is.
 *
 * @param yaml lines "field: value"
 */
export function withList(yaml: string, field: string, values: readonly string[]): string {
  const list = nodeOf(yaml, field);
  const there = isSeq(list) ? itemsOf(list) : [];
  const kept = there.filter((item) => values.includes(item));
  const added = values.filter((value) => !there.includes(value));
  if (kept.length === there.length && added.length === 0) return yaml;
  if (!isSeq(list))
    return inLines(yaml, [`${field}:`, ...added.map((value) => asItem(value))]) + yaml;
  if (list.flow === true) {
    if (yaml.slice(...spanOf(list)).includes('#')) return yaml;
    return replaced(yaml, list, `[${[...kept, ...added].map(asYaml).join(', ')}]`);
  }
  return withoutItems(withItems(yaml, field, added), field, values);
}

/** What the fields say, whatever the line ends are. */
export function fieldsOf(yaml: string): Record<string, unknown> {
  return (documentOf(yaml).toJS() ?? {}) as Record<string, unknown>;
}

/** A lone carriage return ends a line too, and takes as much room as what is read for it. */
const documentOf = (yaml: string) => parseDocument(yaml.replaceAll(/\r(?!\n)/g, '\n'));

function nodeOf(yaml: string, field: string): unknown {
  const { contents } = documentOf(yaml);
  return isMap(contents) ? contents.get(field, true) : undefined;
}

const itemsOf = ({ items }: YAMLSeq): string[] =>
  items.map((item) => (isScalar(item) ? String(item.value) : ''));

/** In quotes where YAML would take it for a number or a word of its own. */
const asYaml = (value: string): string => stringify(value).trimEnd();

const asItem = (value: string, indent = '  '): string => `${indent}- ${asYaml(value)}`;

/** These lines, with line ends as the text has them. */
function inLines(yaml: string, lines: readonly string[]): string {
  const lineEnd = /\r\n|\r|\n/.exec(yaml)?.[0] ?? '\n';
  return lines.map((line) => line + lineEnd).join('');
}

const spanOf = ({ range }: Node): [number, number] => [range![0], range![1]];

function replaced(yaml: string, node: Node, text: string): string {
  const [from, to] = spanOf(node);
  const before = yaml.slice(0, from);
  const end = from + yaml.slice(from, to).trimEnd().length;
  // What is empty begins right after the colon.
  return before + (before.endsWith(':') ? ' ' : '') + text + yaml.slice(end);
}

/** A list of lines without those of the items that aren't among the values. */
function withoutItems(yaml: string, field: string, values: readonly string[]): string {
  const { items } = nodeOf(yaml, field) as YAMLSeq<Node>;
  const item = items.find((one) => !(isScalar(one) && values.includes(String(one.value))));
  if (item === undefined) return yaml;
  const [from, to] = spanOf(item);
  const before = yaml.slice(0, startOfLine(yaml, from));
  const after = yaml.slice(startOfNextLine(yaml, to));
  if (items.length === 1) return withEmptyList(before, field) + after;
  return withoutItems(before + after, field, values);
}

/** Where only the field's name is left of it, it goes too. */
function withEmptyList(before: string, field: string): string {
  const without = before.replace(new RegExp(`^${field}:[ \\t]*(?:\\r\\n|\\r|\\n)$`, 'm'), '');
  return without === before ? before + inLines(before, ['  []']) : without;
}

function withItems(yaml: string, field: string, values: readonly string[]): string {
  const list = nodeOf(yaml, field) as YAMLSeq<Node>;
  const [first] = spanOf(list);
  const indent = yaml.slice(startOfLine(yaml, first), first);
  const [, last] = spanOf(list.items.at(-1)!);
  const end = startOfNextLine(yaml, last);
  const items = values.map((value) => asItem(value, indent));
  return yaml.slice(0, end) + inLines(yaml, items) + yaml.slice(end);
}

function startOfLine(text: string, offset: number): number {
  return /[^\r\n]*$/.exec(text.slice(0, offset))!.index;
}

function startOfNextLine(text: string, offset: number): number {
  return offset + /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(offset))![0].length;
}
