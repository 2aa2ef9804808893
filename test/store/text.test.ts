import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/store/text.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'steelyard-text-'));
const file = join(folder, 'a.mdx');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a text that a person wrote', () => {
  it.each([
    ['as it is', 'a\nb\n'],
    ['with the line ends of Windows', 'a\r\nb\r\n'],
    ['with a byte-order mark', '\uFEFFa\nb\n'],
    ['with both', '\uFEFFa\r\nb\r\n'],
    ['with some of each', 'a\r\nb\n'],
    ['with lone carriage returns', 'a\rb\r'],
  ])('%s reads the same', (_, written) => {
    writeFileSync(file, written);
    expect(readText(file)).toBe('a\nb\n');
  });

  it('keeps what only looks like a byte-order mark: one inside of the text', () => {
    writeFileSync(file, 'a\uFEFFb');
    expect(readText(file)).toBe('a\uFEFFb');
  });

  it.each([
    ['Latin-1', Buffer.from('eins\nzwei\nf\xfcnf\n', 'latin1'), 3],
    ['UTF-16', Buffer.from('\uFEFFa\nb\n', 'utf16le'), 1],
  ])('in %s is told of with file and line', (_, bytes, line) => {
    writeFileSync(file, bytes);
    expect(() => readText(file, 'content/a.mdx')).toThrow(
      `content/a.mdx:${line}: a character is not UTF-8. Save the file as UTF-8.`,
    );
  });
});

describe('a clone whose git turns line ends into those of Windows', () => {
  it('has every byte that is measured, sealed or read as it was committed', () => {
    const [own, clone] = ['own', 'clone'].map((name) => join(folder, name)) as [string, string];
    const files = [
      '.gitattributes',
      'runners/runtimes/shell/count.sh',
      'runners/requirements.lock',
      'data/sessions/one/records.jsonl',
      'src/measure/launcher.c',
      'content/report/index.mdx',
    ];
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: own });
    mkdirSync(own);
    for (const name of files.slice(1)) {
      mkdirSync(join(own, name, '..'), { recursive: true });
      writeFileSync(join(own, name), 'first\nsecond\n');
    }
    // What is measured stays what it is, whatever that is.
    writeFileSync(join(own, 'runners/dos.txt'), 'first\r\nsecond\r\n');
    cpSync(join(root, '.gitattributes'), join(own, '.gitattributes'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'all');
    git('-c', 'core.autocrlf=true', 'clone', '-q', own, clone);
    for (const name of [...files, 'runners/dos.txt'])
      expect(readFileSync(join(clone, name), 'utf8'), name).toBe(
        readFileSync(join(own, name), 'utf8'),
      );
  });
});
