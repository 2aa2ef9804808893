/** A browser for the tests of the pages: the system's, else the one that comes with a package. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { fontEnvironment } from './fonts.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Found {
  readonly path: string;
  readonly env: Record<string, string>;
  readonly args: readonly string[];
}

/**
 * Starts a headless browser whose only font is the tests' own; undefined where there is none, which
 * the caller has to say.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = systemBrowser() ?? packagedBrowser();
  if (found === undefined) return undefined;
  const env = { ...(process.env as Record<string, string>), ...fontEnvironment(), ...found.env };
  return chromium.launch({ executablePath: found.path, args: [...flags, ...found.args], env });
}

function systemBrowser(): Found | undefined {
  if (process.env['STEELYARD_BROWSER'] === 'packaged') return undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const path = [...onPath, ...places].find((file) => existsSync(file));
  return path === undefined ? undefined : { path, env: {}, args: [] };
}

/** Its libraries come with it, since a bare machine lacks some. */
function packagedBrowser(): Found | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin');
  const cache = resolve('.cache/browser');
  if (!existsSync(cache)) unpack(bin, cache);
  const libraries = [join(cache, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
  const env = { LD_LIBRARY_PATH: libraries.join(delimiter) };
  return { path: join(cache, 'chromium'), env, args: ['--no-zygote'] };
}

/**
 * Unpacks under a temporary name and renames, so that a broken attempt is never used. Test files run
 * side by side: each has a name of its own, and the first one to be done wins.
 */
function unpack(bin: string, cache: string): void {
  const part = `${cache}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'al2023'), { recursive: true });
  writeFileSync(join(part, 'chromium'), decompress(bin, 'chromium.br'), { mode: 0o755 });
  execFileSync('tar', ['-x', '-C', join(part, 'al2023')], {
    input: decompress(bin, 'al2023.tar.br'),
  });
  try {
    renameSync(part, cache);
  } catch (error) {
    if (!existsSync(cache)) throw error;
    rmSync(part, { recursive: true });
  }
}

function decompress(bin: string, name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(bin, name)));
}
