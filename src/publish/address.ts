import { normalize } from 'node:path/posix';

/** An address in a page of a preview. */
export type Address =
  /** Of a page or file of the preview itself, with its path in it. */
  | { readonly kind: 'inside'; readonly path: string }
  /** Of another site, which a reader would be led to. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Two places where the preview might be served. An address that leads into it from both, names neither of them,
 * and one that climbs above the site leads astray from the second.
 */
const HERE = 'https://here.invalid';
const THERE = 'https://there.invalid/some/where';

/** Schemes that a link may have; nothing is loaded or run by following one. */
const LINK_SCHEMES = new Set(['https:', 'http:', 'mailto:']);

/**
 * Reads an address as a browser does (white space and backslashes included), and its path as a server might that
 * undoes "%2e%2e%2f" before it looks for the file.
 *
 * @param value as it stands in the page
 * @param page path of the page in the preview
 * @param base where the preview is served: "/pr-12/"
 */
export function readAddress(value: string, page: string, base: string): Address {
  const refused = (reason: string): Address => ({ kind: 'refused', reason });
  const here = urlOf(value, `${HERE}${base}${page}`);
  const there = urlOf(value, `${THERE}${base}${page}`);
  if (here === undefined || there === undefined) return refused('an address that can’t be read');
  if (here.origin !== HERE || there.origin === HERE) {
    if (LINK_SCHEMES.has(here.protocol)) return { kind: 'foreign' };
    return refused(`an address that begins with ${here.protocol}`);
  }
  const path = servedPath(here.pathname);
  if (path === undefined) return refused('an address that can’t be read');
  // What begins at the root of the host is the same at both places.
  const prefix = beginsAtRoot(value) ? '' : new URL(THERE).pathname;
  const served = servedPath(there.pathname);
  const isInside = path.startsWith(base) && served?.startsWith(`${prefix}${base}`) === true;
  if (!isInside) return refused(`an address outside of the preview: ${value}`);
  return { kind: 'inside', path: path.slice(base.length) };
}

function urlOf(value: string, page: string): URL | undefined {
  return URL.canParse(value, page) ? new URL(value, page) : undefined;
}

/** Browsers leave out tabs and line breaks, and what is no visible character before an address. */
function beginsAtRoot(value: string): boolean {
  return /^[\0- ]*[/\\]/.test(value.replace(/[\t\n\r]/g, ''));
}

/** Deeper than any address needs to be encoded. */
const DECODINGS = 5;

/**
 * A path with its escapes undone, as often as that changes it, and without "..". Undefined where escapes are broken, or where they hide what no name of a file has.
 */
function servedPath(pathname: string): string | undefined {
  let path = pathname;
  for (let time = 0; time < DECODINGS; time++) {
    const decoded = decodedOnce(path);
    if (decoded === undefined || /\p{Cc}/u.test(decoded)) return undefined;
    if (decoded === path) return normalize(path.replaceAll('\\', '/'));
    path = decoded;
  }
  return undefined;
}

function decodedOnce(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
