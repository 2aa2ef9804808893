/** Components, elements and braces of a text. */
import { manual } from '../../engine.ts';
import { allNodes, lineOf, type Attribute, type TreeNode } from '../../claims/mdx.ts';
import { isComment, isLiteral, isText } from './literals.ts';
import type { Mistake } from './mistakes.ts';
import { nearest } from '../../scenario/nearest.ts';
import { COMPONENTS, ELEMENTS, IN_MARKDOWN, type AttributeKind } from './vocabulary.ts';

const EXPRESSIONS = new Set(['mdxFlowExpression', 'mdxTextExpression']);

/** What in a text is no component or element of a report, lacks an attribute, or would be computed. */
export function elementMistakes(tree: TreeNode): Mistake[] {
  return [...allNodes(tree)].flatMap((node) => {
    const line = lineOf(node);
    return mistakesOf(node).map((what) => ({ line, what }));
  });
}

function mistakesOf(node: TreeNode): string[] {
  const { type, name, value = '' } = node;
  if (type === 'mdxjsEsm')
    return [
      `"${firstLine(value)}" is code, and a report has none: its components are there without it. Remove the line.`,
    ];
  if (EXPRESSIONS.has(type) && !isComment(value) && !isText(value))
    return [
      `{${firstLine(value)}} would be computed, and a report holds only words and what comes from runs. Write the words, or a brace of the text as \\{.`,
    ];
  if (name === undefined || name === null) return [];
  const component = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (component !== undefined) {
    const { required = {}, optional = {} } = component;
    return attributeMistakes(node, name, required, { ...required, ...optional });
  }
  return ELEMENTS.has(name) ? htmlMistakes(node, name) : [unknownElement(name)];
}

function unknownElement(name: string): string {
  const markdown = Object.hasOwn(IN_MARKDOWN, name) ? IN_MARKDOWN[name] : undefined;
  if (markdown !== undefined) return `<${name}> is written as Markdown: ${markdown}.`;
  const isHtml = /^[a-z]/.test(name);
  const near =
    nearest(name, Object.keys(COMPONENTS)) ?? (isHtml ? nearest(name, ELEMENTS) : undefined);
  const meant = near === undefined ? '' : ` Did you mean <${near}>?`;
  return `there is no <${name}> in a report.${meant} ${manual('docs/writing.md')} lists what there is.`;
}

type Kinds = Readonly<Record<string, AttributeKind>>;

function attributeMistakes(node: TreeNode, name: string, required: Kinds, known: Kinds): string[] {
  const attributes = node.attributes ?? [];
  const wrong = attributes.flatMap((one) => attributeMistake(one, name, known));
  // What seems to be missing may be what is misspelt.
  if (wrong.length > 0) return wrong;
  return Object.keys(required)
    .filter((one) => !attributes.some((attribute) => attribute.name === one))
    .map((one) => `<${name}> needs ${one}="…".`);
}

function attributeMistake({ name, value }: Attribute, element: string, known: Kinds): string[] {
  if (name === undefined) return [`<${element}> has attributes in braces. Write each as name="…".`];
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  if (kind === undefined) {
    const near = nearest(name, Object.keys(known));
    const meant = near === undefined ? listOf(Object.keys(known)) : ` Did you mean ${near}="…"?`;
    return [`<${element}> has no attribute "${name}".${meant}`];
  }
  if (isOfKind(value, kind)) return [];
  return [`<${element}> needs ${written(name, kind)}.`];
}

function isOfKind(value: Attribute['value'], kind: AttributeKind): boolean {
  const text = typeof value === 'string' ? value : undefined;
  const code = typeof value === 'object' && value !== null ? value.value : undefined;
  if (kind === 'flag') return value === null || code === 'true' || code === 'false';
  if (kind === 'number') return code !== undefined && /^\s*[\d_]+(?:\.\d+)?\s*$/.test(code);
  if (kind === 'text') return text !== undefined ? text.trim() !== '' : isText(code ?? '');
  return text !== undefined && kind.includes(text);
}

function written(name: string, kind: AttributeKind): string {
  if (kind === 'flag') return `${name} alone, without a value`;
  if (kind === 'number') return `a number in braces: ${name}={10}`;
  return kind === 'text' ? `a text: ${name}="…"` : `${name}="${kind.join('" or "')}"`;
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? ' It has none.' : ` It has: ${names.join(', ')}.`;
}

function htmlMistakes(node: TreeNode, name: string): string[] {
  return (node.attributes ?? []).flatMap((attribute) => {
    if (attribute.name === undefined || /^on|[:]/i.test(attribute.name))
      return [
        `<${name}> has "${attribute.name ?? '{…}'}", and nothing in a report is run. Remove it.`,
      ];
    const { value } = attribute;
    if (typeof value !== 'object' || value === null || isLiteral(value.value)) return [];
    return [`<${name}> has a ${attribute.name} that would be computed. Write it as a text.`];
  });
}

function firstLine(code: string): string {
  const [first = '', more] = code.trim().split('\n');
  return more === undefined ? first : `${first} …`;
}
