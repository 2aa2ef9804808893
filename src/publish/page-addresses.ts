/** The addresses in a page of a preview: what it leads to, and what it loads. */
import { extname } from 'node:path/posix';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readAddress } from './address.ts';
import { ICON } from './head.ts';
import type { PageContext } from './page.ts';
import { PICTURES } from './picture-bytes.ts';
import { Refused } from './refused.ts';

type Place = Pick<PageContext, 'path' | 'base'>;

/**
 * Takes a link to another site out.
 *
 * @throws Refused for an address that can't be meant, and for a `<link>` to anything but our kind of icon
 */
export function checkHref(element: Tree.Element, { path, base }: Place): void {
  const { tagName } = element;
  const href = valueOf(element, 'href') ?? '';
  if (tagName === 'link' && href.startsWith(ICON)) return;
  const address = readAddress(href, path, base);
  if (address.kind === 'refused') throw new Refused(path, `has ${address.reason} on <${tagName}>`);
  if (tagName !== 'a') throw new Refused(path, `loads ${href} with <${tagName}>`);
  if (address.kind === 'inside') return;
  element.attrs = element.attrs.filter(({ name }) => !['href', 'title', 'rel'].includes(name));
  element.attrs.push({ name: 'title', value: href });
}

/** @throws Refused for what is loaded without a click, unless it is a picture of the preview itself */
export function checkPicture(element: Tree.Element, { path, base }: Place): void {
  const { tagName } = element;
  const src = valueOf(element, 'src') ?? '';
  const address = readAddress(src, path, base);
  const isPicture =
    tagName === 'img' && address.kind === 'inside' && PICTURES.has(extname(address.path).slice(1));
  if (!isPicture)
    throw new Refused(path, `has <${tagName}> that loads "${src}", no picture of its own`);
}

function valueOf(element: Tree.Element, attribute: string): string | undefined {
  return element.attrs.find(({ name }) => name === attribute)?.value;
}
