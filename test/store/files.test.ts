import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/scenario/problem.ts';
import { explainWriteError, prettyJson, writeWhole } from '../../src/store/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing a whole file', () => {
  it('replaces the old content and leaves nothing else behind', () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'a much longer old content');
    writeWhole(file, 'new\n');
    expect(readFileSync(file, 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('writes bytes as they are', () => {
    const bytes = Uint8Array.of(0, 255, 13, 10);
    writeWhole(join(folder, 'bytes'), bytes);
    expect(Uint8Array.from(readFileSync(join(folder, 'bytes')))).toEqual(bytes);
  });

  it('leaves a link a link, and who may read it as it was', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'old', { mode: 0o640 });
    symlinkSync('file', join(folder, 'link'));
    writeWhole(join(folder, 'link'), 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readlinkSync(join(folder, 'link'))).toBe('file');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['file', 'link']);
  });

  it('leaves no half file when it fails', () => {
    // A folder stands where the file should go: renaming onto it can't work.
    const file = join(folder, 'taken');
    mkdirSync(join(file, 'inside'), { recursive: true });
    expect(() => writeWhole(file, 'content')).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readdirSync(file)).toEqual(['inside']);
  });
});

describe('an error of the disk', () => {
  const error = (code: string): Error => Object.assign(new Error(code), { code });

  it.each(['ENOSPC', 'EDQUOT'])('%s says that space is needed and that nothing is lost', (code) => {
    const problem = explainWriteError(error(code), 'data/x') as Problem;
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.kind).toBe('blocked');
    expect(problem.message).toMatch(/No space left for data\/x.*kept.*free some space/);
  });

  it.each(['EACCES', 'EROFS'])('%s says which file must be made writable', (code) => {
    const problem = explainWriteError(error(code), 'data/x') as Problem;
    expect(problem.kind).toBe('blocked');
    expect(problem.message).toContain(`data/x can't be written (${code})`);
  });

  it.each([
    ['EISDIR', 'it is a folder'],
    ['ENOTDIR', 'something above it is no folder'],
    ['ELOOP', 'lead in a circle'],
    ['EMFILE', 'too many files are open'],
  ])('%s says what is in the way', (code, words) => {
    const problem = explainWriteError(error(code), 'data/x') as Problem;
    expect(problem.kind).toBe('blocked');
    expect(problem.message).toContain(words);
  });

  it('of reading is told apart from one of writing', () => {
    const reading = Object.assign(error('EACCES'), { syscall: 'scandir' });
    expect((explainWriteError(reading, 'data/x') as Problem).message).toContain(
      "data/x can't be read (EACCES). Make it readable",
    );
  });

  it('of another kind passes as it is', () => {
    const other = error('ECONNRESET');
    expect(explainWriteError(other, 'data/x')).toBe(other);
    expect(explainWriteError(undefined, 'data/x')).toBeUndefined();
  });
});

describe('pretty JSON', () => {
  it('has a line a field and ends with a newline', () => {
    expect(prettyJson({ a: 1, b: 2 })).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
  });
});
