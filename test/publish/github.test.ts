import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHubFrom, type GitHub } from '../../src/publish/github.ts';
import { findPullRequest } from '../../src/publish/pull-request.ts';
import { writeStickyComment } from '../../src/publish/sticky-comment.ts';
import { checkTouched } from '../../src/publish/touched.ts';
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
    expect(await findPullRequest(github, fork)).toBe(12);
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
    await checkTouched(github, 12, { ...nothing, runners: true });
  });

  it.each([
    ['runners/scenarios/cpu.ts', 'runners'],
    ['data/sessions/a/records.jsonl', 'data'],
    ['src/analyse/verdict.ts', 'harness'],
    ['package-lock.json', 'harness'],
  ])('is refused where it hides %s', async (file, part) => {
    const many = Array.from({ length: 120 }, (_, index) => `content/${index}.mdx`);
    fake.pulls.push(pull({ files: [...many, file] }));
    await expect(checkTouched(github, 12, nothing)).rejects.toThrow(
      `says that nothing of the ${part} changed, but ${file} did`,
    );
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

  it('needs to be named by the environment', () => {
    expect(() => gitHubFrom({})).toThrow(/GITHUB_REPOSITORY is missing/);
  });
});
