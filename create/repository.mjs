/** A project under version control from the beginning: a session says at which commit it was measured. */
import { spawnSync } from 'node:child_process';

/**
 * Makes a repository of the folder, and a first commit, unless it lies in one already or there is no git.
 *
 * @returns what the person has to do themselves, as a sentence; undefined where that is nothing
 */
export function beginRepository(folder) {
  const git = (...args) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  const inside = git('rev-parse', '--is-inside-work-tree');
  if (inside.error !== undefined || inside.status === 0) return undefined;
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  const made = git('commit', '--quiet', '--message', 'Begin');
  return made.status === 0
    ? undefined
    : 'git made no commit, perhaps since it knows no name for it: commit before you measure what is to be published, so that it says at which commit it was measured';
}
