/** A project with a reference, in a repository of its own, as the recipes of docs/machines.md find one. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Stranger } from '../stranger.ts';

export const REPORT = 'my-report';

/** Begins it, builds it once, and accepts what was measured. The engine's archive lies in it, so that every copy installs alike. */
export async function beginProject(stranger: Stranger): Promise<string> {
  const project = join(stranger.folder, REPORT);
  const creator = join(stranger.folder, 'package', 'index.mjs');
  const commands = ['grep -c e {input}', "awk '/e/ {n++} END {print n}' {input}"];
  await stranger.step(
    'begin a project',
    stranger.folder,
    'node',
    [creator, REPORT, ...commands, '--no-build'],
    { STEELYARD_PACKAGE: 'file:steelyard.tgz' },
  );
  copyFileSync(stranger.archive('steelyard'), join(project, 'steelyard.tgz'));
  await stranger.step('install it', project, 'npm', ['install', '--no-audit', '--no-fund']);
  await git(stranger, project, 'init', '--quiet', '--initial-branch', 'main');
  await commit(stranger, project, 'Begin');
  await stranger.step('measure its reference', project, 'npm', ['run', 'measure']);
  const [session] = readdirSync(join(project, 'data', 'local'));
  await stranger.step('accept it', project, 'npm', ['run', 'accept', '--', session!]);
  await commit(stranger, project, 'Accept a reference');
  return project;
}

async function commit(stranger: Stranger, project: string, message: string): Promise<void> {
  await git(stranger, project, 'add', '--all');
  await git(stranger, project, 'commit', '--quiet', '--message', message);
}

export async function git(stranger: Stranger, folder: string, ...args: string[]): Promise<string> {
  return stranger.step(`git ${args[0]}`, folder, 'git', args);
}
