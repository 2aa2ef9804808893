/** Ids and links of a text, as far as the text alone can say whether they are right. */
import { allNodes, attributeText, lineOf, type TreeNode } from '../../claims/mdx.ts';
import type { Mistake } from './mistakes.ts';
import { nearest } from '../../scenario/nearest.ts';

/** Ids that every page has. */
const TAKEN = new Set(['main', 'reading-key']);

/** Sections whose id is no part of an address, is taken, or stands there twice. */
export function idMistakes(tree: TreeNode): Mistake[] {
  const lines = new Map<string, number>();
  return [...allNodes(tree)].flatMap((node) => {
    const id = attributeText(node, 'id');
    if (node.name !== 'Section' || id === undefined) return [];
    const line = lineOf(node);
    const first = lines.get(id);
    lines.set(id, first ?? line);
    if (!/^[a-z][a-z0-9-]*$/.test(id))
      return [{ line, what: `the id "${id}" becomes an address: use a-z, 0-9 and "-".` }];
    if (TAKEN.has(id)) return [{ line, what: `the id "${id}" is taken. Choose another one.` }];
    if (first === undefined) return [];
    return [
      {
        line,
        what: `line ${first} has a section with the id "${id}" already. Choose another one.`,
      },
    ];
  });
}

export interface AuthorLink {
  readonly href: string;
  readonly line: number;
}

/** Links of a text, those of its definitions included. */
export function linksIn(tree: TreeNode): AuthorLink[] {
  return [...allNodes(tree)]
    .filter(({ type }) => type === 'link' || type === 'definition')
    .map((node) => ({ href: node.url ?? '', line: lineOf(node) }));
}

/** Folders that a document may have below it, besides its chapters. */
const FOLDERS: readonly string[] = ['changes', 'here', 'runs', 'sessions'];

/**
 * Links that no page can follow.
 *
 * @param chapters names of the report's chapters
 */
export function linkMistakes(tree: TreeNode, chapters: readonly string[]): Mistake[] {
  const cited = [...allNodes(tree)]
    .filter(({ name }) => name === 'Cited')
    .flatMap((node) => {
      const href = attributeText(node, 'href');
      const what = href === undefined || isOutside(href) ? undefined : notOutside(href);
      return what === undefined ? [] : [{ line: lineOf(node), what }];
    });
  const links = linksIn(tree).flatMap(({ href, line }) => {
    const what = linkMistake(href, chapters);
    return what === undefined ? [] : [{ line, what }];
  });
  return [...cited, ...links];
}

function isOutside(href: string): boolean {
  return /^https?:\/\/\S/.test(href) && URL.canParse(href);
}

function notOutside(href: string): string {
  return `<Cited href="${href}"> names no page of others. Write its address whole: https://….`;
}

function linkMistake(href: string, chapters: readonly string[]): string | undefined {
  const link = `the link "${href}"`;
  if (href === '' || href === '#') return `${link} leads nowhere. Write where it leads.`;
  if (href.startsWith('//')) return `${link} has no scheme. Write https:${href}.`;
  if (href.includes('\\')) return `${link} has a "\\". Write "/".`;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'mailto' || isOutside(href)) return undefined;
  if (scheme !== undefined)
    return `${link} is no address that a page may lead to. It may begin with https:, http: or mailto:.`;
  return /^[/#?.]/.test(href) ? undefined : chapterMistake(href, chapters);
}

/** A relative link begins with a chapter, or with a folder that documents have. */
function chapterMistake(href: string, chapters: readonly string[]): string | undefined {
  const [, name = '', slash = ''] = /^([^/?#]*)(\/?)/.exec(href) ?? [];
  const isKnown = chapters.includes(name) || FOLDERS.includes(name);
  if (isKnown && slash === '/') return undefined;
  if (name === 'index.html') return undefined;
  const bare = name.replace(/\.(?:mdx|html)$/, '');
  const meant = [...chapters, ...FOLDERS].includes(bare) ? bare : nearest(bare, chapters);
  const there = chapters.length === 0 ? 'It has none' : `It has: ${chapters.join(', ')}`;
  const next =
    meant === undefined
      ? `${there}.`
      : `Did you mean "${meant}/${href.slice(name.length + slash.length)}"?`;
  return `the link "${href}" leads to no chapter of the report. ${next}`;
}
