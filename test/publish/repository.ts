/** A bare repository as a host has it, and what git says of it. */
import { execFileSync } from 'node:child_process';
import { gitEnvironment } from '../environment.ts';

export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env: gitEnvironment(),
    stdio: 'pipe',
  }).trim();
}

export function filesOn(repository: string, branch: string): string[] {
  return git(repository, 'ls-tree', '-r', '--name-only', branch).split('\n');
}

export function fileOn(repository: string, branch: string, path: string): string {
  return git(repository, 'show', `${branch}:${path}`);
}
