/** Renders the site with a data set of the test's own. */
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { drawingAlone } from '../../src/drawing/lock.ts';
import { makeOutput } from '../../src/terminal/output.ts';
import { ownEnvironment } from '../environment.ts';
import { first } from '../fixtures/projects.ts';
import { drawnOnce } from './drawn.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

export interface Rendering {
  /** Name of the folder under .cache/site-tests/. */
  name: string;
  data: string;
  content: string;
  base?: string;
  /** Further settings of the build. */
  env?: Readonly<Record<string, string>>;
}

export function testFolder(name: string): string {
  return join(project, '.cache/site-tests', name);
}

/**
 * Runs a real Astro build, or takes the pages that one of the same inputs has drawn in this run of the
 * tests; returns their folder, to be read only. It lies inside the project, where packages are found.
 */
export function render(rendering: Rendering): Promise<string> {
  const { data, content, base, env } = rendering;
  const inputs = { folders: [data, content], settings: { base, env } };
  return drawnOnce(testFolder('drawn'), inputs, (out) => draw(rendering, out));
}

async function draw(
  { name, data, content, base = '/', env: further }: Rendering,
  out: string,
): Promise<void> {
  const env = {
    ...ownEnvironment(testFolder(name)),
    NODE_ENV: 'production',
    STEELYARD_DATA: data,
    STEELYARD_CONTENT: content,
    STEELYARD_RUNNERS: first.runners,
    STEELYARD_OUT: out,
    STEELYARD_BASE: base,
    STEELYARD_CACHE: join(testFolder(name), 'cache'),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...further,
  };
  const astro = resolve(
    dirname(fileURLToPath(import.meta.resolve('astro/package.json'))),
    'bin/astro.mjs',
  );
  const { signal } = new AbortController();
  await drawingAlone({ root: project }, makeOutput({ quiet: true }), signal, () =>
    run(process.execPath, [astro, 'build'], { cwd: project, env }),
  );
}

/**
 * Copies the first report's content with this session as its pin, or with none. The invented runs of
 * the fixture needn't carry what the reference carries, so no claim expects anything there.
 */
export function pinnedContent(name: string, session: string | undefined): string {
  const content = join(testFolder(name), 'content');
  const report = join(content, 'duso-vs-python');
  rmSync(content, { recursive: true, force: true });
  cpSync(first.content, content, { recursive: true });
  const page = join(report, 'index.mdx');
  const source = readFileSync(page, 'utf8').replace(/^session:.*\n/m, '');
  const pin = session === undefined ? '' : `session: ${session}\n`;
  writeFileSync(page, source.replace(/^subject:/m, `${pin}subject:`));
  const claims = join(report, 'claims.yaml');
  writeFileSync(claims, stringify(withoutExpectations(readFileSync(claims, 'utf8'))));
  return content;
}

/** Puts a picture into a chapter of a report that was copied. @param picture below the project */
export function addPicture(content: string, picture: string): void {
  const report = join(content, 'duso-vs-python');
  cpSync(join(project, picture), join(report, basename(picture)));
  appendFileSync(join(report, 'method.mdx'), `\n![A picture](./${basename(picture)})\n`);
}

function withoutExpectations(claims: string): Record<string, object> {
  const all = parse(claims) as Record<string, { expect?: unknown }>;
  return Object.fromEntries(
    Object.entries(all).map(([id, { expect: _, ...claim }]) => [id, claim]),
  );
}

/** All HTML files below a folder, with paths relative to it. */
export function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
