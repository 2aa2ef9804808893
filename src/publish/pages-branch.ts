/** The branch that holds the published pages and the previews: changed in a checkout of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runGit } from '../measure/git.ts';
import { Problem } from '../scenario/problem.ts';
import { pauseMs } from './back-off.ts';

export interface PagesBranch {
  /** Address or folder of the repository. */
  readonly remote: string;
  readonly branch: string;
  /** Sent to a remote that is an address; never part of a command line, where it could be seen. */
  readonly token?: string | undefined;
}

/** Changes what is in a checkout of the pages branch. It may be called again, on a newer state. */
export type PagesChange = (folder: string) => void | Promise<void>;

/** Another publishing can come between reading the branch and writing it, and many can at once. */
const TRIES = 12;

/** A refusal for another reason seldom passes. */
const TRIES_IF_REFUSED = 3;

/**
 * Checks the branch out (it begins empty where there is none), changes it, commits and pushes.
 * When another push came first, everything is done again on top of it, after a random pause: those that
 * met would meet again.
 *
 * @param change gets the folder of the checkout
 * @param pause how long to wait after so many refusals, the last of which took so long, in ms
 * @returns whether there was anything to push
 * @throws Problem (blocked) when the repository can't be read or written
 */
export async function changePages(
  pages: PagesBranch,
  message: string,
  change: PagesChange,
  pause: (refused: number, tookMs: number) => number = pauseMs,
): Promise<boolean> {
  const git = gitFor(pages);
  for (let tries = 1; ; tries++) {
    const began = performance.now();
    const { state, words = '' } = await tryToChange(git, pages, message, change);
    if (state === 'pushed' || state === 'same') return state === 'pushed';
    if (state === 'overtaken' && tries >= TRIES)
      throw new Problem(
        'blocked',
        `The branch ${pages.branch} could not be pushed in ${tries} tries: others were quicker each time. Nothing of this was published. Start it again.`,
      );
    if (state === 'refused' && tries >= TRIES_IF_REFUSED)
      throw new Problem(
        'blocked',
        `The branch ${pages.branch} could not be pushed in ${tries} tries. Git said: ${words}. May the token write contents?`,
      );
    await sleep(pause(tries, performance.now() - began));
  }
}

interface Tried {
  readonly state: 'pushed' | 'same' | 'overtaken' | 'refused';
  /** What git said of a push that was not taken. */
  readonly words?: string;
}

async function tryToChange(
  git: Git,
  pages: PagesBranch,
  message: string,
  change: PagesChange,
): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'steelyard-pages-'));
  try {
    await checkOut(git, pages, folder);
    await change(folder);
    if (!(await commit(git, folder, message))) return { state: 'same' };
    const target = `HEAD:refs/heads/${pages.branch}`;
    const { exitCode, stderr } = await git.attempt(['-C', folder, 'push', '-q', 'origin', target]);
    if (exitCode === 0) return { state: 'pushed' };
    return { state: OVERTAKEN.test(stderr) ? 'overtaken' : 'refused', words: stderr.trim() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Git's words where the branch moved, or was being moved, since it was read. */
const OVERTAKEN =
  /! \[rejected\]|cannot lock ref|failed to update ref|reference already exists|incorrect old value/;

async function checkOut(git: Git, { remote, branch }: PagesBranch, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await git.run(['-C', folder, 'init', '--quiet', '--template=', `--initial-branch=${branch}`]);
  await git.run(['-C', folder, 'remote', 'add', 'origin', remote]);
  const known = await git.run(['ls-remote', '--heads', remote, `refs/heads/${branch}`]);
  if (known.trim() === '') return;
  await git.run(['-C', folder, 'fetch', '--quiet', '--depth=1', 'origin', `refs/heads/${branch}`]);
  await git.run(['-C', folder, 'reset', '--quiet', '--hard', 'FETCH_HEAD']);
}

/** False where nothing changed. */
async function commit(git: Git, folder: string, message: string): Promise<boolean> {
  await git.run(['-C', folder, 'add', '--all', '--force']);
  const status = await git.run(['-C', folder, 'status', '--porcelain']);
  if (status.trim() === '') return false;
  await git.run(['-C', folder, 'commit', '--quiet', '--no-verify', '--message', message]);
  return true;
}

interface Git {
  attempt(args: readonly string[]): ReturnType<typeof runGit>;
  /** Standard output; a failure is a Problem. */
  run(args: readonly string[]): Promise<string>;
}

function gitFor({ token }: PagesBranch): Git {
  const env = { ...identity, ...gitSettings(token) };
  const attempt: Git['attempt'] = (args) => runGit(args, { env, timeoutS: 300 });
  return {
    attempt,
    async run(args) {
      const { exitCode, stdout, stderr } = await attempt(args);
      if (exitCode !== 0)
        throw new Problem('blocked', `git ${args.join(' ')} failed: ${stderr.trim()}`);
      return stdout;
    },
  };
}

/** GitHub's own account for what workflows do. */
const name = 'github-actions[bot]';
const email = '41898282+github-actions[bot]@users.noreply.github.com';
const identity = {
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Settings by the environment: nothing of them is written into a file. The first ones undo what a
 * person has set for commits of their own: these are a program's.
 */
function gitSettings(token: string | undefined): Record<string, string> {
  const settings: [string, string][] = [
    ['core.autocrlf', 'false'],
    ['core.attributesFile', '/dev/null'],
    ['core.hooksPath', '/dev/null'],
    ['commit.gpgSign', 'false'],
    ['push.gpgSign', 'false'],
  ];
  if (token !== undefined) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    settings.push(['http.extraHeader', `AUTHORIZATION: basic ${basic}`]);
  }
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...(Object.fromEntries(entries) as Record<string, string>),
  };
}
