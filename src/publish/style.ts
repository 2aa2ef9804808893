import { ident, tokenize, tokenTypes, url } from 'css-tree';
import { AT_RULES, LOADING_FUNCTIONS } from './vocabulary.ts';

/**
 * What in a piece of CSS would load something, in words; undefined if nothing would. A sheet, a
 * declaration list and a single value are all read alike: by tokens, with their escapes undone.
 */
export function loadingIn(css: string): string | undefined {
  let found: string | undefined;
  tokenize(css, (type, start, end) => {
    found ??= loadingToken(type, css.slice(start, end));
  });
  return found;
}

function loadingToken(type: number, token: string): string | undefined {
  if (type === tokenTypes.BadUrl) return 'a url() that is cut off';
  // An address within the page itself, such as a gradient's, loads nothing.
  if (type === tokenTypes.Url && !url.decode(token).startsWith('#')) return `${token} in CSS`;
  if (type === tokenTypes.Function) {
    const name = ident.decode(token.slice(0, -1)).toLowerCase();
    if (LOADING_FUNCTIONS.has(name)) return `${name}() in CSS`;
  }
  if (type === tokenTypes.AtKeyword) {
    const name = ident.decode(token.slice(1)).toLowerCase();
    if (!AT_RULES.has(name)) return `@${name} in CSS`;
  }
  return undefined;
}
