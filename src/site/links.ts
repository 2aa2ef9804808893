/**
 * Links between pages are relative and end in a file name, so that they work
 * under any base path and from a folder opened without a server.
 */

/** The address to write on the page `from` for the target `to`, both below the base and beginning with "/". */
export function relativeHref(from: string, to: string): string {
  if (!to.startsWith('/')) return to;
  const [, path = '/', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  if (path === from) return rest.startsWith('#') ? rest : `index.html${rest}`;
  const fromParts = folders(from);
  const toParts = folders(path);
  let shared = 0;
  while (shared < fromParts.length && fromParts[shared] === toParts[shared]) shared++;
  const up = '../'.repeat(fromParts.length - shared);
  const down = toParts
    .slice(shared)
    .map((part) => `${part}/`)
    .join('');
  const last = path.endsWith('/') ? 'index.html' : path.slice(path.lastIndexOf('/') + 1);
  return `${up}${down}${last}${rest}`;
}

/**
 * Where a link of the MDX leads: below the base where it begins with "/", else as it stands.
 *
 * "/…" begins at the site's front page, "#…" and "?…" on the page itself, "../…" beside the
 * report, whatever document it is read in; anything else is relative to the document.
 *
 * @param document path of the document that is drawn: `/<report>/here/`
 */
export function authoredTarget(href: string, document: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(href)) return href;
  const [, report = ''] = document.split('/');
  const from = href.startsWith('../') ? `/${report}/` : document;
  // Resolved as a browser would: the host is only there because URL wants one.
  const { pathname, search, hash } = new URL(href, `https://host.invalid${from}`);
  return `${pathname}${search}${hash}`;
}

/** Folders of a path: `/a/b/` and `/a/b/c.json` are both in `a`, `b`. */
function folders(path: string): string[] {
  return path
    .slice(0, path.lastIndexOf('/') + 1)
    .split('/')
    .filter((part) => part !== '');
}
