/**
 * One page of a preview: read as a browser reads it, refused if it holds anything but what our
 * pages are made of, and written anew from what was checked, with the default branch's styles.
 */
import { html, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { keepAlignment } from './alignment.ts';
import { ruleOf, strangeIn } from './attributes.ts';
import { bannerOf, headAdditions, type Shown } from './banner.ts';
import { boundedParse, checkWritten } from './bounded-parse.ts';
import { isReplacedMeta, isStyle, strangeMeta } from './head.ts';
import { checkHref, checkPicture } from './page-addresses.ts';
import { Refused } from './refused.ts';
import { HEAD_ELEMENTS, HTML_ELEMENTS, SVG_ELEMENTS } from './vocabulary.ts';

export interface PageContext {
  /** Path in the preview. */
  readonly path: string;
  /** Where the preview is served: "/pr-12/". */
  readonly base: string;
  readonly shown: Shown;
}

/**
 * The page with banner, noindex and our styles, its links to other sites taken out.
 *
 * @throws Refused naming the first thing that may not stand in it, or that there is too much of it
 */
export function vettedPage(source: string, context: PageContext): string {
  const document = boundedParse(source, context.path);
  const root = childOf(document, 'html');
  const head = root && childOf(root, 'head');
  const body = root && childOf(root, 'body');
  if (root === undefined || head === undefined || body === undefined)
    throw new Refused(context.path, 'has no head or body');
  document.childNodes = [root];
  checkElement(root, context);
  head.childNodes = head.childNodes.filter((child) => !isTag(child) || !isReplacedMeta(child));
  head.childNodes.unshift(...headAdditions());
  body.childNodes.unshift(bannerOf(context.shown));
  return stable(`<!DOCTYPE html>${serialize(document)}`, context);
}

/**
 * A page that reads differently once it is written and read again could turn into another one in a
 * browser than the one that was checked.
 */
function stable(page: string, { path }: PageContext): string {
  checkWritten(Buffer.byteLength(page), path);
  if (serialize(boundedParse(page, path)) !== page)
    throw new Refused(path, 'reads differently when it is read a second time');
  return page;
}

function checkElement(element: Tree.Element, context: PageContext): void {
  const { tagName, namespaceURI } = element;
  if (!elementsOf(namespaceURI).has(tagName)) throw new Refused(context.path, `has <${tagName}>`);
  for (const attribute of element.attrs) checkAttribute(element, attribute, context);
  if (namespaceURI === html.NS.HTML) checkHtml(element, context);
  keepAlignment(element);
  checkChildren(element, context);
}

/** Comments and the style of the build are left out, and so need no check. */
function checkChildren(parent: Tree.Element, context: PageContext): void {
  parent.childNodes = parent.childNodes.filter(
    (child) => child.nodeName !== '#comment' && !(isTag(child) && isStyle(child)),
  );
  for (const child of parent.childNodes) if (isTag(child)) checkElement(child, context);
}

function checkHtml(element: Tree.Element, context: PageContext): void {
  const { tagName } = element;
  const has = (attribute: string): boolean => element.attrs.some(({ name }) => name === attribute);
  const refuse = (reason: string): never => {
    throw new Refused(context.path, reason);
  };
  const parent = element.parentNode?.nodeName;
  if (HEAD_ELEMENTS.has(tagName) && parent !== 'head') refuse(`has <${tagName}> outside its head`);
  if (tagName === 'meta' && !isReplacedMeta(element)) {
    const strange = strangeMeta(element);
    if (strange !== undefined) refuse(`has ${strange}`);
  }
  if (tagName === 'link' && !has('rel')) refuse('has a <link> that says nothing');
  if (tagName === 'input' && !isChoice(element)) refuse('has an <input> that takes text');
  if (has('href') || tagName === 'link') checkHref(element, context);
  if (has('src') || tagName === 'img') checkPicture(element, context);
}

function isChoice(input: Tree.Element): boolean {
  return input.attrs.some(
    ({ name, value }) => name === 'type' && ['radio', 'checkbox'].includes(value),
  );
}

function elementsOf(namespace: string): ReadonlySet<string> {
  if (namespace === (html.NS.HTML as string)) return HTML_ELEMENTS;
  return namespace === (html.NS.SVG as string) ? SVG_ELEMENTS : new Set();
}

function checkAttribute(
  { tagName, namespaceURI }: Tree.Element,
  { name, prefix, value }: Tree.Element['attrs'][number],
  { path }: PageContext,
): void {
  const fullName = prefix ? `${prefix}:${name}` : name;
  const rule = ruleOf(namespaceURI, tagName, fullName);
  if (rule === undefined) throw new Refused(path, `has the attribute ${fullName} on <${tagName}>`);
  const strange = strangeIn(rule, value);
  if (strange !== undefined)
    throw new Refused(path, `has ${fullName}="${strange}" on <${tagName}>`);
}

function childOf(parent: Tree.ParentNode, name: string): Tree.Element | undefined {
  return parent.childNodes.filter(isTag).find(({ tagName }) => tagName === name);
}

function isTag(node: Tree.ChildNode): node is Tree.Element {
  return 'tagName' in node;
}
