/** Whether every link between the drawn pages leads somewhere, and each id stands once on its page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from '../../scenario/problem.ts';
import type { Roots } from '../../places.ts';
import { STATIC_FOLDER } from '../taken.ts';
import { authorOf } from './author.ts';
import { nearest } from '../../scenario/nearest.ts';
import { drawnPage, type DrawnPage } from './page.ts';

interface Site {
  /** Paths of all files, with "/" between folders. */
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, DrawnPage>;
  /** Path under which the pages stand, with a slash at both ends. */
  readonly base: string;
}

/** What is wrong on a page. */
interface Wrong {
  readonly message: string;
  /** Whether a text is to blame, which the message then names. */
  readonly isAuthored: boolean;
}

/**
 * Checks all pages of a folder, in time linear in their size.
 *
 * @param base path under which the pages stand: "/" or "/steelyard"
 * @throws Problem (usage) naming the text, its line and what to do; (finding) naming the page
 *   where no text is to blame
 */
export function checkPages(
  folder: string,
  base: string,
  { content }: Pick<Roots, 'content'>,
): void {
  const site = readSite(folder, base.endsWith('/') ? base : `${base}/`, content);
  const wrong = [...site.pages.values()].flatMap((page) => [
    ...page.repeated.map((id) => repeatedId(id, page, content)),
    ...[...page.addresses].flatMap((address) => brokenLink(address, page, site, content)),
  ]);
  if (wrong.length === 0) return;
  const kind = wrong.every(({ isAuthored }) => isAuthored) ? 'usage' : 'finding';
  throw new Problem(kind, [...new Set(wrong.map(({ message }) => message))].join('\n'));
}

function readSite(folder: string, base: string, content: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  // What an author publishes as it is stays the author's affair.
  const isStatic = (path: string): boolean => existsSync(join(content, STATIC_FOLDER, path));
  const pages = files
    .filter((path) => path.endsWith('.html') && !isStatic(path))
    .map((path) => drawnPage(path, readFileSync(join(folder, path), 'utf8')));
  return { files: new Set(files), pages: new Map(pages.map((page) => [page.path, page])), base };
}

function repeatedId(id: string, { path }: DrawnPage, content: string): Wrong {
  const author = authorOf(path, content);
  const line = author?.ids.get(id);
  if (author === undefined || line === undefined)
    return { message: `${path}: the id "${id}" stands there twice.`, isAuthored: false };
  const message = `${author.file}:${line}: something else on the page has the id "${id}" as well. Choose another one.`;
  return { message, isAuthored: true };
}

function brokenLink(address: string, page: DrawnPage, site: Site, content: string): Wrong[] {
  const why = whyBroken(address, page, site);
  if (why === undefined) return [];
  const author = authorOf(page.path, content);
  const link = author?.links.get(address);
  if (author === undefined || link === undefined)
    return [{ message: `${page.path}: "${address}" leads nowhere: ${why}`, isAuthored: false }];
  // The text is held by the document itself. What other runs lack is no mistake in it.
  if (author.isTwin) return [];
  const message = `${author.file}:${link.line}: the link "${link.href}" leads nowhere: ${why}`;
  return [{ message, isAuthored: true }];
}

/** A host that no address can name by chance. */
const HERE = 'https://pages.invalid';

/** Why an address leads nowhere; undefined where it does lead somewhere, or to another site. */
function whyBroken(address: string, page: DrawnPage, site: Site): string | undefined {
  if (!URL.canParse(address, HERE)) return 'it is no address. Mend the link.';
  const { origin, pathname, hash } = new URL(address, `${HERE}${site.base}${page.path}`);
  if (origin !== HERE) return undefined;
  if (!pathname.startsWith(site.base)) return `it lies outside of ${site.base}. Mend the link.`;
  const below = decoded(pathname.slice(site.base.length));
  const path = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!site.files.has(path)) return `there is no ${path} among the pages. Mend the link.`;
  const id = decoded(hash.slice(1));
  const target = site.pages.get(path);
  if (id === '' || target === undefined || target.ids.has(id)) return undefined;
  const near = nearest(id, target.ids);
  return `${path} has no "#${id}". ${near === undefined ? 'Mend the link.' : `Did you mean "#${near}"?`}`;
}

/** As a browser looks it up; what can't be decoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
