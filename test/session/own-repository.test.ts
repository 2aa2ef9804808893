import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findCommit } from '../../src/session/own-repository.ts';
import { Bench } from '../commands/bench.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'steelyard-commit-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

/** A git hook's variables would lead the tests' own git astray too. */
const outside = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
);

function git(at: string, ...args: string[]): string {
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'protocol.file.allow=always'];
  const all = ['-C', at, ...person, ...args];
  return execFileSync('git', all, { encoding: 'utf8', env: outside, stdio: 'pipe' }).trim();
}

/** A project's files, in no repository yet. */
function project(...path: string[]): string {
  const at = join(folder, ...path);
  mkdirSync(join(at, 'src'), { recursive: true });
  writeFileSync(join(at, 'package.json'), '');
  return at;
}

/** Puts all of a folder into a repository of its own; returns its commit. */
function commitAll(at: string): string {
  git(at, 'init', '--quiet');
  git(at, 'add', '--all');
  git(at, 'commit', '--quiet', '--allow-empty', '--message', 'All');
  return git(at, 'rev-parse', 'HEAD');
}

let count = 0;
let own: string;
let commit: string;
beforeEach(() => {
  own = project(`own-${count++}`);
  commit = commitAll(own);
});

describe('the commit of the project', () => {
  it('is its repository’s, with a mark where something isn’t committed', async () => {
    expect(await findCommit(own)).toEqual({ known: true, commit, dirty: false });
    writeFileSync(join(own, 'new.ts'), '');
    // A person may not want to see new files; they are there all the same.
    git(own, 'config', 'status.showUntrackedFiles', 'no');
    expect(await findCommit(own)).toEqual({ known: true, commit, dirty: true });
  });

  it('is found in a folder of a larger repository, whose other changes don’t concern it', async () => {
    const outer = join(folder, `outer-${count}`);
    const inside = project(`outer-${count}`, 'benchmarks');
    const outerCommit = commitAll(outer);
    writeFileSync(join(outer, 'elsewhere'), '');
    expect(await findCommit(inside)).toEqual({ known: true, commit: outerCommit, dirty: false });
  });

  it('is found in a further worktree, and in a submodule', async () => {
    const tree = join(folder, `tree-${count}`);
    git(own, 'worktree', 'add', '--quiet', '--detach', tree);
    expect(await findCommit(tree)).toEqual({ known: true, commit, dirty: false });
    const outer = join(folder, `with-module-${count}`);
    mkdirSync(outer);
    commitAll(outer);
    git(outer, 'submodule', '--quiet', 'add', own, 'module');
    expect(await findCommit(join(outer, 'module'))).toEqual({ known: true, commit, dirty: false });
  });

  it('is not that of a repository around an unpacked archive', async () => {
    const outer = join(folder, `foreign-${count}`);
    mkdirSync(outer);
    writeFileSync(join(outer, 'its-own'), '');
    commitAll(outer);
    const unpacked = project(`foreign-${count}`, 'unpacked');
    const reason = `${outer} is the git repository of something else: its newest commit doesn't hold ${unpacked}/package.json`;
    expect(await findCommit(unpacked)).toEqual({ known: false, reason });
    // That somebody has staged it there makes it no part of a commit.
    git(outer, 'add', '--all');
    expect(await findCommit(unpacked)).toEqual({ known: false, reason });
  });

  it('is the same inside a git hook of another repository', async () => {
    const other = join(folder, `other-${count}`);
    mkdirSync(other);
    const otherCommit = commitAll(other);
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git', 'index'));
    vi.stubEnv('GIT_CEILING_DIRECTORIES', own);
    vi.stubEnv('GIT_PREFIX', 'src/');
    expect(otherCommit).not.toBe(commit);
    expect(await findCommit(own)).toEqual({ known: true, commit, dirty: false });
  });

  it('of another user’s clone isn’t known; git’s own command to allow it is told', async () => {
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    expect(await findCommit(own)).toEqual({
      known: false,
      reason: `git reads no repository of another user unless it is allowed: git config --global --add safe.directory ${own}`,
    });
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'safe.directory');
    vi.stubEnv('GIT_CONFIG_VALUE_0', own);
    expect(await findCommit(own)).toEqual({ known: true, commit, dirty: false });
  });

  it('isn’t known without a repository, without a commit, and without git', async () => {
    const alone = project(`alone-${count}`);
    expect(await findCommit(alone)).toEqual({
      known: false,
      reason: `${alone} stands in no git repository`,
    });
    git(alone, 'init', '--quiet');
    expect(await findCommit(alone)).toEqual({
      known: false,
      reason: `the git repository ${alone} has no commit yet`,
    });
    vi.stubEnv('PATH', alone);
    expect(await findCommit(alone)).toEqual({
      known: false,
      reason: "git isn't here, or can't be started",
    });
  });
});

describe('an unpacked archive inside another repository', () => {
  it('measures without a commit and says so, as doctor and compare do', async () => {
    const outer = join(folder, 'outer');
    const unpacked = join(outer, 'unpacked');
    mkdirSync(outer);
    commitAll(outer);
    for (const name of ['src', 'package.json'])
      cpSync(join(root, name), join(unpacked, name), { recursive: true });
    cpSync(join(root, 'test', 'fixtures', 'runners'), join(unpacked, 'runners'), {
      recursive: true,
    });
    symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'));
    const bench = new Bench(unpacked);
    const why = `${outer} is the git repository of something else: its newest commit doesn't hold ${unpacked}`;

    const measured = await bench.measure('--only', 'shell-fine');
    expect(measured.exitCode).toBe(0);
    expect(measured.stderr).toContain(
      `! The session won't say at which commit it was measured, and "accept" will ask: ${why}/package.json\n`,
    );
    expect(bench.sessions()[0]?.session.harness.commit).toBe('unknown');

    const doctor = await bench.run(['doctor']);
    expect(doctor.exitCode).toBe(0);
    expect(doctor.stderr).toContain('Commit: not known\n');
    expect(doctor.stderr).toContain(why);

    const env = { STEELYARD_RUNNERS: join(unpacked, 'runners') };
    const compared = await bench.run(['compare', '--base', 'HEAD'], env);
    expect([compared.exitCode, compared.stderr]).toEqual([
      2,
      `✖ compare needs a clone of the project's own repository, where the base is: ${why}/runners\n`,
    ]);
    bench.remove();
  });
});
