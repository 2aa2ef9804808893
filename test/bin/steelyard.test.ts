import { existsSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { Project } from './project.ts';

/** Prints its arguments, and the version that the Node it runs on really has. */
const tell = `const version: string = process.versions.node;
console.log(JSON.stringify({ version, file: process.argv[1], args: process.argv.slice(2) }));
process.exitCode = 7;`;

const old = 'v20.11.0';
let project: Project;
beforeEach(() => {
  project = new Project(tell);
});
afterEach(() => project.remove());

describe('the command line', () => {
  it.each(['v22.18.0', 'v24.0.0', 'v26.10.0'])(
    'runs on the Node that runs it if it is %s',
    async (version) => {
      project.bundle('#!/bin/sh\nexit 127\n');
      const { exitCode, stdout } = await project.run(version, 'build', '--only', 'a b');
      expect(exitCode).toBe(7);
      expect(JSON.parse(stdout)).toMatchObject({ args: ['build', '--only', 'a b'] });
    },
  );

  it.each(['v18.0.0', old, 'v22.17.1'])(
    'runs on the bundled Node where it is %s',
    async (version) => {
      project.bundle();
      const { exitCode, stdout } = await project.run(version, 'build', '--only', 'a b');
      expect(exitCode).toBe(7);
      expect(JSON.parse(stdout)).toEqual({
        version: process.versions.node,
        file: join(project.root, 'src', 'cli.ts'),
        args: ['build', '--only', 'a b'],
      });
    },
  );

  it.each([
    ['has no libraries here', '#!/bin/sh\necho "libatomic.so.1: cannot open" >&2\nexit 127\n'],
    ['is of another kind of system', '#!/lib/ld-none.so\n'],
    ['is no program', 'nothing'],
    ['is too old itself', '#!/bin/sh\necho v20.0.0\n'],
  ])('says in one line what to install where the bundled Node %s', async (_, program) => {
    project.bundle(program);
    expect(await project.run(old, 'build')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        '✖ Steelyard needs Node 22.18 or newer, and this is v20.11.0; the one that "npm ci" brought ' +
        "doesn't start on this system. Install a newer Node.\n",
    });
  });

  it('says in one line what to install where there is no bundled Node', async () => {
    expect(await project.run(old, 'build')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        '✖ Steelyard needs Node 22.18 or newer, and this is v20.11.0. Install a newer one, or run ' +
        '"npm ci" with its optional packages, which bring one along.\n',
    });
  });

  it.each([old, 'v24.0.0'])('says that the packages are missing, on %s', async (version) => {
    rmSync(join(project.root, 'node_modules'), { recursive: true });
    expect(await project.run(version, 'build')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: '✖ The packages are not installed. Install them: npm ci\n',
    });
  });
});

describe('what Node compiles', () => {
  const kept = (): string[] => {
    const modules = join(project.root, '.cache', 'modules');
    return existsSync(modules) ? readdirSync(modules) : [];
  };

  it.each(['v24.0.0', old])('is kept in .cache/ and nowhere else, on %s', async (version) => {
    project.bundle();
    const before = readdirSync(project.root);
    await project.run(version, 'build');
    expect(kept()).not.toEqual([]);
    expect(readdirSync(project.root).sort()).toEqual([...before, '.cache'].sort());
  });

  it('is kept for the processes that it starts, too', async () => {
    project.write('src/cli.ts', 'console.log(process.env["NODE_COMPILE_CACHE"])');
    const { stdout } = await project.run('v24.0.0', 'build');
    expect(stdout).toBe(`${join(realpathSync(project.root), '.cache', 'modules')}\n`);
  });
});

describe('a signal', () => {
  const waits = `process.on('SIGINT', () => process.exit(130));
console.log('ready');
setInterval(() => {}, 1000);`;

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s reaches the program on the other Node, and its end comes back',
    async (signal) => {
      project.write('src/cli.ts', waits);
      project.bundle();
      const child = project.start(old);
      const ended = new Promise((resolve) => child.on('close', resolve));
      child.stdout.once('data', () => child.kill(signal));
      expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    },
  );
});

describe('--run', () => {
  it('runs a tool of the packages', async () => {
    project.write('node_modules/a-tool/cli.mjs', tell);
    project.write('node_modules/.bin/.keep', '');
    symlinkSync('../a-tool/cli.mjs', join(project.root, 'node_modules/.bin/a-tool'));
    project.write('node_modules/a-tool/cli.mjs', 'console.log(process.argv[2])');
    expect(await project.run('v24.0.0', '--run', 'a-tool', 'x')).toMatchObject({ stdout: 'x\n' });
  });

  it('runs a file of the project', async () => {
    project.write('test/a.ts', 'const text: string = "a"; console.log(text)');
    expect(await project.run('v24.0.0', '--run', 'test/a.ts')).toMatchObject({ stdout: 'a\n' });
  });

  it.each([['no-tool'], ['test'], []])('says what is wrong with "%s"', async (...names) => {
    project.write('test/a.ts', '');
    const { exitCode, stderr } = await project.run('v24.0.0', '--run', ...names);
    expect([exitCode, stderr]).toEqual([
      2,
      `✖ --run: neither a tool nor a file of the project: "${names[0] ?? ''}"\n`,
    ]);
  });
});

describe('package.json', () => {
  it('starts every script by it, on the Node that runs npm', () => {
    const start = '"${npm_node_execpath:-node}" bin/steelyard.mjs ';
    for (const script of Object.values(packageJson.scripts))
      for (const part of script.split(' && ')) expect(part.slice(0, start.length)).toBe(start);
  });
});
