import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStaticFiles } from '../../src/site/static-files.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'steelyard-static-'));
  write('A-report/index.mdx');
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function write(...path: string[]): string {
  const file = join(content, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

describe('static files', () => {
  it('are whatever their author wants, hidden ones and settings of the host too', () => {
    for (const file of [
      'robots.txt',
      'CNAME',
      '.well-known/security.txt',
      'a/index.html',
      '_headers',
    ])
      write('public', file);
    expect(() => checkStaticFiles(content)).not.toThrow();
  });

  it('needn’t be there', () => {
    expect(() => checkStaticFiles(content)).not.toThrow();
  });

  it.each([
    ['index.html', 'at "/index.html" stands the front page'],
    ['glossary', 'at "/glossary" stands the glossary'],
    ['Glossary/index.html', 'at "/glossary" stands the glossary'],
    ['programs/mine.txt', 'at "/programs" stands the measured programs'],
    ['feed.xml', 'at "/feed.xml" stands the feed'],
    ['sitemap.xml/a.txt', 'at "/sitemap.xml" stands the sitemap'],
    ['pr-12/index.html', 'at "/pr-12" stands the preview of a pull request'],
    ['a-report/method/index.html', 'at "/a-report" stands the report of content/A-report/'],
    ['a-report', 'at "/a-report" stands the report of content/A-report/'],
  ])('can’t be at %s, where something is drawn', (path, why) => {
    const file = write('public', path);
    expect(() => checkStaticFiles(content)).toThrow(
      `${file} can't be published: ${why}. Rename or move it.`,
    );
  });

  it('can’t be links, which would publish what stands elsewhere', () => {
    mkdirSync(join(content, 'public'));
    for (const target of ['/etc/hostname', '/nowhere', content]) {
      const link = join(content, 'public', 'link');
      symlinkSync(target, link);
      expect(() => checkStaticFiles(content)).toThrow(
        `${link} can't be published: it is a link, and what it leads to may be anything. Put the file itself there.`,
      );
      rmSync(link);
    }
  });

  it('can’t be what is no file', async () => {
    mkdirSync(join(content, 'public'));
    const socket = join(content, 'public', 'socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    expect(() => checkStaticFiles(content)).toThrow(`${socket} can't be published: it is no file`);
    server.close();
  });

  it('can’t bring a repository along, nor MDX', () => {
    const mdx = write('public', 'a', 'page.mdx');
    expect(() => checkStaticFiles(content)).toThrow(
      `${mdx} can't be published: MDX is drawn, not copied. Put it into the folder of a report.`,
    );
    rmSync(mdx);
    write('public', 'a', '.git', 'HEAD');
    expect(() => checkStaticFiles(content)).toThrow(
      /\.git can't be published: on a branch of pages/,
    );
  });

  it('stand in a folder', () => {
    const file = write('public');
    expect(() => checkStaticFiles(content)).toThrow(
      `${file} can't be published: it has to be a folder, with what is published as it is. Rename it.`,
    );
  });
});
