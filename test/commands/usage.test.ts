import packageJson from '../../package.json' with { type: 'json' };
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, end } from './bench.ts';

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => bench.remove());

const escape = '\u001b';

describe('outside of a project', () => {
  const outside = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/steelyard.mjs'), ...args], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });

  it('a command says so, and how to begin one', () => {
    const { status, stderr } = outside('results');
    expect(stderr).toMatch(/^✖ There is no Steelyard project here: .*\n$/);
    expect(status).toBe(2);
  });

  it('help is to be had', () => {
    expect(outside('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe.concurrent('help', () => {
  it('teaches measuring by examples, and names the exit codes', async () => {
    const { exitCode, stdout } = await bench.run(['measure', '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('npm run measure -- --only io/100 --rounds 12');
    expect(stdout).toContain('Exit codes: 0 done, 1 wrong answer, 2 usage');
    for (const flag of [
      '--profile',
      '--only',
      '--skip',
      '--rounds',
      '--budget',
      '--seed',
      '--resume',
      '--fresh',
      '--plan',
      '--json',
      '--quiet',
    ]) {
      expect(stdout).toContain(flag);
    }
  });

  it('lists every command that package.json has a script for', async () => {
    const { exitCode, stdout } = await bench.run(['--help']);
    expect(exitCode).toBe(0);
    const scripts = Object.values(packageJson.scripts);
    const commands = scripts.flatMap(
      (script) => /bin\/steelyard\.mjs (?!--run)(\S+)/.exec(script)?.[1] ?? [],
    );
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(stdout).toContain(`\n  ${command} `);
  });

  it('may be read by half', async () => {
    const child = bench.start(['measure', '--help']);
    child.stdout?.destroy();
    expect(await end(child)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('is what a bare call gets, as a mistake in usage', async () => {
    const { exitCode, stderr } = await bench.run([]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Commands:');
  });
});

describe.concurrent('a mistake in usage ends with 2 and says what there is', () => {
  it.each<[string, string[], RegExp]>([
    [
      'an unknown scenario',
      ['measure', '--only', 'io'],
      /"io" is no scenario, case or contestant\. There are: absent-count, ask, ask\/3, count/,
    ],
    ['an unknown case to skip', ['measure', '--skip', 'count/3'], /"count\/3" is no scenario/],
    [
      'an unknown flag',
      ['measure', '--slow'],
      /unknown option '--slow'[^]*--profile <name>[^]*--budget <time>/,
    ],
    [
      'an unknown profile',
      ['measure', '--profile', 'huge'],
      /'huge' is invalid[^]*smoke, quick, full/,
    ],
    ['an unknown command', ['weigh'], /unknown command 'weigh'[^]*measure/],
    ['no whole number of rounds', ['measure', '--rounds', '2.5'], /Give a whole number from 1/],
    ['no time for a budget', ['measure', '--budget', '90'], /90s, 5m or 1h/],
    [
      'two flags against each other',
      ['measure', '--fresh', '--resume'],
      /'--resume' cannot be used with option '--fresh'/,
    ],
    [
      'nothing to go on with',
      ['measure', '--only', 'count', '--resume'],
      /no interrupted quick session that still fits/,
    ],
    [
      'a case that the profile has not',
      ['measure', '--only', 'trouble'],
      /Nothing is selected: the quick profile .* some in: --profile smoke, --profile full\./,
    ],
    ['an unknown session to accept', ['accept', 'yesterday'], /no local session "yesterday"/],
    [
      'an unknown session to analyse',
      ['analyse', 'yesterday'],
      /no session "yesterday".*There are: none/,
    ],
  ])('%s', async (_, args, expected) => {
    const { exitCode, stderr, stdout } = await bench.run(args);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain('mistake in Steelyard itself');
    expect([exitCode, stdout]).toEqual([2, '']);
  });
});

describe('a mistake in a file ends with 2 and names the file', () => {
  it.each([
    ['does not parse', 'export default {'],
    ['breaks the schema', "export default { id: 'broken' };"],
  ])('a scenario that %s', async (_, content) => {
    const file = join(bench.runners, 'scenarios', 'broken.ts');
    writeFileSync(file, content);
    const { exitCode, stderr } = await bench.run(['measure', '--only', 'count']);
    rmSync(file);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(file);
  });

  it('a runtime that sets what every run has of its own', async () => {
    const file = join('runtimes', 'shell', 'runtime.ts');
    const [before, after] = ["{ SHELL_FIXTURE: 'set' }", "{ HOME: '/root', TMPDIR: '/tmp' }"];
    bench.edit(file, before, after);
    const { exitCode, stderr } = await bench.run(['measure', '--only', 'count']);
    bench.edit(file, after, before);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'The runtime "shell" sets HOME and TMPDIR, but every run gets its own. Leave it out of its environment.',
    );
  });

  it('a session of a newer schema', async () => {
    const folder = join(bench.data, 'local', '20300101T000000Z-newer');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'session.json'), '{"schema": 4}');
    const { exitCode, stderr } = await bench.run(['analyse']);
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${join(folder, 'session.json')} has schema 4`);
  });
});

describe.concurrent('the doctor', () => {
  it('ends with 0 though a runtime is missing, and says what that costs and where to get it', async () => {
    const { exitCode, stderr } = await bench.run(['doctor']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Node: v');
    expect(stderr).toMatch(
      /Absent: not here\n.*no "absent" on PATH.*https:\/\/example\.org\/absent.*unavailable/,
    );
  });

  it('tells programs the same as JSON', async () => {
    const { stdout } = await bench.run(['doctor', '--json', '--quiet']);
    const findings = JSON.parse(stdout) as { subject: string; fine: boolean }[];
    expect(findings).toContainEqual(expect.objectContaining({ subject: 'Absent', fine: false }));
    expect(findings).toContainEqual(expect.objectContaining({ subject: 'Shell', fine: true }));
  });
});

describe.concurrent('colours', () => {
  it('are left out of a log', async () => {
    const { stderr } = await bench.run(['measure', '--only', 'count', '--plan'], { CI: 'true' });
    expect(stderr).toContain('A new session');
    expect(stderr).not.toContain(escape);
  });

  it('are there when they are asked for, and NO_COLOR forbids them all the same', async () => {
    const coloured = await bench.run(['measure', '--only', 'count', '--plan'], {
      FORCE_COLOR: '1',
    });
    expect(coloured.stderr).toContain(escape);
    const plain = await bench.run(['measure', '--only', 'count', '--plan'], {
      FORCE_COLOR: '1',
      NO_COLOR: '1',
    });
    expect(plain.stderr).not.toContain(escape);
  });
});

describe.concurrent('a folder of runners without scenarios', () => {
  it('is named', async () => {
    const empty = join(bench.folder, 'empty');
    mkdirSync(empty);
    const { exitCode, stderr } = await bench.run(['doctor'], { STEELYARD_RUNNERS: empty });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(join(empty, 'scenarios'));
  });

  it('that has them but no runtimes is named too', async () => {
    const empty = join(bench.folder, 'half');
    cpSync(join(bench.runners, 'scenarios'), join(empty, 'scenarios'), { recursive: true });
    const { exitCode, stderr } = await bench.run(['doctor'], { STEELYARD_RUNNERS: empty });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(join(empty, 'runtimes'));
  });
});
