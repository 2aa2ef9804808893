/** What `measure.yml` does with a session that another machine measured, by its own scripts. */
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/publish/replace-pages.ts';
import { local } from '../fixtures/make-site-data.ts';
import { LINK, writeArtifact, type Contents } from './artifact.ts';
import { git } from './repository.ts';
import { WorkflowBench, type Ended } from './workflow-bench.ts';

let bench: WorkflowBench;
/** The session's files by path. */
let session: Contents;
beforeAll(() => {
  bench = new WorkflowBench('measure.yml');
  const measured = join(bench.own.data, 'local', local.id);
  session = Object.fromEntries(
    listFiles(measured).map((path) => [path, readFileSync(join(measured, path))]),
  );
  rmSync(join(bench.own.data, 'local'), { recursive: true });
});
afterAll(() => bench.own.remove());

/** Takes and accepts an archive in a checkout of its own. */
function accept(contents: Contents, name: string = local.id): Ended & { runner: string } {
  const runner = bench.newRunner();
  writeArtifact(join(runner, 'measured', 'session.zip'), contents);
  const script = bench.scriptOf('accept', 'Take the session, and accept it');
  return { ...bench.step(script, bench.checkout(), runner, { SESSION: name }), runner };
}

/** Takes over what a job handed over as the change. */
function takeOver(runner: string, name: string = local.id): Ended & { checkout: string } {
  const folder = bench.checkout();
  const script = bench.scriptOf('propose', 'Take over the session and its pin');
  return { ...bench.step(script, folder, runner, { SESSION: name }), checkout: folder };
}

describe('a session of another machine', () => {
  it('is accepted, pushed to a branch of its own, and proposed', () => {
    const { runner, ...accepted } = accept(session);
    expect(accepted).toEqual({ exitCode: 0, said: '' });
    const { checkout: folder, ...taken } = takeOver(runner);
    expect(taken).toEqual({ exitCode: 0, said: '' });
    expect(
      bench.step(bench.scriptOf('propose', 'Propose it'), folder, runner, { SESSION: local.id }),
    ).toEqual({
      exitCode: 0,
      said: '',
    });
    const changed = git(bench.remote, 'diff', '--name-only', 'main', `reference/${local.id}`).split(
      '\n',
    );
    expect(changed.filter((file) => !file.startsWith(`data/sessions/${local.id}/`))).toEqual([
      relative(bench.own.folder, bench.own.page),
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
    ['another name inside', () => ({ 'session.json': renamed() }), /it is the session another/],
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
    const runner = bench.newRunner();
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
    [
      'changes a package.json',
      () => bench.patchOf('package.json', '{}'),
      /no parts of this session/,
    ],
    ['adds a workflow', () => bench.patchOf('.github/workflows/a.yml', 'on: push'), /no parts/],
    ['adds another session', () => bench.patchOf('data/sessions/b/session.json', '{}'), /no parts/],
    ['adds a script', () => bench.patchOf(`data/sessions/${local.id}/a.sh`, 'x'), /no parts/],
    ['makes a page a program', () => bench.patchOf(page, undefined, 0o755), /no ordinary files/],
    [
      'writes into a page',
      () => bench.patchOf(page, (text) => `${text}\nMore.\n`),
      /more of a page/,
    ],
    [
      'writes what looks like a heading of git’s',
      () => bench.patchOf(page, (text) => `${text}++ More.\n`),
      /more of a page/,
    ],
    [
      'writes bytes into a page',
      () => bench.patchOf(page, (text) => `${text}\0\n`),
      /more of a page/,
    ],
    [
      'pins another session',
      () => bench.patchOf(page, (text) => text.replace(/^session: .*$/m, 'session: other')),
      /more of a page/,
    ],
  ])('and %s is not proposed', (_, make, says) => {
    const { exitCode, said } = takeOver(bench.runnerWith(make()));
    expect(said).toMatch(says);
    expect(exitCode).toBe(1);
  });
});
