/** What the trusted side adds to each page of a preview. */
import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { contentPolicy } from '../site/content-policy.ts';
import { ownStyles, ownStylesHash } from './own-styles.ts';

/** Which build a preview shows. */
export interface Shown {
  readonly number: number;
  /** The pull request's head. */
  readonly commit: string;
  /** The pull request changes style sheets, which its preview doesn't show. */
  readonly changesStyles?: boolean;
}

/** No style applies but ours: a second wall, should the check of the page ever have a hole. */
const policy = (): string => contentPolicy(`'${ownStylesHash()}'`);

function bannerText({ number, commit, changesStyles = false }: Shown): string {
  const sentences = [
    `Preview of pull request #${number} at commit ${commit.slice(0, 7)}: built by the pull request’s own code; the numbers are not vouched for.`,
    'Links to other sites are taken out.',
    changesStyles ? 'Its changes of style sheets are not shown.' : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** What stands first in the head: encoding, policy, no search engine, our style sheets. */
export function headAdditions(): Tree.Element[] {
  return [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy() }),
    element('meta', { name: 'robots', content: 'noindex, nofollow' }),
    element('style', {}, ownStyles()),
  ];
}

/** What stands first in the body. */
export function bannerOf(shown: Shown): Tree.Element {
  return element('div', { role: 'note', lang: 'en', dir: 'ltr' }, bannerText(shown));
}

function element(tagName: string, attributes: Record<string, string>, text = ''): Tree.Element {
  const made: Tree.Element = {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    namespaceURI: html.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
  if (text !== '') made.childNodes.push({ nodeName: '#text', value: text, parentNode: made });
  return made;
}
