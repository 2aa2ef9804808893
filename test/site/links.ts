/** Walks the links of rendered pages without a server, as a reader would from a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface PageLinks {
  readonly hrefs: readonly string[];
  readonly ids: ReadonlySet<string>;
}

export function linksOf(html: string): PageLinks {
  const hrefs = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) => match[1]!);
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!));
  return { hrefs, ids };
}

/** Links that lead nowhere, as "page → href". */
export function brokenLinks(folder: string, files: readonly string[], base: string): string[] {
  const seen = new Map<string, PageLinks>();
  const page = (file: string): PageLinks => {
    const known = seen.get(file) ?? linksOf(readFileSync(join(folder, file), 'utf8'));
    seen.set(file, known);
    return known;
  };
  return files.flatMap((file) =>
    page(file)
      .hrefs.filter((href) => !/^https?:/.test(href))
      .filter((href) => {
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? file : targetOf(file, path, base);
        if (target === undefined || !existsSync(join(folder, target))) return true;
        return fragment !== undefined && fragment !== '' && !page(target).ids.has(fragment);
      })
      .map((href) => `${file} → ${href}`),
  );
}

function targetOf(file: string, path: string, base: string): string | undefined {
  if (!path.startsWith('/')) return normalize(join(dirname(file), path));
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}
