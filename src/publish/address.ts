/** An address in a page of a preview. */
export type Address =
  /** Of a page or file of the preview itself, with its path in it. */
  | { readonly kind: 'inside'; readonly path: string }
  /** Of another site, which a reader would be led to. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused'; readonly reason: string };

/** A host that no address can name by chance. */
const HERE = 'https://preview.invalid';

/** Schemes that a link may have; nothing is loaded or run by following one. */
const LINK_SCHEMES = new Set(['https:', 'http:', 'mailto:']);

/**
 * Reads an address as a browser does (white space and backslashes included).
 *
 * @param value as it stands in the page
 * @param page path of the page in the preview
 * @param base where the preview is served: "/pr-12/"
 */
export function readAddress(value: string, page: string, base: string): Address {
  let target: URL;
  try {
    target = new URL(value, `${HERE}${base}${page}`);
  } catch {
    return { kind: 'refused', reason: 'an address that can’t be read' };
  }
  if (target.origin === HERE) {
    if (target.pathname.startsWith(base))
      return { kind: 'inside', path: target.pathname.slice(base.length) };
    return { kind: 'refused', reason: `an address outside of the preview: ${value}` };
  }
  if (!LINK_SCHEMES.has(target.protocol))
    return { kind: 'refused', reason: `an address that begins with ${target.protocol}` };
  return { kind: 'foreign' };
}
