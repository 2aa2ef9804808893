/** Which commit the project stands at: only its own repository counts, not one that lies around it. */
import { join } from 'node:path';
import { runGit } from '../measure/git.ts';

export type Commit =
  | {
      readonly known: true;
      readonly commit: string;
      /** The project's folder holds changes that are not committed. */
      readonly dirty: boolean;
    }
  | {
      readonly known: false;
      /** The end of a sentence, without a full stop: it may end in a command to copy. */
      readonly reason: string;
    };

/**
 * The commit of a project's folder.
 *
 * @param own a path below it that its commits hold
 * @param within what counts as changed, as pathspecs
 */
export async function findCommit(
  root: string,
  own = 'package.json',
  within: readonly string[] = ['.'],
): Promise<Commit> {
  const reason = await whyNotOwn(root, own);
  if (reason !== undefined) return { known: false, reason };
  const head = await ask(root, 'rev-parse', 'HEAD');
  // New files count whatever a person's settings leave out.
  const changes = ['status', '--porcelain', '--untracked-files=normal', '--', ...within];
  const status = await ask(root, '--no-optional-locks', ...changes);
  const dirty = status.exitCode !== 0 || status.stdout.trim() !== '';
  return { known: true, commit: head.stdout.trim(), dirty };
}

/**
 * Why the repository in which a folder stands isn't the project's own, as the end of a sentence;
 * undefined where it is. Its newest commit has to hold the project's files: a repository around an
 * unpacked archive doesn't.
 *
 * @param own a path below the folder, "." for the folder itself
 */
export async function whyNotOwn(folder: string, own: string): Promise<string | undefined> {
  const found = await ask(folder, 'rev-parse', '--show-toplevel');
  if (found.exitCode === undefined) return "git isn't here, or can't be started";
  if (found.exitCode !== 0) return whyRefused(folder, found.stderr);
  const top = found.stdout.trim();
  if ((await ask(folder, 'rev-parse', '--verify', 'HEAD^{commit}')).exitCode !== 0)
    return `the git repository ${top} has no commit yet`;
  if ((await ask(folder, 'cat-file', '-e', `HEAD:./${own === '.' ? '' : own}`)).exitCode !== 0)
    return `${top} is the git repository of something else: its newest commit doesn't hold ${join(folder, own)}`;
  return undefined;
}

function whyRefused(folder: string, stderr: string): string {
  if (/not a git repository/.test(stderr)) return `${folder} stands in no git repository`;
  // "dubious ownership", in older versions "unsafe repository"; git names what has to be allowed.
  const allowed = /safe\.directory (.+)/.exec(stderr)?.[1]?.trim();
  if (allowed !== undefined)
    return `git reads no repository of another user unless it is allowed: git config --global --add safe.directory ${allowed}`;
  return `git says: ${stderr.trim().split('\n')[0] ?? ''}`;
}

function ask(folder: string, ...args: string[]): ReturnType<typeof runGit> {
  return runGit(['-C', folder, ...args]);
}
