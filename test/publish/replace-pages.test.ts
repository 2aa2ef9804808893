import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST, readManifest } from '../../src/publish/manifest.ts';
import { listFiles, removePages, replacePages } from '../../src/publish/replace-pages.ts';
import { temporaryFolder } from './temporary.ts';

const temporary = temporaryFolder();
let count = 0;
let folder = '';
beforeEach(() => {
  folder = join(temporary(), String(count++), 'pages');
  mkdirSync(folder, { recursive: true });
});

function write(path: string, text: string, at = folder): void {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  writeFileSync(join(at, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** Puts pages with these texts there, as a drawing does. */
function put(pages: Readonly<Record<string, string>>): void {
  const fresh = join(folder, '..', `fresh-${count++}`);
  mkdirSync(fresh);
  for (const [path, text] of Object.entries(pages)) write(path, text, fresh);
  replacePages(folder, fresh);
}

describe('pages that are replaced', () => {
  it('leave nothing of the pages before, folders included', () => {
    put({ 'index.html': '1', 'old/deep/index.html': '1' });
    put({ 'index.html': '2', 'new/index.html': '2' });
    expect(listFiles(folder)).toEqual(['index.html', 'new/index.html']);
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'new', MANIFEST]);
    expect(read('index.html')).toBe('2');
    expect(readManifest(folder)).toEqual(['index.html', 'new/index.html']);
  });

  it('leave what somebody else put beside them, or into their folders', () => {
    put({ 'a/index.html': '1', 'index.html': '1' });
    write('CNAME', 'example.org');
    write('a/notes.txt', 'mine');
    put({ 'index.html': '2' });
    expect(listFiles(folder)).toEqual(['CNAME', 'a/notes.txt', 'index.html']);
  });

  it('may turn a page into a folder, and a folder into a page', () => {
    put({ a: '1', 'b/index.html': '1' });
    put({ 'a/index.html': '2', b: '2' });
    expect(listFiles(folder)).toEqual(['a/index.html', 'b']);
  });

  it.each([
    ['a file', 'robots.txt', () => write('robots.txt', 'mine')],
    ['a file where a folder shall be', 'a', () => write('a', 'mine')],
    ['a folder where a file shall be', 'robots.txt', () => write('robots.txt/x', 'mine')],
    ['an empty one', 'robots.txt', () => mkdirSync(join(folder, 'robots.txt'))],
    ['a link', 'robots.txt', () => symlinkSync('index.html', join(folder, 'robots.txt'))],
  ])('are refused where %s of somebody else is in the way, and nothing changes', (_, at, make) => {
    put({ 'index.html': '1' });
    make();
    const before = listFiles(folder);
    expect(() => put({ 'index.html': '2', 'robots.txt': '2', 'a/index.html': '2' })).toThrow(
      new RegExp(`^${at} stands in .*Steelyard didn't put it there`),
    );
    expect([listFiles(folder), read('index.html')]).toEqual([before, '1']);
    expect(readManifest(folder)).toEqual(['index.html']);
  });

  it('leave somebody’s file with the same bytes to whom it is', () => {
    write('robots.txt', 'same');
    put({ 'index.html': '1', 'robots.txt': 'same' });
    expect(readManifest(folder)).toEqual(['index.html']);
    put({ 'index.html': '2' });
    expect(read('robots.txt')).toBe('same');
  });

  it('neither write nor remove through a link, which leads to what isn’t theirs', () => {
    const elsewhere = join(folder, '..', `elsewhere-${count++}`);
    write('index.html', 'mine', elsewhere);
    put({ 'a/index.html': '1' });
    rmSync(join(folder, 'a'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'a'));
    expect(() => put({ 'a/index.html': '2' })).toThrow(/^a stands in/);
    put({ 'b.html': '2' });
    expect(readFileSync(join(elsewhere, 'index.html'), 'utf8')).toBe('mine');
  });
});

describe('pages that are removed', () => {
  it('take their folder with them, unless somebody’s file is in it', () => {
    put({ 'a/index.html': '1' });
    removePages(folder);
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    put({ 'a/index.html': '1' });
    write('notes.txt', 'mine');
    removePages(folder);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});

describe('the manifest', () => {
  it.each([
    ['a path that leads out', { schema: 1, files: ['../x'] }],
    ['an absolute path', { schema: 1, files: ['/etc/passwd'] }],
    ['a path into the repository', { schema: 1, files: ['.git/config'] }],
    ['another schema', { schema: 2, files: [] }],
    ['other fields', { files: [] }],
  ])('with %s is refused, and nothing removed', (_, manifest) => {
    put({ 'index.html': '1' });
    write(MANIFEST, JSON.stringify(manifest));
    expect(() => put({ 'new.html': '2' })).toThrow(/is no list of pages that this version/);
    expect(() => removePages(folder)).toThrow(/is no list of pages/);
    expect(listFiles(folder)).toEqual(['index.html']);
  });

  it('that is torn is refused as well', () => {
    write(MANIFEST, '{"schema": 1, "fi');
    expect(() => readManifest(folder)).toThrow(/is no list of pages/);
  });
});
