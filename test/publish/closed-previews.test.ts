/** Whatever changes the pages branch takes previews away whose pull requests aren't open. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changePublished } from '../../src/commands/change-published.ts';
import type { PagesFlags } from '../../src/commands/pages-flags.ts';
import { makeOutput } from '../../src/terminal/output.ts';
import { writePreview } from '../../src/publish/folder.ts';
import { MANIFEST, writeManifest } from '../../src/publish/manifest.ts';
import { changePages } from '../../src/publish/pages-branch.ts';
import type { Asked, FakePull } from './fake-github.ts';
import { Host } from './host.ts';
import { filesOn } from './repository.ts';

let host: Host;
beforeEach(async () => {
  host = new Host();
  await host.start();
});
afterEach(() => host.stop());

const flags: PagesFlags = { branch: 'gh-pages' };

/** Pull requests with these numbers. */
function pulls(state: FakePull['state'], ...numbers: readonly number[]): void {
  for (const number of numbers) {
    const head = { repository: 'a/b', branch: `branch-${number}`, commit: 'c'.repeat(40) };
    host.github.pulls.push({ number, ...head, state, files: [] });
  }
}

/** Changes the branch without any of what is tested. */
const prepare = (change: (at: string) => void): Promise<boolean> =>
  changePages({ remote: host.repository, branch: 'gh-pages' }, 'Prepare', change);

const previews = (...numbers: readonly number[]): Promise<boolean> =>
  prepare((at) => {
    for (const number of numbers)
      writePreview(at, number, new Map([['index.html', Buffer.from('a preview')]]));
  });

function write(at: string, path: string, text: string): void {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  writeFileSync(join(at, path), text);
}

/** A page is published, as in a workflow; gives what was said. */
async function publish(given = flags, change = (at: string): void => write(at, 'a.html', 'new')) {
  const said: string[] = [];
  const output = {
    ...makeOutput({}),
    say: (line: string) => void said.push(line),
    warn: (line: string) => void said.push(`! ${line}`),
  };
  await host.here(() => changePublished(given, 'Publish', change, output));
  return said.join('\n');
}

/** Names at the top of the branch, of previews and else. */
function names(): string[] {
  const tops = filesOn(host.repository, 'gh-pages').map((file) => file.split('/')[0]!);
  return [...new Set(tops)].sort();
}
const previewNames = (): string[] => names().filter((name) => name.startsWith('pr-'));

describe('the previews of pull requests', () => {
  it('that were closed go with the next publishing, and those that are open stay', async () => {
    await previews(3, 4, 12);
    pulls('open', 4, 5);
    pulls('closed', 3, 12);
    const dist = join(host.folder, 'dist');
    write(dist, 'index.html', 'The site');
    writeManifest(dist, ['index.html']);
    const { exitCode, stderr } = await host.publish(dist);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("Removed previews of pull requests that aren't open: pr-12, pr-3\n");
    expect(filesOn(host.repository, 'gh-pages')).toEqual([
      '.nojekyll',
      'index.html',
      'pr-4/index.html',
      `pr-4/${MANIFEST}`,
      MANIFEST,
    ]);
  });

  it('go though nothing else changes', async () => {
    await previews(3);
    expect(await publish(flags, () => undefined)).toContain("aren't open: pr-3");
    expect(previewNames()).toEqual([]);
  });

  it('are looked for on every page of GitHub’s list', async () => {
    pulls('open', ...Array.from({ length: 250 }, (_, index) => index + 1));
    await previews(1, 100, 101, 250, 251);
    expect(await publish()).toContain('open: pr-251');
    expect(previewNames()).toEqual(['pr-1', 'pr-100', 'pr-101', 'pr-250']);
  });

  it('are looked for to the end where a page holds less than was asked for', async () => {
    host.github.pageSize = 30;
    pulls('open', ...Array.from({ length: 70 }, (_, index) => index + 1));
    await previews(1, 31, 70);
    await publish();
    expect(previewNames()).toEqual(['pr-1', 'pr-31', 'pr-70']);
  });

  it('stay where one moves up a page while the list is read', async () => {
    pulls('open', ...Array.from({ length: 150 }, (_, index) => index + 1));
    await previews(1, 101);
    let isFirst = true;
    host.github.before = ({ query }) => {
      if (query.get('page') === '2' && isFirst) {
        host.github.pulls[0]!.state = 'closed';
        isFirst = false;
      }
      return undefined;
    };
    await publish();
    expect(isFirst).toBe(false);
    expect(previewNames()).toContain('pr-101');
  });
});

describe('nothing is removed', () => {
  const breaks: [string, (asked: Asked) => [number, unknown] | undefined, RegExp][] = [
    ['breaks off after a page', onPage('2', [502, 'Bad Gateway']), /answered 502 to GET \/pulls/],
    ['may not be read', onPage('1', [403, { message: 'no' }]), /answered 403 to GET \/pulls/],
    ['is no JSON', onPage('2', [200, '<html>']), /has another form than expected/],
    ['has another form', onPage('2', [200, [{ id: 7 }]]), /has another form than expected/],
    ['has no end', () => [200, [{ number: 4 }]], /has no end/],
  ];

  it.each(breaks)('and this is said, where the list %s', async (_, before, why) => {
    pulls('open', ...Array.from({ length: 150 }, (_, index) => index + 1));
    await previews(1, 300);
    host.github.before = before;
    const said = await publish();
    expect(said).toMatch(
      /^! No preview was removed, since GitHub's list of open pull requests could not be read in full: /m,
    );
    expect(said).toMatch(why);
    expect(names()).toEqual(['.nojekyll', 'a.html', 'pr-1', 'pr-300']);
  });

  function onPage(page: string, answer: [number, unknown]) {
    return ({ path, query }: Asked) =>
      path === '/pulls' && query.get('page') === page ? answer : undefined;
  }

  it.each([
    ['outside of a workflow', { GITHUB_REPOSITORY: '' }],
    ['without a token', { GITHUB_TOKEN: '' }],
    ['on the branch of another repository', {}],
  ])('%s', async (_, env) => {
    await previews(3);
    host.github.before = ({ path }) => (path === '/pages/builds' ? undefined : [500, 'asked']);
    await host.here(async () => {
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      const given = { ...flags, remote: host.repository };
      const change = (at: string): void => write(at, 'a.html', 'new');
      await changePublished(given, 'Publish', change, makeOutput({ quiet: true }));
    });
    expect(previewNames()).toEqual(['pr-3']);
    expect(host.github.requests).not.toContain('GET /pulls');
  });

  it('of what somebody else put there', async () => {
    await previews(8);
    await prepare((at) => {
      write(at, 'pr-7/index.html', 'of somebody');
      write(at, 'pr-8/notes.txt', 'of somebody');
      write(at, 'pr-0/index.html', 'of somebody');
      write(at, 'pr-a/index.html', 'of somebody');
      write(at, 'index.html', 'the site');
      writeManifest(at, ['index.html']);
      symlinkSync('.', join(at, 'pr-9'));
    });
    const said = await publish();
    expect(said).toContain('open: pr-8');
    expect(said).not.toMatch(/^!/m);
    expect(filesOn(host.repository, 'gh-pages')).toEqual([
      '.nojekyll',
      'a.html',
      'index.html',
      'pr-0/index.html',
      'pr-7/index.html',
      'pr-8/notes.txt',
      'pr-9',
      'pr-a/index.html',
      MANIFEST,
    ]);
  });

  it('of a preview whose list is torn, which is said, and the others go', async () => {
    await previews(3, 4);
    await prepare((at) => write(at, `pr-3/${MANIFEST}`, '{'));
    const said = await publish();
    expect(said).toMatch(/^! .*pr-3 on the pages branch is no list of pages/m);
    expect(said).toContain('open: pr-4');
    expect(names()).toEqual(['.nojekyll', 'a.html', 'pr-3']);
  });
});
