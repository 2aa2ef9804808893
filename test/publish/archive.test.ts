import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import { parseJson, readArchive } from '../../src/publish/archive.ts';
import { DEVICE, FOLDER, LINK, writeArtifact, type Contents } from './artifact.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const read = (contents: Contents) => readArchive(writeArtifact(join(folder(), 'a.zip'), contents));

describe('an archive', () => {
  it('is read whole, with its folders', async () => {
    const files = await read({
      'site/': { content: '', mode: FOLDER },
      'site/a/index.html': 'one',
      'comparison.json': '{}',
    });
    expect([...files].map(([path, content]) => [path, content.toString()])).toEqual([
      ['site/a/index.html', 'one'],
      ['comparison.json', '{}'],
    ]);
  });

  it('is read where it was made without permissions, and with the longest name', async () => {
    const longest = `site/io-100/${'a-b.'.repeat(57)}`;
    expect(longest).toHaveLength(240);
    const contents = { 'site/': { content: '', mode: 0 }, [longest]: { content: 'x', mode: 0 } };
    expect([...(await read(contents)).keys()]).toEqual([longest]);
    await expect(read({ [`${longest}c`]: 'x' })).rejects.toThrow(/has a name that no file/);
  });

  it.each([
    ['a path that leaves it', { '../../index.html': 'x' }, /\.\.\/\.\.\/index\.html/],
    ['a path that leaves it from inside', { 'site/../../index.html': 'x' }, /site\/\.\.\//],
    [
      'an absolute path',
      { '/etc/passwd': 'x' },
      /: the archive: can't be read \(.*etc\/passwd\)\.$/,
    ],
    ['a path of another system', { 'site\\..\\index.html': 'x' }, /index\.html/],
    ['a path below it of another system', { 'site\\index.html': 'x' }, /index\.html/],
    ['a drive', { 'C:/index.html': 'x' }, /C:/],
    ['a hidden file', { 'site/.git/config': 'x' }, /site\/\.git\/config: has a name/],
    ['a hidden file last', { 'site/.env': 'x' }, /site\/\.env: has a name/],
    ['a mark before a folder', { '@site/': { content: '', mode: FOLDER } }, /@site\/: has a name/],
    ['a mark behind a folder', { 'site@/': { content: '', mode: FOLDER } }, /site@\/: has a name/],
    ['HTML in a name', { 'site/<script>.html': 'x' }, /<script>\.html: has a name/],
    ['a mention in a name', { 'site/@org/team': 'x' }, /@org\/team: has a name/],
    ['a line break in a name', { 'site/a\u2028::error::b.html': 'x' }, /a\\u2028::error::b/],
    ['a long name', { [`site/${'a'.repeat(300)}.html`]: 'x' }, /has a name/],
    [
      'a path below a file',
      { 'site/a.txt/b.txt': 'x', 'site/a.txt': 'x' },
      /a\.txt\/b\.txt: stands below site\/a\.txt/,
    ],
    ['a path far below a file', { a: 'x', 'a/b/c.txt': 'x' }, /a\/b\/c\.txt: stands below a,/],
    ['a link', { 'site/index.html': { content: '/etc/passwd', mode: LINK } }, /is a link/],
    ['a link to a folder', { 'site/': { content: '..', mode: LINK } }, /is a link/],
    ['a device', { 'site/index.html': { content: '', mode: DEVICE } }, /is no regular file/],
    ['60 MB', { 'site/a.json': new Uint8Array(60e6) }, /site\/a\.json: is larger than 10 MB/],
    ['60 MB in small files', manyOf(8, 7.5e6), /takes the archive beyond 50 MB/],
    ['too many files', manyOf(2001, 1), /is one of more than 2000 files/],
  ])('with %s is refused by name', async (_, contents: Contents, message) => {
    await expect(read(contents)).rejects.toThrow(message);
  });

  it('with one path twice is refused', async () => {
    const zip = writeArtifact(join(folder(), 'twice.zip'), {
      'site/a.html': '1',
      'site/b.html': '2',
    });
    writeFileSync(zip, rename(readFileSync(zip), 'site/b.html', 'site/a.html'));
    await expect(readArchive(zip)).rejects.toThrow(/site\/a\.html: is in the archive twice/);
  });

  it('with a file longer than it says is refused', async () => {
    const zip = writeArtifact(join(folder(), 'longer.zip'), { 'site/a.json': 'x'.repeat(70_000) });
    const bytes = readFileSync(zip);
    const directory = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    bytes.writeUInt32LE(100, directory + 24);
    writeFileSync(zip, bytes);
    await expect(readArchive(zip)).rejects.toThrow(/site\/a\.json: can't be read \(too many bytes/);
  });

  it('that is larger than its limit is refused unread', async () => {
    const zip = join(folder(), 'large.zip');
    writeFileSync(zip, Buffer.alloc(51e6));
    await expect(readArchive(zip)).rejects.toThrow(/is larger than 50 MB/);
  });

  it('may take all that its limits say, and nothing beyond', async () => {
    const two = { 'site/a.txt': 'a'.repeat(4000), 'site/b.txt': 'b'.repeat(4000) };
    const limits = { files: 2, fileBytes: 4000, totalBytes: 8000 };
    const within = (contents: Contents, change: Partial<typeof limits> = {}) =>
      readArchive(writeArtifact(join(folder(), 'limits.zip'), contents), { ...limits, ...change });
    expect([...(await within(two)).keys()]).toEqual(['site/a.txt', 'site/b.txt']);
    await expect(within(two, { fileBytes: 3999 })).rejects.toThrow(
      'site/a.txt: is larger than 0 MB.',
    );
    await expect(within(two, { totalBytes: 7999 })).rejects.toThrow(
      'site/b.txt: takes the archive beyond 0 MB.',
    );
    await expect(within({ ...two, 'site/c.txt': '' })).rejects.toThrow(
      'site/c.txt: is one of more than 2 files.',
    );
  });

  it('may itself be as large as all of its files', async () => {
    const zip = writeArtifact(join(folder(), 'empty.zip'), { 'site/a.txt': '' });
    const { size } = statSync(zip);
    const within = (totalBytes: number) => readArchive(zip, { files: 1, fileBytes: 1, totalBytes });
    expect((await within(size)).size).toBe(1);
    await expect(within(size - 1)).rejects.toThrow('the archive: is larger than 0 MB.');
  });

  it('that is missing is refused', async () => {
    await expect(readArchive(join(folder(), 'nowhere.zip'))).rejects.toThrow(
      'the archive: is missing: the build handed over none.',
    );
  });

  it('that is none is refused', async () => {
    const zip = join(folder(), 'none.zip');
    writeFileSync(zip, '<html>');
    await expect(readArchive(zip)).rejects.toThrow(
      /: the archive: is no zip that can be read \(.+\)\.$/,
    );
  });
});

describe('a JSON file of an archive', () => {
  const schema = z.strictObject({ a: z.number() });
  const parse = (text: string) =>
    parseJson(new Map([['a.json', Buffer.from(text)]]), 'a.json', schema);

  it('is read by its schema', () => {
    expect(parse('{"a": 1}')).toEqual({ a: 1 });
  });

  it.each([
    ['{', /is no JSON/],
    ['{"a": "1"}', /does not follow its schema: a:/],
    ['{"a": 1, "__proto__x": 1}', /does not follow its schema/],
  ])('is refused as %s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('is refused with the field that is wrong', () => {
    const files = new Map([['a.json', Buffer.from('{"a": {"b": "1"}}')]]);
    expect(() => parseJson(files, 'a.json', z.object({ a: z.object({ b: z.number() }) }))).toThrow(
      'a.json: does not follow its schema: a.b: ',
    );
  });

  it('is refused where it is missing, or no text', () => {
    expect(() => parseJson(new Map(), 'a.json', schema)).toThrow(/a\.json: is missing/);
    const bytes = new Map([['a.json', Buffer.from([0xff, 0xfe])]]);
    expect(() => parseJson(bytes, 'a.json', schema)).toThrow(/is no UTF-8/);
  });
});

function manyOf(count: number, size: number): Contents {
  const content = new Uint8Array(size);
  const names = Array.from({ length: count }, (_, index) => `site/${index}.json`);
  return Object.fromEntries(names.map((name) => [name, content]));
}

/** Renames a file inside a zip to a name of the same length. */
function rename(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}
