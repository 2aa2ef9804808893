/** A drawn page, and what a reader has of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page without its styles. */
export function pageIn(out: string, file: string): string {
  return readFileSync(join(out, file), 'utf8')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll('&#39;', "'");
}

/** Its text, with plain blanks. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');
}
