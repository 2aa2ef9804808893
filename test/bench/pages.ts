/**
 * `npm run bench:pages`: renders the synthetic data set and holds the pages to their bars.
 * Prints the figures; ends with 1 when a bar is missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { htmlFiles, pinnedContent, render, testFolder } from '../site/render.ts';

const NAME = 'bench';
const RENDER_BAR_S = 10;
const DOCUMENT_BAR_BYTES = 100_000;

interface Figure {
  what: string;
  value: string;
  bar: string;
  holds: boolean;
}

const data = join(testFolder(NAME), 'data');
makeSiteData(data);
const start = performance.now();
const folder = await render({ name: NAME, data, content: pinnedContent(NAME, reference.id) });
const renderS = (performance.now() - start) / 1000;

const html = readFileSync(join(folder, 'duso-vs-python/index.html'), 'utf8');
const compressed = gzipSync(html).length;
const firstNumber = html.indexOf('<td');
const scriptBytes = scriptsIn(html.slice(0, firstNumber));

const figures: Figure[] = [
  {
    what: `rendering ${htmlFiles(folder).length} pages`,
    value: `${renderS.toFixed(1)} s`,
    bar: `${RENDER_BAR_S} s`,
    holds: renderS <= RENDER_BAR_S,
  },
  {
    what: 'the document, compressed',
    value: `${(compressed / 1000).toFixed(1)} kB`,
    bar: `${DOCUMENT_BAR_BYTES / 1000} kB`,
    holds: compressed <= DOCUMENT_BAR_BYTES,
  },
  {
    what: 'script before the first number',
    value: `${scriptBytes} bytes`,
    bar: '0 bytes',
    holds: scriptBytes === 0,
  },
];
for (const { what, value, bar, holds } of figures) {
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what}: ${value} (bar: ${bar})`);
}
process.exitCode = figures.every((figure) => figure.holds) ? 0 : 1;

/** Bytes of script elements, those of a linked script counted as missed by their tag. */
function scriptsIn(text: string): number {
  return [...text.matchAll(/<script[\s\S]*?<\/script>/g)].reduce(
    (sum, match) => sum + match[0].length,
    0,
  );
}
