/** The base of a comparison: which commit it is, what differs from it, and its files. */
import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runGit } from '../measure/git.ts';
import type { RunOptions } from '../measure/run.ts';
import { Problem } from '../scenario/problem.ts';
import type { BaseComparison } from '../store/comparison.ts';
import { harnessPaths, lockedVersion, readLock } from './harness.ts';
import { whyNotOwn } from '../session/own-repository.ts';
import type { Places } from '../places.ts';

export interface Revisions {
  /** Top folder of the repository; absolute. */
  readonly top: string;
  readonly base: string;
  readonly head: string;
  /** The tree holds changes that are not committed: they are compared with the rest. */
  readonly dirty: boolean;
  readonly touched: BaseComparison['touched'];
}

/**
 * Finds the commits and which parts of the project differ between the base and the files that
 * stand here now.
 *
 * @throws Problem (usage) where there is no repository or no such commit
 */
export async function findRevisions(ref: string, places: Places): Promise<Revisions> {
  const foreign = await whyNotOwn(places.runners, '.');
  if (foreign !== undefined) throw new Problem('usage', nothingToCompare(foreign));
  const top = await git(places.runners, ['rev-parse', '--show-toplevel']);
  const commitOf = (name: string): Promise<string> =>
    git(top, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
  const base = await commitOf(ref);
  const head = await commitOf('HEAD');
  const status = await git(top, ['status', '--porcelain']);
  const changed = await changedFiles(top, base);
  const touches = (...folders: string[]): boolean =>
    folders.some((folder) => changed.some((file) => isIn(join(top, file), inTop(top, folder))));
  const { root } = places;
  const lockThen = await showFile(top, base, join(root, 'package-lock.json'));
  return {
    top,
    base,
    head,
    dirty: status !== '',
    touched: {
      runners: touches(places.runners),
      data: changed.some((file) => isIn(join(top, file), inTop(top, places.sessions))),
      harness:
        touches(...harnessPaths(root)) || lockedVersion(lockThen) !== lockedVersion(readLock(root)),
    },
  };
}

/** A file as a commit holds it; empty where it doesn't. */
async function showFile(top: string, commit: string, file: string): Promise<string> {
  const path = relative(top, inTop(top, file));
  const { exitCode, stdout } = await runGit(['-C', top, 'show', `${commit}:${path}`]);
  return exitCode === 0 ? stdout : '';
}

function nothingToCompare(reason: string): string {
  return `compare needs a clone of the project's own repository, where the base is: ${reason}`;
}

/**
 * Writes the base's files into a folder. Neither the index nor the list of worktrees of the
 * repository is touched, so a crash leaves nothing behind in it.
 *
 * @returns where its parts stand
 */
export async function checkOutBase(
  { top, base }: Revisions,
  folder: string,
  places: Places,
): Promise<Places> {
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  const tree = join(folder, 'base');
  await git(top, ['read-tree', base], { env });
  await git(top, ['checkout-index', '--all', `--prefix=${tree}/`], { env });
  const at = (place: string): string => {
    const path = relative(top, inTop(top, place));
    return path.startsWith('..') ? place : join(tree, path);
  };
  return {
    ...places,
    root: at(places.root),
    runners: at(places.runners),
    content: at(places.content),
    sessions: at(places.sessions),
  };
}

/** Tracked files that differ from the commit, and new ones that aren't ignored; paths below the top. */
async function changedFiles(top: string, base: string): Promise<string[]> {
  const tracked = await git(top, ['diff', '--name-only', '--no-renames', '-z', base, '--']);
  const others = await git(top, ['ls-files', '--others', '--exclude-standard', '-z']);
  return `${tracked}\0${others}`.split('\0').filter((file) => file !== '');
}

/** A place below the top, whether or not it exists: git names the top without symbolic links. */
function inTop(top: string, place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return join(top, relative(top, place));
  }
}

function isIn(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path === '' || !path.startsWith('..');
}

async function git(folder: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { exitCode, stdout, stderr } = await runGit(['-C', folder, ...args], options);
  if (exitCode === 0) return stdout;
  throw new Problem(
    'usage',
    `git ${args.join(' ')} failed in ${folder}.\n${stderr.trim()}\n` +
      'Name a commit of this repository with --base, for example --base origin/main; fetch it first where it is missing.',
  );
}
