import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHubFrom, type GitHub } from '../../src/publish/github.ts';
import { findPullRequest, mergeBase } from '../../src/publish/pull-request.ts';
import { writeStickyComment } from '../../src/publish/sticky-comment.ts';
import { checkTouched, touchedFiles } from '../../src/publish/touched.ts';
import { FakeGitHub, type FakePull } from './fake-github.ts';

let fake: FakeGitHub;
let github: GitHub;
beforeEach(async () => {
  fake = new FakeGitHub();
  await fake.start();
  github = gitHubFrom(fake.env);
});
afterEach(() => fake.stop());

const commit = 'c'.repeat(40);
const fork = { repository: 'contributor/steelyard', branch: 'faster', commit };
const pull = (given: Partial<FakePull>): FakePull => ({
  ...fork,
  number: 12,
  state: 'open',
  files: [],
  ...given,
});

describe('the pull request of a build', () => {
  it('is found by its head, in a fork too', async () => {
    fake.pulls.push(
      pull({ number: 3, commit: 'd'.repeat(40) }),
      pull({ number: 4, base: 'another-branch' }),
      pull({ number: 5, branch: 'slower' }),
      pull({ number: 6, repository: 'contributor/renamed' }),
      pull({}),
    );
    expect(await findPullRequest(github, fork)).toEqual({ number: 12, into: 'main' });
  });

  it.each([
    ['was closed', { state: 'closed' as const }],
    ['has a newer commit', { commit: 'd'.repeat(40) }],
    ['is another repository’s', { repository: 'contributor/another' }],
  ])('is missing in so many words where it %s', async (_, given) => {
    fake.pulls.push(pull(given));
    await expect(findPullRequest(github, fork)).rejects.toThrow(
      'No open pull request into the default branch has the head ccccccc of contributor/steelyard',
    );
  });
});

describe('the comment', () => {
  const bot = 'github-actions[bot]';
  const bodies = (): string[] => fake.comments.map(({ body }) => body);

  it('is written once and edited from then on, behind a hundred others', async () => {
    for (let count = 0; count < 150; count++) fake.comment(12, 'somebody', `Comment ${count}`);
    expect(await writeStickyComment(github, 12, 'one')).toBe('created');
    expect(await writeStickyComment(github, 12, 'two')).toBe('edited');
    expect(await writeStickyComment(github, 12, 'three')).toBe('edited');
    expect(bodies().slice(150)).toEqual(['<!-- steelyard: preview -->\nthree']);
  });

  it('of each pull request is its own', async () => {
    await writeStickyComment(github, 12, 'one');
    await writeStickyComment(github, 13, 'two');
    expect(fake.comments.map(({ number }) => number)).toEqual([12, 13]);
  });

  it('is cut at the end of a line where it is longer than GitHub takes', async () => {
    const line = `${'a'.repeat(99)}\n`;
    await writeStickyComment(github, 12, line.repeat(700));
    const [body = ''] = bodies();
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\na{99}\n\nThe rest is too long for a comment\.$/);
  });

  it('of anybody else is left alone, with the marker in it too', async () => {
    const marked = '<!-- steelyard: preview -->\nmine';
    fake.comment(12, 'somebody', marked);
    fake.comment(12, bot, `Another workflow quotes ${marked}`);
    expect(await writeStickyComment(github, 12, 'one')).toBe('created');
    expect(bodies().slice(0, 2)).toEqual([marked, `Another workflow quotes ${marked}`]);
  });
});

describe('a comparison that says what it touches', () => {
  const nothing = { runners: false, data: false, harness: false };

  it('is believed where it agrees with GitHub', async () => {
    fake.pulls.push(pull({ files: ['content/a/index.mdx', 'runners/runtimes/a/b.sh'] }));
    const touched = await touchedFiles(github, 12);
    expect(() => checkTouched(touched, { ...nothing, runners: true })).not.toThrow();
  });

  it.each([
    ['runners/scenarios/cpu.ts', 'runners'],
    ['data/sessions/a/records.jsonl', 'data'],
    ['src/analyse/verdict.ts', 'harness'],
    ['package-lock.json', 'harness'],
  ])('is refused where it hides %s', async (file, part) => {
    const many = Array.from({ length: 120 }, (_, index) => `content/${index}.mdx`);
    fake.pulls.push(pull({ files: [...many, file] }));
    const touched = await touchedFiles(github, 12);
    expect(() => checkTouched(touched, nothing)).toThrow(
      `says that nothing of the ${part} changed, but ${file} did`,
    );
  });

  it('is refused where it hides a file that was moved away, or one that came', async () => {
    const renamed = { 'test/cpu.ts': 'runners/cpu.ts', 'src/old.ts': 'test/old.ts' };
    fake.pulls.push(pull({ files: Object.keys(renamed), renamed }));
    const touched = await touchedFiles(github, 12);
    expect(() => checkTouched(touched, { ...nothing, harness: true })).toThrow(
      'says that nothing of the runners changed, but runners/cpu.ts did',
    );
    expect(() => checkTouched(touched, { ...nothing, runners: true })).toThrow(
      'says that nothing of the harness changed, but src/old.ts did',
    );
  });

  it('is refused where GitHub’s list ends at its limit, unless it says that all is touched', async () => {
    const files = Array.from({ length: 3000 }, (_, index) => `content/${index}.mdx`);
    fake.pulls.push(pull({ files }));
    const touched = await touchedFiles(github, 12);
    expect(touched.isWhole).toBe(false);
    for (const part of ['runners', 'data', 'harness'] as const) {
      const all = { runners: true, data: true, harness: true };
      expect(() => checkTouched(touched, all)).not.toThrow();
      expect(() => checkTouched(touched, { ...all, [part]: false })).toThrow(
        `says that nothing of the ${part} changed, but more files did than the 3000 that GitHub lists`,
      );
    }
    fake.pulls[0] = pull({ files: files.slice(1) });
    expect((await touchedFiles(github, 12)).isWhole).toBe(true);
  });
});

describe('where a pull request parts from its base', () => {
  it('is what GitHub says', async () => {
    fake.mergeBase = 'e'.repeat(40);
    expect(await mergeBase(github, 'main', commit)).toBe('e'.repeat(40));
    expect(fake.requests.at(-1)).toBe(`GET /compare/main...${commit}`);
  });

  it('is asked of branches with a slash in their name too', async () => {
    await mergeBase(github, 'release/1', commit);
    expect(fake.requests.at(-1)).toBe(`GET /compare/release%2F1...${commit}`);
  });
});

describe('GitHub', () => {
  it('that refuses is named with its answer', async () => {
    const stranger = gitHubFrom({ ...fake.env, GITHUB_TOKEN: 'another' });
    await expect(findPullRequest(stranger, fork)).rejects.toThrow(/answered 401 to GET \/pulls/);
  });

  it('that isn’t there is named with the reason', async () => {
    const nowhere = gitHubFrom({ ...fake.env, GITHUB_API_URL: 'http://127.0.0.1:1' });
    await expect(findPullRequest(nowhere, fork)).rejects.toThrow(/could not be reached/);
  });

  it.each([
    ['answers with a page of somebody between', [200, '<html>'], /has another form than expected/],
    ['has a hiccup', [502, '<html>Bad Gateway'], /answered 502 to GET \/pulls.*Bad Gateway/],
  ] as const)('that %s is named, and no mistake of Steelyard', async (_, [status, text], says) => {
    fake.before = () => [status, text];
    const asked = findPullRequest(github, fork);
    await expect(asked).rejects.toThrow(says);
    await expect(asked).rejects.toMatchObject({ kind: 'blocked' });
  });

  it('that breaks off in the middle of an answer is named with the reason', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('[', () => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const broken = gitHubFrom({ ...fake.env, GITHUB_API_URL: `http://127.0.0.1:${port}` });
    await expect(findPullRequest(broken, fork)).rejects.toThrow(/could not be reached for GET/);
    server.close();
  });

  it('needs to be named by the environment', () => {
    expect(() => gitHubFrom({})).toThrow(/GITHUB_REPOSITORY is missing/);
  });
});
