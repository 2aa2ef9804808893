import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  checkPagesBranch,
  removePreview,
  writePreview,
  writeSite,
} from '../../src/publish/folder.ts';
import { MANIFEST, writeManifest } from '../../src/publish/manifest.ts';
import { changePages, type PagesBranch } from '../../src/publish/pages-branch.ts';
import { gitEnvironment } from '../environment.ts';
import { fileOn, filesOn, git } from './repository.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
let count = 0;
let pages: PagesBranch;
beforeEach(() => {
  const remote = join(folder(), `repository-${count++}.git`);
  git(folder(), 'init', '--quiet', '--bare', remote);
  pages = { remote, branch: 'gh-pages' };
});

const files = (path: string, text: string) => new Map([[path, Buffer.from(text)]]);
const put = (number: number, text: string) =>
  changePages(pages, 'Preview', (at) => writePreview(at, number, files('a/index.html', text)));

/** A folder of drawn pages. */
function site(name: string, page: string): string {
  const dist = join(folder(), `${name}-${count}`);
  mkdirSync(join(dist, 'report'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, 'report', `${name}.html`), page);
  writeManifest(dist, ['index.html', `report/${name}.html`]);
  return dist;
}

/** Commits files of somebody else to the branch. */
const commitOthers = (...paths: readonly string[]) =>
  changePages(pages, 'Others', (at) => {
    for (const path of paths) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      writeFileSync(join(at, path), `of somebody: ${path}`);
    }
  });

/** What every command does before it changes the branch. */
const checked = (change: (at: string) => void) =>
  changePages(pages, 'Change', (at) => {
    checkPagesBranch(at, 'gh-pages');
    change(at);
  });

describe('the pages branch', () => {
  it('begins with the first thing that is put on it', async () => {
    expect(await put(12, 'one')).toBe(true);
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      'pr-12/a/index.html',
      `pr-12/${MANIFEST}`,
    ]);
  });

  it('keeps previews and the site’s own address when the site is published', async () => {
    await put(12, 'one');
    await changePages(pages, 'Address', (at) => writeFileSync(join(at, 'CNAME'), 'example.org'));
    await changePages(pages, 'Publish', (at) => writeSite(at, site('old', '1')));
    await changePages(pages, 'Publish', (at) => writeSite(at, site('new', '2')));
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      'CNAME',
      'index.html',
      'pr-12/a/index.html',
      `pr-12/${MANIFEST}`,
      'report/new.html',
      MANIFEST,
    ]);
  });

  it('keeps what somebody added to the published site', async () => {
    await changePages(pages, 'Publish', (at) => writeSite(at, site('old', '1')));
    await commitOthers('robots.txt', 'report/notes.txt', '.well-known/security.txt');
    await checked((at) => writeSite(at, site('new', '2')));
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      '.well-known/security.txt',
      'index.html',
      'report/new.html',
      'report/notes.txt',
      'robots.txt',
      MANIFEST,
    ]);
  });

  it('is refused a page where somebody’s file stands, which is named', async () => {
    await changePages(pages, 'Publish', (at) => writeSite(at, site('old', '1')));
    await commitOthers('report/new.html');
    await expect(checked((at) => writeSite(at, site('new', '2')))).rejects.toThrow(
      /^report\/new\.html stands in the pages branch, .* Steelyard didn't put it there\. Move it away/,
    );
    expect(fileOn(pages.remote, 'gh-pages', 'index.html')).toBe('1');
  });

  it.each([
    ['sources', ['README.md', 'src/main.c']],
    ['pages of another generator', ['index.html']],
    ['sources with a folder named like a preview', ['pr-12/index.html']],
  ])('is none if it holds %s: nothing is published, deployed or removed', async (_, others) => {
    await commitOthers(...others);
    const before = git(pages.remote, 'rev-parse', 'gh-pages');
    const preview = files('index.html', 'x');
    for (const change of [
      (at: string) => writeSite(at, site('new', '2')),
      (at: string) => writePreview(at, 12, preview),
      (at: string) => removePreview(at, 12),
    ])
      await expect(checked(change)).rejects.toThrow(
        /^The branch gh-pages holds what Steelyard didn't put there \(.*--branch/,
      );
    expect(git(pages.remote, 'rev-parse', 'gh-pages')).toBe(before);
  });

  it('may begin with settings of the host', async () => {
    await commitOthers('CNAME', '.nojekyll');
    await checked((at) => writeSite(at, site('new', '2')));
    expect(fileOn(pages.remote, 'gh-pages', 'CNAME')).toBe('of somebody: CNAME');
  });

  it('keeps somebody’s folder that is named like a preview beside the published site', async () => {
    await changePages(pages, 'Publish', (at) => writeSite(at, site('old', '1')));
    await commitOthers('pr-12/index.html');
    for (const change of [
      (at: string) => writePreview(at, 12, files('index.html', 'x')),
      (at: string) => removePreview(at, 12),
    ])
      await expect(checked(change)).rejects.toThrow(/^pr-12 on the pages branch is no preview/);
    expect(fileOn(pages.remote, 'gh-pages', 'pr-12/index.html')).toContain('of somebody');
  });

  it('has one preview of a pull request: the newest', async () => {
    await put(12, 'one');
    await changePages(pages, 'Preview', (at) => writePreview(at, 12, files('b.html', 'two')));
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      'pr-12/b.html',
      `pr-12/${MANIFEST}`,
    ]);
  });

  it('loses a preview and no other', async () => {
    await put(1, 'one');
    await put(12, 'two');
    await changePages(pages, 'Close', (at) => removePreview(at, 1));
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      'pr-12/a/index.html',
      `pr-12/${MANIFEST}`,
    ]);
  });

  it('gets no commit where nothing changed', async () => {
    await put(12, 'one');
    expect(await put(12, 'one')).toBe(false);
    expect(await changePages(pages, 'Close', (at) => removePreview(at, 99))).toBe(false);
    expect(git(pages.remote, 'rev-list', '--count', 'gh-pages')).toBe('1');
  });

  it('takes a change on top of one that came first', async () => {
    await put(1, 'one');
    let attempts = 0;
    await changePages(pages, 'Preview', (at) => {
      attempts += 1;
      if (attempts === 1) pushBetween('between.html');
      writePreview(at, 12, files('a.html', 'mine'));
    });
    expect(attempts).toBe(2);
    expect(filesOn(pages.remote, 'gh-pages')).toEqual([
      '.nojekyll',
      'between.html',
      'pr-1/a/index.html',
      `pr-1/${MANIFEST}`,
      'pr-12/a.html',
      `pr-12/${MANIFEST}`,
    ]);
  });

  it('is tried twelve times where others are quicker, and not again', async () => {
    await put(1, 'one');
    const refusals: number[] = [];
    const pause = (refused: number, tookMs: number): number => {
      expect(tookMs).toBeGreaterThan(0);
      refusals.push(refused);
      return 0;
    };
    let left = 11;
    const change = (at: string): void => {
      if (left-- > 0) pushBetween(`between-${left}.html`);
      writePreview(at, 12, files('a.html', 'mine'));
    };
    expect(await changePages(pages, 'Preview', change, pause)).toBe(true);
    expect(refusals).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(filesOn(pages.remote, 'gh-pages')).toContain('pr-12/a.html');

    left = 12;
    const late = (at: string): void => {
      if (left-- > 0) pushBetween(`later-${left}.html`);
      writePreview(at, 13, files('a.html', 'mine'));
    };
    await expect(changePages(pages, 'Preview', late, pause)).rejects.toThrow(
      /^The branch gh-pages could not be pushed in 12 tries: others were quicker each time\..* Start it again\.$/,
    );
    expect(filesOn(pages.remote, 'gh-pages')).not.toContain('pr-13/a.html');
  });

  it('that refuses for another reason is asked three times, and named with what it said', async () => {
    await put(1, 'one');
    const hook = '#!/bin/sh\necho "this branch is protected" >&2\nexit 1\n';
    mkdirSync(join(pages.remote, 'hooks'), { recursive: true });
    writeFileSync(join(pages.remote, 'hooks', 'pre-receive'), hook, { mode: 0o755 });
    let tries = 0;
    const change = (at: string): void => {
      tries += 1;
      writePreview(at, 12, files('a.html', 'mine'));
    };
    await expect(changePages(pages, 'Preview', change, () => 0)).rejects.toThrow(
      /could not be pushed in 3 tries\. Git said: .*this branch is protected.* May the token write contents\?$/s,
    );
    expect(tries).toBe(3);
  });

  it('that can’t be written is named, with what git said', async () => {
    const missing = { ...pages, remote: join(folder(), 'missing.git') };
    await expect(changePages(missing, 'Publish', () => undefined)).rejects.toThrow(
      /git ls-remote .*missing\.git.* failed/,
    );
  });

  it('is written whatever git’s settings are, and inside a hook', async () => {
    const at = join(folder(), `settings-${count}`);
    mkdirSync(at);
    const refuse = '#!/bin/sh\nexit 1\n';
    for (const hook of ['pre-push', 'prepare-commit-msg', 'post-checkout'])
      writeFileSync(join(at, hook), refuse, { mode: 0o755 });
    writeFileSync(join(at, 'attributes'), '* text=auto eol=crlf\n');
    writeFileSync(
      join(at, 'gitconfig'),
      `[core]\n\tautocrlf = true\n\thooksPath = "${at}"\n\tattributesFile = "${at}/attributes"\n` +
        '[commit]\n\tgpgSign = true\n[init]\n\tdefaultBranch = trunk\n[user]\n\tsigningKey = none\n',
    );
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(at, 'gitconfig'));
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) vi.stubEnv(name, at);
    try {
      expect(await put(12, 'one\r\ntwo\n')).toBe(true);
      expect(await put(12, 'three\r\nfour\n')).toBe(true);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(filesOn(pages.remote, 'gh-pages')).toContain('pr-12/a/index.html');
    expect(fileOn(pages.remote, 'gh-pages', 'pr-12/a/index.html')).toBe('three\r\nfour');
  });

  it('has the commit of whom GitHub lets act for workflows', async () => {
    await put(12, 'one');
    expect(git(pages.remote, 'log', '-1', '--format=%an %s', 'gh-pages')).toBe(
      'github-actions[bot] Preview',
    );
  });
});

describe('a preview', () => {
  it('appears whole or not at all', () => {
    const at = join(folder(), 'half');
    mkdirSync(at);
    writePreview(at, 12, files('a.html', 'whole'));
    const broken = new Map([
      ['a.html', Buffer.from('half')],
      ['a.html/b.html', Buffer.from('can’t be written: its folder is a file')],
    ]);
    expect(() => writePreview(at, 12, broken)).toThrow();
    expect(existsSync(join(at, 'pr-12', 'a.html'))).toBe(true);
    git(folder(), 'init', '--quiet', at);
    git(at, 'add', '--all');
    git(at, 'commit', '--quiet', '--message', 'a');
    expect(filesOn(at, 'HEAD')).toEqual(['.nojekyll', 'pr-12/a.html', `pr-12/${MANIFEST}`]);
    expect(fileOn(at, 'HEAD', 'pr-12/a.html')).toBe('whole');
  });
});

/** The branch moves, as by somebody else's push: one process of git, where a clone and its push take many. */
function pushBetween(file: string): void {
  const commit = [
    'commit refs/heads/gh-pages',
    'committer A person <person@example.org> now',
    'data 7\nBetween',
    'from refs/heads/gh-pages^0',
    `M 100644 inline ${file}`,
    'data 1\nx\n',
  ].join('\n');
  execFileSync('git', ['-C', pages.remote, 'fast-import', '--quiet', '--date-format=now'], {
    input: commit,
    env: gitEnvironment(),
  });
}
