/** A browser for the tests of the pages: the system's, else the one that comes with a package. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

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

/** Starts a headless browser; undefined where there is none, which the caller has to say. */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = systemBrowser() ?? packagedBrowser();
  if (found === undefined) return undefined;
  const env = { ...(process.env as Record<string, string>), ...found.env };
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

/** Its libraries and a font come with it, since a bare machine lacks some. */
function packagedBrowser(): Found | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin');
  const cache = resolve('.cache/browser');
  if (!existsSync(cache)) unpack(bin, cache);
  const libraries = [join(cache, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
  const env = {
    LD_LIBRARY_PATH: libraries.join(delimiter),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_FILE: join(cache, 'fonts.conf') }),
  };
  return { path: join(cache, 'chromium'), env, args: ['--no-zygote'] };
}

/** Unpacks under a temporary name and renames, so that a broken attempt is never used. */
function unpack(bin: string, cache: string): void {
  const part = `${cache}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, 'chromium'), decompress(bin, 'chromium.br'), { mode: 0o755 });
  for (const name of ['al2023', 'fonts']) {
    mkdirSync(join(part, name));
    execFileSync('tar', ['-x', '-C', join(part, name)], {
      input: decompress(bin, `${name}.tar.br`),
    });
  }
  const fonts = `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    join(part, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`,
  );
  renameSync(part, cache);
}

function decompress(bin: string, name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(bin, name)));
}
