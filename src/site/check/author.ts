/** Which text a drawn page comes from, and where in it a link or an id of the page is written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allNodes, attributeText, lineOf, mdxTree } from '../../claims/mdx.ts';
import { readText } from '../../store/text.ts';
import { authoredTarget, relativeHref } from '../links.ts';
import { linksIn, type AuthorLink } from './links.ts';

export interface Author {
  /** As messages name it. */
  readonly file: string;
  /** The same text is drawn elsewhere from the report's own runs; this page is of other runs. */
  readonly isTwin: boolean;
  /** Links by the address that the page has for them. */
  readonly links: ReadonlyMap<string, AuthorLink>;
  /** Line of each section's id. */
  readonly ids: ReadonlyMap<string, number>;
}

const PAGE = /^([^/]+)\/(here\/|sessions\/[^/]+\/)?(?:([a-z][a-z0-9-]*)\/)?index\.html$/;

/**
 * The text of a page; undefined for one that has none.
 *
 * @param page its path in the folder of the pages
 */
export function authorOf(page: string, content: string): Author | undefined {
  const [, report = '', twin = '', chapter] = PAGE.exec(page) ?? [];
  const name = `${report}/${chapter ?? 'index'}.mdx`;
  if (report === '' || !existsSync(join(content, name))) return undefined;
  const file = `content/${name}`;
  const tree = mdxTree(readText(join(content, name), file), file);
  const document = `/${report}/${twin}`;
  const from = `/${page.replace(/index\.html$/, '')}`;
  const links = linksIn(tree).map(
    (link) => [relativeHref(from, authoredTarget(link.href, document)), link] as const,
  );
  const sections = [...allNodes(tree)].filter((node) => node.name === 'Section');
  const ids = sections.map((node) => [attributeText(node, 'id') ?? '', lineOf(node)] as const);
  return { file, isTwin: twin !== '', links: new Map(links), ids: new Map(ids) };
}
