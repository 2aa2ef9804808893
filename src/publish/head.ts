/** What the head of a page says about itself: to browsers, search engines, and services that show links. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Values by name, as our pages have them; a text that anybody may write has no pattern. */
const byName: Readonly<Record<string, RegExp>> = {
  description: /^/,
  // A page that is drawn wider or smaller than the window could shrink the banner.
  viewport: /^width=device-width, initial-scale=1$/,
  'color-scheme': /^light dark$/,
  'theme-color': /^#[\da-f]{6}$/i,
  'twitter:card': /^summary$/,
};

const byProperty: Readonly<Record<string, RegExp>> = {
  'og:type': /^(?:website|article)$/,
  'og:site_name': /^Steelyard$/,
  'og:title': /^/,
  'og:description': /^/,
};

/** The icon of our pages is part of the page. */
export const ICON = 'data:image/svg+xml,';

/** What a `<meta>` says that none of ours does, in words; undefined if ours does. */
export function strangeMeta(meta: Tree.Element): string | undefined {
  const { name, property, content = '' } = attributesOf(meta);
  if ((name === undefined) === (property === undefined)) return 'a <meta> without a name of ours';
  const key = name ?? property ?? '';
  const values = property === undefined ? byName : byProperty;
  if (!Object.hasOwn(values, key)) return `a <meta> of the name ${key}`;
  return values[key]!.test(content) ? undefined : `a <meta> of the name ${key} with "${content}"`;
}

/** Ours are put in the place of what says the encoding, the policy, or what search engines may do. */
export function isReplacedMeta(element: Tree.Element): boolean {
  const { charset, name, 'http-equiv': policy } = attributesOf(element);
  const isOurs = charset !== undefined || policy !== undefined || name?.toLowerCase() === 'robots';
  return element.tagName === 'meta' && isOurs;
}

/** Style sheets, of which a preview has ours only. */
export function isStyle(element: Tree.Element): boolean {
  if (element.tagName === 'style') return true;
  const { rel = '' } = attributesOf(element);
  return element.tagName === 'link' && rel.toLowerCase().split(/\s+/).includes('stylesheet');
}

function attributesOf(element: Tree.Element): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}
