import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/measure/lock.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-lock-'));
  file = join(folder, 'steelyard-measuring.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the measuring lock', () => {
  it('names its holder, and is gone when it is given back', () => {
    const giveBack = takeLock(folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual(['steelyard-measuring.lock']);
    giveBack();
    expect(existsSync(file)).toBe(false);
  });

  it('is not given to a second run while the first lives, and says who holds it and what to do', () => {
    const giveBack = takeLock(folder);
    expect(() => takeLock(folder)).toThrow(
      new RegExp(`process ${process.pid}.*Wait for it, or end it.*remove ${file}`),
    );
    expect(readdirSync(folder)).toEqual(['steelyard-measuring.lock']);
    giveBack();
    takeLock(folder)();
  });

  it('is taken over from a run that has ended without giving it back', () => {
    const { pid } = spawnSync('/bin/sh', ['-c', ':']);
    writeFileSync(file, String(pid));
    const giveBack = takeLock(folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    giveBack();
  });

  it('is taken over when it names nobody', () => {
    writeFileSync(file, '');
    takeLock(folder)();
    expect(existsSync(file)).toBe(false);
  });

  it('can be taken where the folder is yet to be made', () => {
    takeLock(join(folder, 'new', 'folder'))();
    expect(readdirSync(join(folder, 'new', 'folder'))).toEqual([]);
  });
});
