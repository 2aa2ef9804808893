/** The command that draws, on a small document, by real drawings. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingFolder } from '../../src/drawing/output-folder.ts';
import { MANIFEST, readManifest, writeManifest } from '../../src/publish/manifest.ts';
import { listFiles } from '../../src/publish/replace-pages.ts';
import { copyClaimsReport } from '../fixtures/claims-report.ts';
import { makeSiteData } from '../fixtures/make-site-data.ts';
import { Bench, end, processesThatName, type Ended } from '../commands/bench.ts';

const LONG = 180_000;
const root = join(import.meta.dirname, '..', '..');

let bench: Bench;
let page: string;
/** Folders of pages: one that isn't there yet, and one that holds more than earlier pages. */
let fresh: string;
let used: string;
beforeAll(() => {
  bench = new Bench();
  // Its local session is of programs that these runners don't have, so it feeds no page.
  makeSiteData(bench.data);
  page = copyClaimsReport(bench.content);
  fresh = join(bench.folder, 'new', 'a%20b 100% #ü');
  used = join(bench.folder, 'used');
  mkdirSync(used);
});
afterAll(() => bench.remove());

const text = (): string => readFileSync(page, 'utf8');
const render = (out: string): Promise<Ended> => bench.run(['render'], { STEELYARD_OUT: out });

/** Everything in a folder of pages, by path. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );
}

describe('pages that are drawn', () => {
  it(
    'at the same time as others are drawn one after the other, and the second says so',
    async () => {
      const { pid } = spawnSync('/bin/sh', ['-c', ':']);
      mkdirSync(join(used, drawingFolder(pid)));
      for (const name of ['gone.html', 'CNAME']) writeFileSync(join(used, name), 'before');
      writeManifest(used, ['gone.html']);

      const first = bench.start(['render'], { STEELYARD_OUT: fresh });
      const firstEnded = end(first);
      while (!existsSync(fresh) && first.exitCode === null) await setTimeout(20);
      const second = await render(used);
      expect(await firstEnded).toMatchObject({ exitCode: 0 });
      expect(second).toMatchObject({ exitCode: 0 });
      expect(second.stderr).toContain('Waiting for another drawing of this project (process ');
    },
    LONG,
  );

  it('are all there, listed, and nothing else is', () => {
    const files = listFiles(fresh);
    expect(files).toEqual(expect.arrayContaining(['index.html', 'report/index.html']));
    expect(readManifest(fresh)).toEqual(files);
    expect(readdirSync(fresh).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('take the place of the pages before, and of nothing else', () => {
    const files = listFiles(used);
    expect(files).toEqual([...listFiles(fresh), 'CNAME'].sort());
    expect(readdirSync(used).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readFileSync(join(used, MANIFEST), 'utf8')).not.toContain('CNAME');
  });

  it('are the reference’s alone where no local session feeds a page', () => {
    expect(readdirSync(join(bench.data, 'local'))).not.toEqual([]);
    expect(listFiles(fresh).filter((path) => path.includes('here/'))).toEqual([]);
  });
});

describe('the pages before', () => {
  it(
    'stay as they are when a drawing fails, and nothing is left of it',
    async () => {
      const [before, good] = [contentOf(used), text()];
      // Only the drawn pages show that it leads nowhere.
      writeFileSync(page, `${good}\n\n[a link](#nowhere)\n`);
      const { exitCode, stderr } = await render(used);
      writeFileSync(page, good);
      const line = good.split('\n').length + 2;
      expect(stderr).toContain(
        `✖ content/report/index.mdx:${line}: the link "#nowhere" leads nowhere: report/index.html has no "#nowhere". Mend the link.\n`,
      );
      expect(stderr).not.toMatch(/ {4}at /);
      expect(exitCode).toBe(2);
      expect(contentOf(used)).toEqual(before);
      expect(readdirSync(used).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    LONG,
  );

  it.skipIf(!existsSync('/proc/self/environ')).each(['SIGINT', 'SIGTERM'] as const)(
    'stay as they are after %s, and nothing is left running',
    async (signal) => {
      const before = contentOf(used);
      const child = bench.start(['render'], { STEELYARD_OUT: used });
      const ended = end(child);
      while (!existsSync(join(used, drawingFolder(child.pid ?? 0))) && child.exitCode === null)
        await setTimeout(20);
      child.kill(signal);
      const { exitCode, stderr } = await ended;
      expect(stderr).toContain('Interrupted. The pages are those of before');
      expect(exitCode).toBe(130);
      expect(contentOf(used)).toEqual(before);
      expect(readdirSync(used).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(processesThatName(bench.folder)).toEqual([]);
    },
    LONG,
  );
});

describe.concurrent(
  'what can’t be meant ends with 2 in a sentence, before anything is done',
  () => {
    it.each<[string, string, Record<string, string>, RegExp]>([
      ['a folder of somebody', 'render', { STEELYARD_OUT: root }, /it is the project itself/],
      ['above the project', 'build', { STEELYARD_OUT: '..' }, /it holds the project/],
      ['no content', 'render', { STEELYARD_CONTENT: '/nope' }, /no folder in \/nope, which/],
      ['no content', 'dev', { STEELYARD_CONTENT: '/nope' }, /no folder in \/nope, which/],
      [
        'no address',
        'build',
        { STEELYARD_SITE: 'example.org' },
        /STEELYARD_SITE is "example\.org"/,
      ],
      ['no path', 'preview', { STEELYARD_BASE: '//x//' }, /STEELYARD_BASE is "\/\/x\/\/"/],
      ['no pages', 'preview', { STEELYARD_OUT: '/nope' }, /no pages in \/nope\. Draw them first/],
      [
        'no pages',
        'publish-pages',
        { STEELYARD_OUT: '/nope' },
        /no pages .*\/nope.*Draw them first/,
      ],
    ])('%s to %s', async (_, command, env, expected) => {
      const { exitCode, stderr } = await bench.run([command], env);
      expect(stderr).toMatch(expected);
      expect(stderr.trim()).not.toContain('\n');
      expect(exitCode).toBe(2);
    });
  },
);
