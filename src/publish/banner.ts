/** What the trusted side adds to each page of a preview. */
import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Which build a preview shows. */
export interface Shown {
  readonly number: number;
  /** The pull request's head. */
  readonly commit: string;
}

/**
 * Nothing may be loaded but the page's own style and icon: a second wall, should the check of the
 * page ever have a hole.
 */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The page's own style sheet can't hide what its element demands with "!important". */
const BANNER_STYLE = Object.entries({
  all: 'initial',
  display: 'block',
  position: 'static',
  padding: '0.6rem 1rem',
  background: '#5a2a00',
  color: '#fff',
  font: '0.95rem/1.4 system-ui, sans-serif',
  'text-align': 'center',
})
  .map(([property, value]) => `${property}: ${value} !important`)
  .join('; ');

function bannerText({ number, commit }: Shown): string {
  return `Preview of pull request #${number} at commit ${commit.slice(0, 7)}: built by the pull request’s own code; the numbers are not vouched for. Links to other sites are taken out.`;
}

/** What stands first in the head: encoding, policy, and that no search engine keeps the page. */
export function headAdditions(): Tree.Element[] {
  return [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'robots', content: 'noindex, nofollow' }),
  ];
}

/** What stands first in the body. */
export function bannerOf(shown: Shown): Tree.Element {
  const banner = element('div', { role: 'note', style: BANNER_STYLE });
  banner.childNodes.push({ nodeName: '#text', value: bannerText(shown), parentNode: banner });
  return banner;
}

function element(tagName: string, attributes: Record<string, string>): Tree.Element {
  return {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    namespaceURI: html.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
}
