/**
 * One page of a preview: read as a browser reads it, refused if it holds anything but what our
 * pages are made of, and written anew from what was checked.
 */
import { extname } from 'node:path/posix';
import { html, parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readAddress } from './address.ts';
import { bannerOf, headAdditions, type Shown } from './banner.ts';
import { Refused } from './refused.ts';
import { loadingIn } from './style.ts';
import { HTML_ELEMENTS, PICTURES, ruleOf, SVG_ELEMENTS } from './vocabulary.ts';

export interface PageContext {
  /** Path in the preview. */
  readonly path: string;
  /** Where the preview is served: "/pr-12/". */
  readonly base: string;
  readonly shown: Shown;
}

/**
 * The page with banner and noindex, its links to other sites taken out.
 *
 * @throws Refused naming the first thing that may not stand in it
 */
export function vettedPage(source: string, context: PageContext): string {
  const document = parse(source);
  checkChildren(document, context);
  const [head, body] = ['head', 'body'].map((name) => childOf(document, name));
  if (head === undefined || body === undefined)
    throw new Refused(context.path, 'has no head or body');
  head.childNodes = head.childNodes.filter((child) => !declaresEncodingOrRobots(child));
  head.childNodes.unshift(...headAdditions());
  body.childNodes.unshift(bannerOf(context.shown));
  return stable(serialize(document), context);
}

/**
 * A page that reads differently once it is written and read again could turn into another one in a
 * browser than the one that was checked.
 */
function stable(page: string, { path }: PageContext): string {
  if (serialize(parse(page)) !== page)
    throw new Refused(path, 'reads differently when it is read a second time');
  return page;
}

function checkChildren(parent: Tree.ParentNode, context: PageContext): void {
  // Comments show nothing; without them there is nothing to look for in them.
  parent.childNodes = parent.childNodes.filter((child) => child.nodeName !== '#comment');
  for (const child of parent.childNodes) if ('tagName' in child) checkElement(child, context);
}

function checkElement(element: Tree.Element, context: PageContext): void {
  const { tagName, namespaceURI } = element;
  if (!elementsOf(namespaceURI).has(tagName)) throw new Refused(context.path, `has <${tagName}>`);
  for (const attribute of element.attrs) checkAttribute(element, attribute, context);
  if (tagName === 'input' && !['radio', 'checkbox'].includes(valueOf(element, 'type') ?? ''))
    throw new Refused(context.path, 'has an <input> that takes text');
  if (tagName === 'style') checkStyle(textOf(element), 'has', context);
  if (valueOf(element, 'href') !== undefined) checkHref(element, context);
  if (tagName === 'img' || valueOf(element, 'src') !== undefined) checkPicture(element, context);
  checkChildren(element, context);
}

function elementsOf(namespace: string): ReadonlySet<string> {
  if (namespace === (html.NS.HTML as string)) return HTML_ELEMENTS;
  return namespace === (html.NS.SVG as string) ? SVG_ELEMENTS : new Set();
}

type Attribute = Tree.Element['attrs'][number];

function checkAttribute(
  { tagName }: Tree.Element,
  { name, prefix, value }: Attribute,
  context: PageContext,
): void {
  const fullName = prefix ? `${prefix}:${name}` : name;
  const rule = ruleOf(fullName);
  const refuse = (reason: string): never => {
    throw new Refused(context.path, reason);
  };
  if (rule === undefined) return refuse(`has the attribute ${fullName} on <${tagName}>`);
  if (rule === 'css') checkStyle(value, `has ${fullName} with`, context);
  if (rule instanceof Set) {
    const strange = value.split(/\s+/).find((word) => word !== '' && !rule.has(word));
    if (strange !== undefined) refuse(`has ${fullName}="${strange}" on <${tagName}>`);
  }
}

function checkStyle(css: string, where: string, { path }: PageContext): void {
  const loading = loadingIn(css);
  if (loading !== undefined) throw new Refused(path, `${where} ${loading}`);
}

/** The icon of our pages is part of the page. */
const ICON = 'data:image/svg+xml,';

/** Takes a link to another site out; what is loaded must lie in the preview. */
function checkHref(element: Tree.Element, { path, base }: PageContext): void {
  const { tagName } = element;
  const href = valueOf(element, 'href')!;
  if (tagName === 'link' && valueOf(element, 'rel') === 'icon' && href.startsWith(ICON)) return;
  const address = readAddress(href, path, base);
  if (address.kind === 'refused') throw new Refused(path, `has ${address.reason} on <${tagName}>`);
  if (address.kind === 'inside') return;
  if (tagName !== 'a') throw new Refused(path, `loads ${href} with <${tagName}>`);
  element.attrs = element.attrs.filter(({ name }) => !['href', 'title', 'rel'].includes(name));
  element.attrs.push({ name: 'title', value: href });
}

/** What is loaded without a click must be a picture of the preview itself. */
function checkPicture(element: Tree.Element, { path, base }: PageContext): void {
  const { tagName } = element;
  const src = valueOf(element, 'src') ?? '';
  const address = readAddress(src, path, base);
  const isPicture =
    tagName === 'img' && address.kind === 'inside' && PICTURES.has(extname(address.path).slice(1));
  if (!isPicture)
    throw new Refused(path, `has <${tagName}> that loads "${src}", no picture of its own`);
}

/** Ours are put in their place. */
function declaresEncodingOrRobots(node: Tree.ChildNode): boolean {
  if (!('tagName' in node) || node.tagName !== 'meta') return false;
  return (
    valueOf(node, 'charset') !== undefined || valueOf(node, 'name')?.toLowerCase() === 'robots'
  );
}

function childOf(document: Tree.Document, name: string): Tree.Element | undefined {
  const root = document.childNodes.find((child) => child.nodeName === 'html') as Tree.Element;
  return root.childNodes.find((child): child is Tree.Element => child.nodeName === name);
}

function valueOf(element: Tree.Element, attribute: string): string | undefined {
  return element.attrs.find(({ name }) => name === attribute)?.value;
}

function textOf(element: Tree.Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
