/** What `replicate.yml` does with the sessions that several machines measured, by its own scripts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/publish/replace-pages.ts';
import { reference } from '../fixtures/make-site-data.ts';
import { slowerBy, writeVariant, type Variant } from '../fixtures/variant.ts';
import { writeArtifact, type Contents } from './artifact.ts';
import { git } from './repository.ts';
import { WorkflowBench, type Ended } from './workflow-bench.ts';

const variables = { REPORT: 'report', SAME_KIND: 'false' };
const page = 'content/report/index.mdx';
let bench: WorkflowBench;
beforeAll(() => {
  bench = new WorkflowBench('replicate.yml');
});
afterAll(() => bench.own.remove());

/** The files of a session of another machine. */
function sessionOf(id: string, variant: Variant = {}): Contents {
  const folder = join(mkdtempSync(join(bench.own.folder, 'tmp', 'made-')), id);
  const usual = { cpu: id, record: slowerBy(id.length) };
  writeVariant(join(bench.own.data, 'sessions', reference.id), folder, { ...usual, ...variant });
  const files = listFiles(folder).map((path) => [path, readFileSync(join(folder, path))] as const);
  rmSync(folder, { recursive: true });
  return Object.fromEntries(files);
}

/** Gathers archives in a checkout of its own, as they lie after they were downloaded. */
function gather(sessions: readonly Contents[]): Ended & { runner: string } {
  const runner = bench.newRunner();
  sessions.forEach((contents, place) => {
    writeArtifact(join(runner, 'measured', `session-${place}.zip`), contents);
  });
  const script = bench.scriptOf('gather', 'Gather the sessions');
  return { ...bench.step(script, bench.checkout(), runner, variables), runner };
}

function takeOver(runner: string): Ended & { checkout: string } {
  const folder = bench.checkout();
  const script = bench.scriptOf('propose', 'Take over the sessions and their pins');
  return { ...bench.step(script, folder, runner, variables), checkout: folder };
}

describe('sessions of several machines', () => {
  it('are gathered, pushed to a branch, and proposed together', () => {
    const { runner, ...gathered } = gather([sessionOf('one'), sessionOf('three')]);
    expect(gathered).toEqual({ exitCode: 0, said: '' });
    const { checkout: folder, ...taken } = takeOver(runner);
    expect(taken).toEqual({ exitCode: 0, said: '' });
    const propose = bench.scriptOf('propose', 'Propose it');
    expect(bench.step(propose, folder, runner, variables)).toEqual({ exitCode: 0, said: '' });
    const changed = git(bench.remote, 'diff', '--name-only', 'main', 'replications/1').split('\n');
    expect(changed.filter((file) => !/^data\/replications\/(?:one|three)\//.test(file))).toEqual([
      relative(bench.own.folder, bench.own.page),
    ]);
    expect(git(bench.remote, 'show', `replications/1:${page}`)).toContain(
      'replications:\n  - one\n  - three\n',
    );
    expect(readFileSync(join(runner, 'body.md'), 'utf8')).toMatch(/^ {4}3 machines: /m);
  });

  it('are gathered though one of them is refused, and that is told', () => {
    const { runner, exitCode } = gather([sessionOf('one'), sessionOf('one')]);
    expect(exitCode).toBe(0);
    const told = readFileSync(join(runner, 'proposal', 'gathered.txt'), 'utf8');
    expect(told).toMatch(/Not taken: .*session-1\.zip: it was gathered already/);
  });

  it('are proposed only where one was taken', () => {
    const { exitCode, said } = gather([{ 'package.json': '{}' }]);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/package\.json: is no part of a session[^]*No session was taken/);
  });
});

describe('a change that was made from them', () => {
  it.each<[string, () => string, RegExp]>([
    ['changes a package.json', () => bench.patchOf('package.json', '{}'), /no parts of sessions/],
    ['adds a reference', () => bench.patchOf('data/sessions/b/session.json', '{}'), /no parts/],
    ['adds a script', () => bench.patchOf('data/replications/one/a.sh', 'x'), /no parts/],
    ['makes a page a program', () => bench.patchOf(page, undefined, 0o755), /no ordinary files/],
    [
      'writes into a page',
      () => bench.patchOf(page, (text) => `${text}\nMore.\n`),
      /more of a page/,
    ],
    [
      'pins another reference',
      () => bench.patchOf(page, (text) => text.replace(/^session: .*$/m, 'session: other')),
      /more of a page/,
    ],
  ])('and %s is not proposed', (_, make, says) => {
    const { exitCode, said } = takeOver(bench.runnerWith(make()));
    expect(said).toMatch(says);
    expect(exitCode).toBe(1);
  });
});
