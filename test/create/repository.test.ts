import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const module = pathToFileURL(join(import.meta.dirname, '../../create/repository.mjs')).href;
const home = mkdtempSync(join(tmpdir(), 'steelyard-repository-'));
const project = join(home, 'project');
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project);
  writeFileSync(join(project, 'file.txt'), 'text\n');
});

const person = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};
/** Nobody's settings but these. */
const env = {
  PATH: process.env['PATH'],
  HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: home,
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'user.useConfigOnly',
  GIT_CONFIG_VALUE_0: 'true',
};

/** What it says is left to do. */
function begin(further: NodeJS.ProcessEnv = {}): string {
  const script = `import { beginRepository } from ${JSON.stringify(module)}; console.log(beginRepository(process.cwd()) ?? 'nothing');`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: project,
    env: { ...env, ...further },
    encoding: 'utf8',
  }).trim();
}

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: project, env, encoding: 'utf8' }).trim();

describe('the repository of a project', () => {
  it('begins with a commit of all files', () => {
    expect(begin(person)).toBe('nothing');
    expect(git('ls-tree', '--name-only', 'HEAD')).toBe('file.txt');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('branch', '--show-current')).toBe('main');
  });

  it('is that around it, where there is one', () => {
    git('init', '--quiet');
    expect(begin(person)).toBe('nothing');
    expect(git('status', '--porcelain')).toBe('?? file.txt');
  });

  it('has no commit where git knows nobody who makes it, and a person hears so', () => {
    expect(begin()).toContain('git made no commit');
    expect(git('status', '--porcelain')).toBe('A  file.txt');
  });

  it('is none where there is no git', () => {
    expect(begin({ ...person, PATH: '/nonexistent' })).toBe('nothing');
    expect(() => git('rev-parse')).toThrow();
  });
});
