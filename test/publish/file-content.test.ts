import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/publish/file-content.ts';
import { vettedSite } from '../../src/publish/site.ts';
import { PICTURE } from '../site/invented-site.ts';
import { COMMIT } from './artifact.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const check = (name: string, content: Buffer | string): void => {
  const type = name.split('.').at(-1) ?? '';
  checkFile(name, type, typeof content === 'string' ? Buffer.from(content) : content);
};

const page = latin('<html><script>x</script>');
const png = readFileSync(PICTURE);
const jpeg = latin(
  '\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x03c123\xff\0\xff\xd0456\xff\xda\0\x03c789\xff\xff\xff\xd9',
);
const webp = latin('RIFF\x10\0\0\0WEBPVP8L\x03\0\0\0abc\0');
const avif = latin(
  '\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x0cmeta1234\0\0\0\x01mdat\0\0\0\0\0\0\0\x12ab',
);

describe('a file of a preview is shown', () => {
  it.each([
    ['a.json', '{"a": [1, null]}\n'],
    ['a.jsonl', '{"a": 1}\n{"a": 2}\n'],
    ['a.jsonl', ''],
    ['a.csv', 'a,b\r\n1,„ü“\r\n'],
    ['a.txt', 'for\n\tx in y\n'],
    ['a.png', png],
    ['a.jpg', jpeg],
    ['a.jpeg', jpeg],
    ['a.webp', webp],
    ['a.avif', avif],
  ])('if it is what its name says: %s', (name, content) => {
    expect(() => check(name, content)).not.toThrow();
  });
});

describe('a file of a preview is refused', () => {
  const control = (code: string): string => `holds the control character U+${code}`;
  it.each([
    ['a page as JSON', 'a.json', page, 'is no JSON'],
    ['nothing as JSON', 'a.json', '', 'is no JSON'],
    ['JSON and more', 'a.json', '{}{}', 'is no JSON'],
    ['JSON that is very deep', 'a.json', '['.repeat(3e6), 'is no JSON'],
    ['bytes as JSON', 'a.json', latin('"\xff"'), 'is no UTF-8'],
    ['a line that is no JSON', 'a.jsonl', '{}\nx\n{}\n', 'has no JSON in its line 2'],
    ['an empty line', 'a.jsonl', '{}\n\n{}\n', 'has no JSON in its line 2'],
    ['bytes as a table', 'a.csv', latin('a,\xe4'), 'is no UTF-8'],
    ['NUL in a table', 'a.csv', 'a\0b', control('0000')],
    ['an escape in a text', 'a.txt', 'a\u001b[2J', control('001B')],
    ['a control character of Latin-1', 'a.txt', 'a\u0085', control('0085')],
    ['a program', 'a.txt', latin('\x7fELF'), control('007F')],
    ['a page as a picture', 'a.png', page, 'is no PNG picture'],
    ['a page behind eight bytes', 'a.png', latin(`\x89PNG\r\n\x1a\n${String(page)}`), 'is no PNG'],
    ['a page behind a picture', 'a.png', Buffer.concat([png, page]), 'is no PNG picture'],
    ['half a picture', 'a.png', png.subarray(0, 40), 'is no PNG picture'],
    ['a picture without its end', 'a.png', png.subarray(0, -12), 'is no PNG picture'],
    ['a picture of another kind', 'a.png', jpeg, 'is no PNG picture'],
    ['a page behind three bytes', 'a.jpg', latin(`\xff\xd8\xff${String(page)}`), 'is no JPG'],
    ['a page behind a photograph', 'a.jpg', Buffer.concat([jpeg, page]), 'is no JPG picture'],
    ['a photograph twice', 'a.jpeg', Buffer.concat([jpeg, jpeg]), 'is no JPEG picture'],
    ['a photograph without its end', 'a.jpg', jpeg.subarray(0, -2), 'is no JPG picture'],
    ['a photograph without a scan', 'a.jpg', latin('\xff\xd8\xff\xd9'), 'is no JPG picture'],
    ['a page in a container', 'a.webp', latin(`RIFF\x16\0\0\0WEBP${String(page)}`), 'is no WEBP'],
    ['a page behind a container', 'a.webp', Buffer.concat([webp, page]), 'is no WEBP picture'],
    ['a chunk that is cut off', 'a.webp', latin('RIFF\x0c\0\0\0WEBPVP8L\x09\0\0\0'), 'is no WEBP'],
    ['a page behind boxes', 'a.avif', Buffer.concat([avif, page]), 'is no AVIF picture'],
    ['a page behind a brand', 'a.avif', latin(`\0\0\0\x10ftypavif${String(page)}`), 'is no AVIF'],
    ['a film', 'a.avif', latin('\0\0\0\x10ftypmp42\0\0\0\0'), 'is no AVIF picture'],
    [
      'boxes without a picture',
      'a.avif',
      latin('\0\0\0\x10ftypavif\0\0\0\0'),
      'is no AVIF picture',
    ],
    ['a drawing', 'a.svg', '<svg/>', 'is of a kind that previews don’t show'],
    ['a script', 'a.js', 'x', 'is of a kind that previews don’t show'],
    ['a file without a kind', 'a', 'x', 'is of a kind that previews don’t show'],
    ['a name of objects', 'a.constructor', 'x', 'is of a kind that previews don’t show'],
  ])('with %s', (_, name, content, reason) => {
    expect(() => check(name, content)).toThrow(`${name}: ${reason}`);
  });
});

it('a style sheet or a font among the files is left out, whatever it holds', () => {
  const files = new Map([
    ['a.css', latin('@import "//evil.example"; \0')],
    ['a.woff2', latin('\0')],
    ['a.txt', latin('x')],
  ]);
  const shown = { number: 12, commit: COMMIT };
  expect([...vettedSite(files, shown).keys()]).toEqual(['a.txt']);
});

it('pages that become larger by what is added are counted as they are served', () => {
  const source = Buffer.from('<html lang="en"><head></head><body></body></html>');
  const files = new Map(Array.from({ length: 9 }, (_, index) => [`${index}.html`, source]));
  const limits = { files: 10, fileBytes: 1e6, totalBytes: 100_000 };
  expect(() => vettedSite(files, { number: 12, commit: COMMIT }, limits)).toThrow(
    'takes the preview beyond 0.1 MB',
  );
});
