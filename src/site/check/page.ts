/** A drawn page, as far as its links are concerned. Only our own pages are read so: their quotes are escaped. */
export interface DrawnPage {
  /** Path in the folder of the pages, with "/" between folders. */
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** Ids that stand there more than once. */
  readonly repeated: readonly string[];
  /** Addresses that it links to or loads, each once. */
  readonly addresses: ReadonlySet<string>;
}

const TAG = /<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*>/g;
const ATTRIBUTE = /\s(id|href|src)="([^"]*)"/g;

export function drawnPage(path: string, html: string): DrawnPage {
  const ids = new Set<string>();
  const repeated = new Set<string>();
  const addresses = new Set<string>();
  for (const [tag] of html.matchAll(TAG)) {
    for (const [, name, value = ''] of tag.matchAll(ATTRIBUTE)) {
      const text = unescaped(value);
      if (name !== 'id') addresses.add(text);
      else if (ids.has(text)) repeated.add(text);
      else ids.add(text);
    }
  }
  return { path, ids, repeated: [...repeated], addresses };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');
}
