/** The command that says whether all holds, on a small project with a real session, and on what is wrong in copies of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Checked } from '../../src/check/checked.ts';
import type { Ended } from '../commands/bench.ts';
import { Project } from '../fixtures/make-project.ts';

const SESSION = '20261127T235309327Z-64add055-7ef2';
const TEXT = 'content/counting/index.mdx';

/** Every file that git would track, with its content. */
function trackedIn(project: Project): Record<string, string> {
  const files = ['content', 'runners', 'data/sessions'].flatMap((folder) =>
    readdirSync(project.path(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** State of each check, by its kind. */
function statesOf({ stdout }: Ended): Record<string, string> {
  const checks = JSON.parse(stdout) as Checked[];
  return Object.fromEntries(checks.map(({ check, state }) => [check, state]));
}

function findingsOf({ stdout }: Ended, kind: Checked['check']): readonly string[] {
  return (JSON.parse(stdout) as Checked[]).find(({ check }) => check === kind)?.findings ?? [];
}

describe('a project in which all holds', () => {
  let project: Project;
  let before: Record<string, string>;
  let ended: Ended;
  beforeAll(async () => {
    project = new Project('check-right', 'counting');
    before = trackedIn(project);
    ended = await project.run('check');
  });

  it('ends with 0, and a line for each thing that was looked at', () => {
    expect([ended.exitCode, ended.stdout]).toEqual([0, '']);
    expect(ended.stderr.split('\n').filter((line) => /^[✔✖–]/.test(line))).toEqual([
      '✔ counting: its texts',
      '✔ the seals of one session',
      '✔ counting: its claims, and what its texts name',
      '✔ all pages and their links',
      `✔ counting: its programs against those of ${SESSION}`,
      '✔ the answers of the programs, tried once',
    ]);
  });

  it('is left as it was: no page, no session, no other file', () => {
    expect(trackedIn(project)).toEqual(before);
    expect(readdirSync(project.folder).sort()).toEqual([
      ...['.astro', '.cache', 'astro.config.mjs', 'content', 'data', 'node_modules'],
      ...['package.json', 'runners'],
    ]);
    expect(readdirSync(project.path('data')).sort()).toEqual(['results', 'sessions']);
    expect(readdirSync(project.path('.cache/check'))).toEqual([]);
  });

  it('says nothing with --quiet, and runs no program with --without-programs', async () => {
    const quiet = await project.run('check', '--quiet', '--json', '--without-programs');
    expect([quiet.exitCode, quiet.stderr]).toEqual([0, '']);
    expect(statesOf(quiet)).toEqual({
      texts: 'right',
      sessions: 'right',
      claims: 'right',
      pages: 'right',
      keys: 'right',
    });
  });

  it('has no other report, and ends with 2 where one is asked for', async () => {
    const { exitCode, stderr } = await project.run('check', '--report', 'cuonting');
    expect([exitCode, stderr]).toEqual([
      2,
      '✖ There is no report "cuonting": no such folder under content/ has an index.mdx. There are: counting.\n',
    ]);
  });
});

describe('a claim that lost its support', () => {
  it('is told with its line, what was expected and what was found', async () => {
    const project = new Project('check-claim', 'counting');
    project.edit('content/counting/claims.yaml', 'expect: less', 'expect: more');
    const { exitCode, stderr } = await project.run('check', '--without-programs', '--quiet');
    expect([exitCode, stderr]).toEqual([
      1,
      '✖ counting: its claims, and what its texts name\n' +
        '  content/counting/claims.yaml:2: the data doesn\'t carry the claim "count-time".\n' +
        '    expected: more\n' +
        `    found:    less-that-matters (session ${SESSION})\n` +
        '    Either change the claim\'s "expect" and the text around it, or measure again and accept the new session: npm run measure -- --profile full\n',
    ]);
  });
});

describe('a program that says something else than it did', () => {
  let ended: Ended;
  beforeAll(async () => {
    const project = new Project('check-program', 'counting');
    project.edit('runners/runtimes/shell/count.sh', '\\"thing\\"', '\\"things\\"');
    // A text with a mistake keeps nothing from being told of the programs.
    project.edit(TEXT, '<EveryRun />', '<EveryRum />');
    ended = await project.run('check', '--json');
  });

  it('is stale where it was measured, and the others are not', () => {
    expect(findingsOf(ended, 'keys')).toEqual([
      `shell of count/5 is not what ${SESSION} measured: runners/runtimes/shell/count.sh changed. ` +
        'Put it back, or measure again and accept the new session: npm run measure -- --profile full --report counting',
    ]);
  });

  it('gives a wrong answer where it is tried', () => {
    expect(ended.exitCode).toBe(1);
    const [said, ...others] = findingsOf(ended, 'programs');
    expect(others).toEqual([]);
    expect(said).toMatch(/^shell of count\/2: the answer is wrong: .*"things"/);
    expect(said).toContain('Mend runners/runtimes/shell/count.sh, or what its scenario expects.');
  });

  it('and a mistake in a text is told beside it, and no page is drawn', () => {
    expect(findingsOf(ended, 'texts')).toEqual([
      expect.stringMatching(
        /^content\/counting\/index\.mdx:28: there is no <EveryRum> in a report\. Did you mean <EveryRun>\?/,
      ),
    ]);
    expect(statesOf(ended)).toEqual({
      texts: 'wrong',
      sessions: 'right',
      pages: 'untold',
      keys: 'wrong',
      programs: 'wrong',
    });
  });
});

describe('a scenario that changed since the session was measured', () => {
  it('is told by what of it changed', async () => {
    const changes = [
      ['parameters: { things: 5 }', 'parameters: { things: 6 }', 'its parameters changed'],
      ["{ is: 'thing' }", "{ is: 'a thing' }", 'its answer, its packages or the way it is started'],
      ["id: '5'", "id: '7'", 'the case is gone'],
      ["program: 'count.sh'", "program: 'count.sh', exitCodes: [0, 3]", 'its steps or exit codes'],
    ] as const;
    for (const [index, [before, after, what]] of changes.entries()) {
      const project = new Project(`check-scenario-${index}`, 'counting');
      project.edit('runners/scenarios/count.ts', before, after);
      // Nothing is drawn of a text that can't be read.
      project.edit(TEXT, '<EveryRun />', '<EveryRum />');
      const ended = await project.run('check', '--json', '--without-programs');
      expect(findingsOf(ended, 'texts')).toHaveLength(1);
      expect(ended.exitCode).toBe(1);
      expect(findingsOf(ended, 'keys').join('\n'), what).toContain(
        `shell of count/5 is not what ${SESSION} measured: ${what}`,
      );
    }
  });
});

describe('a link that leads nowhere', () => {
  it('is told with the line of its text', async () => {
    const project = new Project('check-link', 'counting');
    project.edit('content/counting/method.mdx', '#count)', '#cuont)');
    const ended = await project.run('check', '--json', '--without-programs');
    expect(ended.exitCode).toBe(1);
    expect(findingsOf(ended, 'pages')).toEqual([
      'content/counting/method.mdx:8: the link "/counting/#cuont" leads nowhere: counting/index.html has no "#cuont". Did you mean "#count"?',
    ]);
  });
});

describe('a session that was edited', () => {
  it('no longer fits its seal, and decides nothing', async () => {
    const project = new Project('check-seal', 'counting');
    const records = `data/sessions/${SESSION}/records.jsonl`;
    project.edit(records, '"round":1,', '"round":1, ');
    const ended = await project.run('check', '--json', '--without-programs');
    expect(statesOf(ended)).toMatchObject({ sessions: 'wrong', pages: 'untold' });
    expect(statesOf(ended)).not.toHaveProperty('claims');
  });
});

describe('a runtime that is not here', () => {
  it('leaves untold what its programs say, and is no finding', async () => {
    const project = new Project('check-absent', 'counting');
    project.edit(
      'runners/runtimes/shell/runtime.ts',
      'async find(host) {',
      "find: () => Promise.resolve({ available: false, reason: 'There is no shell.' }),\n  async other(host: { sha256(file: string): string }) {",
    );
    project.edit('runners/runtimes/shell/runtime.ts', '} satisfies RuntimeDefinition', '}');
    const ended = await project.run('check');
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain(`✔ counting: its programs against those of ${SESSION}\n`);
    expect(ended.stderr).toContain(
      '– the answers of the programs, tried once\n  shell: not tried. There is no shell.\n',
    );
  });
});

describe('a project that has only just been begun', () => {
  let project: Project;
  beforeAll(() => {
    project = new Project('check-begun');
  });

  it('has nothing that could be wrong', async () => {
    const { exitCode, stderr } = await project.run('check');
    expect([exitCode, stderr]).toEqual([
      0,
      '✔ the seals of 0 sessions\n✔ all pages and their links\n',
    ]);
  });

  it('is drawn as a front page that says how to begin', async () => {
    const { exitCode } = await project.run('render');
    expect(exitCode).toBe(0);
    const page = readFileSync(project.path('dist/index.html'), 'utf8');
    expect(page).toContain('No report yet');
    expect(page).toContain('content/&lt;report&gt;/index.mdx');
    expect(readdirSync(project.path('dist'))).toEqual(
      expect.arrayContaining(['404.html', 'glossary', 'index.html']),
    );
  });
});

describe('a report whose front matter can’t be read', () => {
  it('is told of once, with its line', async () => {
    const project = new Project('check-front', 'counting');
    project.edit(TEXT, 'title: Counting\n', '');
    const flags = ['--json', '--report', 'counting', '--without-programs'];
    const ended = await project.run('check', ...flags);
    expect(ended.exitCode).toBe(1);
    expect(findingsOf(ended, 'texts')).toEqual([
      expect.stringMatching(
        /^content\/counting\/index\.mdx:\d+: the field "title" is missing\.\nThe fields/,
      ),
    ]);
    expect(statesOf(ended)).toEqual({
      ...{ texts: 'wrong', sessions: 'right', pages: 'untold', keys: 'untold' },
    });
  });
});
