/** The kinds of pages there are, for what takes too long to be looked at on every page. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of a kind differ only in the case or the session that they show. */
function kindOf(file: string): string {
  return file.replace(/\/(runs|sessions)\/[^/]+\//g, '/$1/*/');
}

/** This machine's pages are made as the reference's are, in the same colours. */
export const isOfHere = (file: string): boolean => file.includes('/here/');

/** One page of each kind, the largest, which shows most. */
export function onePerKind(folder: string, files: readonly string[]): string[] {
  const size = (file: string): number => statSync(join(folder, file)).size;
  const largest = new Map<string, string>();
  for (const file of files) {
    const other = largest.get(kindOf(file));
    if (other === undefined || size(file) > size(other)) largest.set(kindOf(file), file);
  }
  return [...largest.values()];
}
