/** What a page costs its reader: bytes, requests, script. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  /** Of the page and all files that it loads, each compressed with gzip. */
  readonly bytes: number;
  /** The page itself, and what it loads before the first cell of a table. */
  readonly requestsToNumber: number;
  /** Elements that run a script, wherever they stand. */
  readonly scripts: number;
}

/** Whatever makes a browser ask for a file; an address of "data:" holds the file itself. */
const LOADING =
  /<(?:link[^>]*rel="(?:stylesheet|preload|modulepreload)"|script|img|iframe|source|video|audio)\b[^>]*?\s(?:href|src)="(?!data:)([^"]+)"/g;

/** Weighs a built page; what it loads must lie in the same folder of pages. */
export function weigh(folder: string, file: string): Weight {
  const html = readFileSync(join(folder, file), 'utf8');
  const loaded = [...html.matchAll(LOADING)];
  const files = [...new Set(loaded.map(([, address = '']) => address))];
  const others = files.map((address) => readFileSync(join(folder, dirname(file), address)));
  const firstNumber = html.indexOf('<td');
  return {
    bytes: [Buffer.from(html), ...others].reduce((sum, one) => sum + gzipSync(one).length, 0),
    requestsToNumber: 1 + loaded.filter(({ index }) => index < firstNumber).length,
    scripts: [...html.matchAll(/<script\b/g)].length,
  };
}
