/**
 * Links between pages are relative and end in a file name, so that they work
 * under any base path and from a folder opened without a server.
 */

/** The address to write on the page `from` for the target `to`, both below the base and beginning with "/". */
export function relativeHref(from: string, to: string): string {
  if (!to.startsWith('/')) return to;
  const [path = '/', fragment] = to.split('#');
  const hash = fragment === undefined ? '' : `#${fragment}`;
  if (path === from) return hash === '' ? 'index.html' : hash;
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
  return `${up}${down}${last}${hash}`;
}

/** Folders of a path: `/a/b/` and `/a/b/c.json` are both in `a`, `b`. */
function folders(path: string): string[] {
  return path
    .slice(0, path.lastIndexOf('/') + 1)
    .split('/')
    .filter((part) => part !== '');
}
