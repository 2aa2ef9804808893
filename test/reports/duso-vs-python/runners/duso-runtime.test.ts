import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBuildInfo } from '../../../../runners/runtimes/duso/build-info.ts';
import duso from '../../../../runners/runtimes/duso/runtime.ts';
import { fakeHost } from '../../../scenario/fake-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'steelyard-duso-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The part of a Go binary that tells how it was built, in the format since Go 1.18. */
function goBinary(goVersion: string, lines: readonly string[]): Buffer {
  const mark = 'x'.repeat(16);
  const modules = Buffer.from(`${mark}${lines.join('\n')}\n${mark}`);
  const header = Buffer.concat([
    Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'),
    Buffer.alloc(16),
  ]);
  const length = Buffer.from([(modules.length & 0x7f) | 0x80, modules.length >> 7]);
  return Buffer.concat([
    Buffer.from('before'),
    header,
    Buffer.from([goVersion.length]),
    Buffer.from(goVersion),
    length,
    modules,
    Buffer.from('after'),
  ]);
}

const lines = [
  'path\texample.org/tool',
  'mod\texample.org/tool\t(devel)\t',
  'dep\texample.org/library\tv1.2.0\th1:abc=',
  'build\t-trimpath=true',
  'build\tCGO_ENABLED=1',
  'build\t-ldflags=-X main.home=/home/somebody',
];
const binary = join(folder, 'duso-real');
writeFileSync(binary, goBinary('go1.26.8', lines));
const link = join(folder, 'duso');
symlinkSync(binary, link);

describe('finding Duso', () => {
  it('takes the variable before PATH', async () => {
    const host = fakeHost({
      env: { STEELYARD_DUSO: link },
      which: () => '/elsewhere/duso',
      script: [['-version', { stdout: 'v1.7.8-553' }]],
    });
    expect(await duso.find(host)).toMatchObject({ available: true, version: '1.7.8-553' });
    expect(host.commands).toEqual([`${link} -version`]);
  });

  it('starts and hashes the file that symbolic links lead to', async () => {
    const host = fakeHost({ which: () => link, script: [['-version', { stdout: 'v1.7.8-553' }]] });
    expect(await duso.find(host)).toMatchObject({
      binary,
      command: [binary],
      binarySha256: `hash-of-${binary}`,
    });
  });

  it('records what the binary says of its build, and no path of the machine that built it', async () => {
    const host = fakeHost({ which: () => link, script: [['-version', { stdout: 'v1.7.8-553' }]] });
    expect(await duso.find(host)).toHaveProperty('facts', {
      go: 'go1.26.8',
      origin: 'built from a source folder',
      CGO_ENABLED: '1',
      '-trimpath': 'true',
    });
  });

  it('is known by its version, and by that of the compiler which built it', async () => {
    const host = fakeHost({ which: () => link, script: [['-version', { stdout: 'v1.7.8-553' }]] });
    expect(await duso.find(host)).toHaveProperty('label', 'Duso v1.7.8-553 (go1.26.8)');
  });

  it('names the variable and the pages to get it from, where it is nowhere', async () => {
    const found = await duso.find(fakeHost());
    expect(found).toMatchObject({ available: false });
    expect(found).toHaveProperty('reason', expect.stringMatching(/STEELYARD_DUSO.*duso\.rocks/));
  });

  it('says that it was the variable, where that points to something else', async () => {
    const host = fakeHost({
      env: { STEELYARD_DUSO: '/bin/other' },
      script: [['-version', { stdout: 'other 2.0' }]],
    });
    expect(await duso.find(host)).toHaveProperty(
      'reason',
      expect.stringMatching(/^What STEELYARD_DUSO points to doesn't answer "-version"/),
    );
  });
});

describe('reading how a Go binary was built', () => {
  it('finds versions and settings wherever they stand in the file', () => {
    expect(readBuildInfo(goBinary('go1.26.8', lines))).toMatchObject({
      goVersion: 'go1.26.8',
      moduleVersion: '(devel)',
      settings: { CGO_ENABLED: '1' },
    });
  });

  it('says nothing of a file that is no Go binary', () => {
    expect(readBuildInfo(Buffer.from('#!/bin/sh\nexit 0\n'))).toBeUndefined();
  });
});
