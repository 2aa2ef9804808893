/** What every page has: the way in, the way on, an address for each of its parts. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { SIGNS } from '../../build/signs.ts';
import { BASE, drawPreview } from './invented-site.ts';
import { brokenLinks, linksOf } from './links.ts';
import { piecesOf } from './pieces.ts';
import { htmlFiles } from './render.ts';

const DOCUMENTS = ['duso-vs-python/index.html', 'duso-vs-python/here/index.html'];

let folder: string;
let files: string[];
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const mainOf = (html: string): string => /<main[^]*<\/main>/.exec(html)?.[0] ?? '';

beforeAll(async () => {
  ({ folder } = await drawPreview('frame'));
  files = htmlFiles(folder);
});

it('a preview has no sitemap and no feed', () => {
  const drawn = readdirSync(folder);
  for (const name of ['sitemap.xml', 'robots.txt', 'feed.xml']) expect(drawn).not.toContain(name);
  for (const file of files) expect(read(file), file).not.toContain('rel="alternate"');
});

/** What Inter's Latin letters cover, as their package says. */
function latinRanges(): (readonly [from: number, to: number])[] {
  const file = import.meta.resolve('@fontsource-variable/inter/index.css');
  const css = readFileSync(fileURLToPath(file), 'utf8');
  const latin = /inter-latin-wght-normal\.woff2[^}]*unicode-range:([^;]*);/.exec(css)?.[1] ?? '';
  return [...latin.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
    ([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)] as const,
  );
}

describe('every page', () => {
  it('has no character that is in neither of the fonts that come with it', () => {
    const ranges = latinRanges();
    expect(ranges.length).toBeGreaterThan(10);
    const isDrawn = (sign: string): boolean => {
      const code = sign.codePointAt(0)!;
      return SIGNS.includes(sign) || ranges.some(([from, to]) => from <= code && code <= to);
    };
    for (const file of files) {
      const said = piecesOf(read(file)).map(({ text }) => text);
      expect(
        [...new Set(said.join(' '))].filter((sign) => !isDrawn(sign)),
        file,
      ).toEqual([]);
    }
  });

  it('begins with a link to its main part', () => {
    for (const file of files) {
      const html = read(file);
      expect(/<body[^>]*>\s*<a class="skip" href="#main">/.test(html), file).toBe(true);
      expect(html.match(/<main id="main"/g), file).toHaveLength(1);
    }
  });

  it('has no link that leads nowhere under a base path, fragments included', () => {
    expect(files).toEqual(
      expect.arrayContaining(['glossary/index.html', 'duso-vs-python/method/index.html']),
    );
    expect(brokenLinks(folder, files, BASE)).toEqual([]);
  });

  it('has one title, and no heading that skips a level', () => {
    for (const file of files) {
      const levels = [...mainOf(read(file)).matchAll(/<h([1-6])\b/g)].map(([, level]) =>
        Number(level),
      );
      expect(
        levels.filter((level) => level === 1),
        file,
      ).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), `${file}: heading ${index + 1}`).toBeLessThan(2);
      });
    }
  });

  it('ends with links to the glossary and the front page', () => {
    for (const file of files) {
      const [, footer = ''] = read(file).split(/<footer[^>]*>(?=\s*<nav)/);
      const { hrefs } = linksOf(footer);
      const isGlossary = file === 'glossary/index.html';
      const leads = isGlossary ? /^index\.html$/ : /glossary\/(?:index\.html)?$/;
      expect(
        hrefs.some((href) => leads.test(href)),
        file,
      ).toBe(true);
    }
  });

  it('takes at most 60 kB compressed, documents aside', () => {
    for (const file of files.filter((one) => !DOCUMENTS.includes(one)))
      expect(gzipSync(read(file)).length, file).toBeLessThanOrEqual(60_000);
  });

  it('has a policy by which no script runs and nothing is loaded from elsewhere', () => {
    for (const file of files) {
      const [head = ''] = read(file).split('</head>');
      expect(head, file).toContain(
        `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
          `style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'">`,
      );
    }
  });

  it('asks search engines not to list it', () => {
    for (const file of files)
      expect(read(file), file).toMatch(/<meta name="robots" content="noindex"/);
  });
});

describe('the headings of a document, its chapters, its evidence and the glossary', () => {
  it('each link to an anchor of their own', () => {
    const pages = files.filter((file) =>
      /python\/(?:audit\/|method\/|runs\/[^/]+\/)?index|glossary/.test(file),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const file of pages) {
      const html = mainOf(read(file));
      const { ids } = linksOf(html);
      const headings = [...html.matchAll(/<h([2-4])\b[^>]*>(.*?)<\/h\1>/gs)];
      const anchors = headings.map(
        ([heading]) => /<a class="self" href="#([^"]*)"/.exec(heading)?.[1],
      );
      expect(
        anchors.filter((anchor) => anchor === undefined || !ids.has(anchor)),
        file,
      ).toEqual([]);
      expect(new Set(anchors).size, file).toBe(anchors.length);
    }
  });
});
