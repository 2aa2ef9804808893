/** A bare repository as a host has it, and what git says of it. */
import { execFileSync } from 'node:child_process';

const author = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
};

export function git(folder: string, ...args: string[]): string {
  const env = { ...process.env, ...author, GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env,
    stdio: 'pipe',
  }).trim();
}

export function filesOn(repository: string, branch: string): string[] {
  return git(repository, 'ls-tree', '-r', '--name-only', branch).split('\n');
}

export function fileOn(repository: string, branch: string, path: string): string {
  return git(repository, 'show', `${branch}:${path}`);
}
