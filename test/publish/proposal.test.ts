/** What `measure.yml` does with a session that another machine measured, by its own scripts. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from '../../src/publish/replace-pages.ts';
import { gitEnvironment } from '../environment.ts';
import { Repository } from '../commands/repository.ts';
import { local } from '../fixtures/make-site-data.ts';
import { LINK, writeArtifact, type Contents } from './artifact.ts';
import { git } from './repository.ts';

const project = join(import.meta.dirname, '..', '..');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: { name?: string; run?: string }[] }>>;
}
const { jobs } = parse(
  readFileSync(join(project, '.github', 'workflows', 'measure.yml'), 'utf8'),
) as Workflow;
const scriptOf = (job: string, name: string): string =>
  jobs[job]?.steps.find((step) => step.name === name)?.run ?? '';

let own: Repository;
let remote: string;
/** The session's files by path. */
let session: Contents;
beforeAll(() => {
  own = new Repository();
  const measured = join(own.data, 'local', local.id);
  session = Object.fromEntries(
    listFiles(measured).map((path) => [path, readFileSync(join(measured, path))]),
  );
  rmSync(join(own.data, 'local'), { recursive: true });
  remote = join(own.folder, 'tmp', 'remote.git');
  git(own.folder, 'clone', '--quiet', '--bare', own.folder, remote);
});
afterAll(() => own.remove());

interface Ended {
  readonly exitCode: number;
  readonly said: string;
}

/** Runs a step as GitHub does, with `npm run` and `gh` played. */
function step(script: string, cwd: string, runner: string, name: string): Ended {
  const env = {
    ...gitEnvironment(),
    PATH: `${tools()}:${process.env['PATH'] ?? ''}`,
    RUNNER_TEMP: runner,
    SESSION: name,
    GITHUB_REF_NAME: 'main',
    STEELYARD_DATA: join(cwd, 'data'),
    STEELYARD_CONTENT: join(cwd, 'content'),
    STEELYARD_RUNNERS: own.runners,
    STEELYARD_CACHE: own.cache,
  };
  try {
    const options = { cwd, env, encoding: 'utf8', stdio: 'pipe' } as const;
    execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], options);
    return { exitCode: 0, said: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { exitCode: status, said: stdout + stderr };
  }
}

function tools(): string {
  const folder = join(own.folder, 'tmp', 'tools');
  mkdirSync(folder, { recursive: true });
  const cli = `exec "${process.execPath}" "${join(project, 'src', 'cli.ts')}"`;
  const npm = `#!/bin/bash\nshift 2\nname=$1\nshift 2\n${cli} "$name" "$@"\n`;
  const gh = `#!/bin/bash\nif [ "$1" = pr ]; then printf '%s\\n' "$@" > "$RUNNER_TEMP/asked.txt"; fi\n`;
  for (const [name, script] of Object.entries({ npm, gh }))
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  return folder;
}

function newRunner(): string {
  const runner = mkdtempSync(join(own.folder, 'tmp', 'runner-'));
  mkdirSync(join(runner, 'measured'));
  return runner;
}

function checkout(): string {
  const folder = mkdtempSync(join(own.folder, 'tmp', 'checkout-'));
  git(own.folder, 'clone', '--quiet', remote, folder);
  return folder;
}

/** Takes and accepts an archive in a checkout of its own. */
function accept(contents: Contents, name: string = local.id): Ended & { runner: string } {
  const runner = newRunner();
  writeArtifact(join(runner, 'measured', 'session.zip'), contents);
  const script = scriptOf('accept', 'Take the session, and accept it');
  return { ...step(script, checkout(), runner, name), runner };
}

/** Takes over what a job handed over as the change. */
function takeOver(runner: string, name: string = local.id): Ended & { checkout: string } {
  const folder = checkout();
  const script = scriptOf('propose', 'Take over the session and its pin');
  return { ...step(script, folder, runner, name), checkout: folder };
}

describe('a session of another machine', () => {
  it('is accepted, pushed to a branch of its own, and proposed', () => {
    const { runner, ...accepted } = accept(session);
    expect(accepted).toEqual({ exitCode: 0, said: '' });
    const { checkout: folder, ...taken } = takeOver(runner);
    expect(taken).toEqual({ exitCode: 0, said: '' });
    expect(step(scriptOf('propose', 'Propose it'), folder, runner, local.id)).toEqual({
      exitCode: 0,
      said: '',
    });
    const changed = git(remote, 'diff', '--name-only', 'main', `reference/${local.id}`).split('\n');
    expect(changed.filter((file) => !file.startsWith(`data/sessions/${local.id}/`))).toEqual([
      relative(own.folder, own.page),
    ]);
    expect(readFileSync(join(runner, 'asked.txt'), 'utf8')).toContain(`reference/${local.id}`);
    expect(readFileSync(join(runner, 'body.md'), 'utf8')).toMatch(/^ {4}Sealed: /m);
  });

  it.each<[string, () => Contents, RegExp]>([
    ['a package.json', () => ({ 'package.json': '{}' }), /package\.json: is no part of a session/],
    ['a script beside the programs', () => ({ 'programs/a.sh': 'x' }), /is no part of a session/],
    ['a way out of it', () => ({ '../../package.json': '{}' }), /invalid relative path/],
    ['a link', () => ({ 'records.jsonl': { content: '/etc/passwd', mode: LINK } }), /is a link/],
    ['another program', () => ({ [firstProgram()]: 'x' }), /hash doesn't fit its name/],
    ['another name inside', () => ({ 'session.json': renamed() }), /names the session "another"/],
    ['no records', () => ({ 'records.jsonl': '' }), /isn't whole/],
  ])('with %s is refused', (_, change, says) => {
    const { exitCode, said } = accept({ ...session, ...change() });
    expect(said).toMatch(says);
    expect(exitCode).not.toBe(0);
  });

  it('has a name that leads nowhere else', () => {
    const { exitCode, said } = accept(session, '../..');
    expect(exitCode).not.toBe(0);
    expect(said).toContain('"../.." is no name of a session.');
  });

  it.each(['../..', '.', 'a b', '$(id)', 'a\nb', ''])('has a name, which %j is not', (name) => {
    const runner = newRunner();
    expect(takeOver(runner, name)).toMatchObject({
      exitCode: 1,
      said: expect.stringContaining('no name of a session') as string,
    });
  });

  const firstProgram = (): string =>
    Object.keys(session).find((path) => path.startsWith('programs/'))!;
  const renamed = (): string =>
    (session['session.json'] as Buffer).toString().replace(local.id, 'another');
});

describe('a change that was made from it', () => {
  const page = 'content/report/index.mdx';
  it.each<[string, () => string, RegExp]>([
    ['changes a package.json', () => patchOf('package.json', '{}'), /no parts of this session/],
    ['adds a workflow', () => patchOf('.github/workflows/a.yml', 'on: push'), /no parts/],
    ['adds another session', () => patchOf('data/sessions/b/session.json', '{}'), /no parts/],
    ['adds a script', () => patchOf(`data/sessions/${local.id}/a.sh`, 'x'), /no parts/],
    ['makes a page a program', () => patchOf(page, undefined, 0o755), /no ordinary files/],
    ['writes into a page', () => patchOf(page, (text) => `${text}\nMore.\n`), /more of a page/],
    [
      'writes what looks like a heading of git’s',
      () => patchOf(page, (text) => `${text}++ More.\n`),
      /more of a page/,
    ],
    ['writes bytes into a page', () => patchOf(page, (text) => `${text}\0\n`), /more of a page/],
    [
      'pins another session',
      () => patchOf(page, (text) => text.replace(/^session: .*$/m, 'session: other')),
      /more of a page/,
    ],
  ])('and %s is not proposed', (_, make, says) => {
    const runner = newRunner();
    mkdirSync(join(runner, 'proposal'));
    writeFileSync(join(runner, 'proposal', 'change.patch'), make());
    const { exitCode, said } = takeOver(runner);
    expect(said).toMatch(says);
    expect(exitCode).toBe(1);
  });
});

/** A change of one file, as git writes it. */
function patchOf(
  file: string,
  content: string | undefined | ((before: string) => string),
  mode = 0o644,
): string {
  const folder = checkout();
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  const before = typeof content === 'string' ? '' : readFileSync(path, 'utf8');
  const text = typeof content === 'function' ? content(before) : (content ?? before);
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode });
  git(folder, 'add', '--all', '--force');
  // A binary one ends with an empty line.
  return `${git(folder, 'diff', '--cached', '--binary')}\n\n`;
}
