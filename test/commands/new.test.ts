/** What `new` writes loads and runs as it is. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Project } from '../fixtures/make-project.ts';

let project: Project;
beforeAll(async () => {
  project = new Project('new');
  await project.run('new', 'scenario', 'say-hello');
  await project.run('new', 'runtime', 'no-such-runtime');
  await project.run('new', 'report', 'hello');
});

describe('a project to which one of each was added', () => {
  it('holds all that a check looks at, and its programs agree', async () => {
    const { exitCode, stderr } = await project.run('check');
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('✔ all pages')]);
    expect(stderr).toContain('✔ the answers of the programs, tried once');
  });

  it('tells in the report of every case and contestant', () => {
    const text = readFileSync(project.path('content/hello/index.mdx'), 'utf8');
    expect(text).toContain('  say-hello/main: { title: "Say hello" }');
    expect(text).toContain('  - { id: echo }\n  - { id: printf }');
  });

  it('knows the runtime, and how to get it', async () => {
    const { stderr } = await project.run('doctor');
    expect(stderr).toContain('There is no "no-such-runtime" on PATH. Install it, or set');
  });
});

describe('what can’t be begun', () => {
  it.each([
    [['scenario', 'say-hello'], /say-hello\.ts is there already/],
    [['chapter', 'a'], /There is no new "chapter": say one of report, scenario, runtime/],
    [['report', 'My Report'], /"My Report" can't be a name/],
  ])('%j ends with 2, and nothing is written', async (words, message) => {
    const { exitCode, stderr } = await project.run('new', ...words);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('is a report where there is no scenario', async () => {
    const { exitCode, stderr } = await new Project('new-empty').run('new', 'report', 'hello');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no scenario yet');
  });
});
