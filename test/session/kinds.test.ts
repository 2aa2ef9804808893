/** What runs, on what, and what is right: each kind once, on a project as a stranger would have it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/store/canonical.ts';
import { listSessions, readSession, type StoredSession } from '../../src/store/read.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Ended } from '../commands/bench.ts';
import { Project } from '../fixtures/make-project.ts';

let project: Project;
let ended: Ended;
let stored: StoredSession;

const sessions = (): StoredSession[] =>
  listSessions(project.path('data/local')).map((folder) => readSession(folder));

/** The counted run of a contestant. */
function recordOf(aCase: string, contestant: string): InvocationRecord {
  const found = stored.records.find(
    (record) => record.case === aCase && record.contestant === contestant && record.round === 1,
  );
  if (found === undefined) throw new Error(`no record of ${contestant} in ${aCase}`);
  return found;
}

function entryOf(aCase: string, contestant: string) {
  const found = stored.session.cases.find(({ id }) => id === aCase);
  return found?.contestants.find(({ id }) => id === contestant);
}

beforeAll(async () => {
  project = new Project('kinds', 'kinds');
  ended = await project.run('measure', '--profile', 'smoke', '--anyway');
  stored = sessions()[0]!;
});

describe('a tool that is found', () => {
  it('is run with its words, on the path of an input or with it as standard input', () => {
    for (const contestant of ['grep', 'awk', 'grep-stdin'])
      expect(recordOf('count/1000', contestant), contestant).toMatchObject({ outcome: 'measured' });
    expect(entryOf('count/1000', 'grep')).toMatchObject({
      runtime: 'grep',
      args: ['-c', 'e', '{input:text}'],
      files: [],
    });
  });

  it('counts what a second count of the input finds', () => {
    const text = readFileSync(inputOf('count/1000'), 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(1000);
    const count = lines.filter((line) => line.includes('e')).length;
    expect(recordOf('count/1000', 'awk').gave?.begins).toBe(`"${count}"`);
  });

  it('is a runtime of the session, with version and hash', () => {
    const grep = stored.session.runtimes.find(({ id }) => id === 'grep');
    expect(grep).toMatchObject({ available: true, title: 'grep' });
    expect(grep?.available === true && grep.version).toMatch(/^\d+\.\d+/);
  });

  it('that isn’t here is unavailable, with what to do', () => {
    expect(recordOf('count/1000', 'nowhere')).toMatchObject({
      outcome: 'unavailable',
      reason:
        'There is no "no-such-tool" on PATH. Install it, or set STEELYARD_NO_SUCH_TOOL to its path.',
    });
  });
});

/** Where an input stands in the cache. */
function inputOf(aCase: string): string {
  const hash = stored.session.cases.find(({ id }) => id === aCase)?.inputs?.['text']?.sha256;
  const folder = project.path('.cache/inputs');
  const files = readdirSync(folder).map((name) => join(folder, name, 'content', 'input'));
  const found = files.find((file) => sha256Of(readFileSync(file)) === hash);
  if (found === undefined) throw new Error(`no input of ${aCase}`);
  return found;
}

describe('an input that is made of another', () => {
  it('gets its path, and says what it is from', () => {
    const { text, long } = stored.session.cases.find(({ id }) => id === 'pack/1000')?.inputs ?? {};
    expect(long).toMatchObject({
      bytes: 3 * (text?.bytes ?? NaN),
      from: 'repeat.mjs of [lines.mjs, lines 1000, seed 7], times 3, seed 1',
    });
  });
});

describe('contestants that have to agree', () => {
  it('are all wrong where one of them gives something else, since nobody knows which', () => {
    const wrong = ['grep', 'awk', 'grep-stdin', 'sed']
      .map((contestant) => recordOf('count/disagreeing', contestant))
      .filter(({ outcome }) => outcome === 'wrong-answer');
    expect(wrong).toHaveLength(4);
    expect(wrong[0]?.reason).toMatch(/^it gives ".+", and [a-z-]+ gives ".+": nobody knows/);
    expect(ended.exitCode).toBe(1);
  });
});

describe('a program that is built', () => {
  it('is built with its flags, measured, and told with its size and how long the build took', () => {
    for (const contestant of ['plain', 'fast']) {
      const record = recordOf('sum/1000', contestant);
      expect(record, contestant).toMatchObject({ outcome: 'measured' });
      expect(record.binaryBytes).toBe(entryOf('sum/1000', contestant)?.build?.bytes);
      expect(record.buildNs).toBeGreaterThan(1e6);
    }
    const [plain, fast] = ['plain', 'fast'].map((one) => entryOf('sum/1000', one));
    expect(plain?.build?.words).toEqual(['cc', '-O0', '-o', '{out}', '{source}']);
    expect(plain?.build?.sha256).not.toBe(fast?.build?.sha256);
    expect(plain?.key).not.toBe(fast?.key);
  });

  it('that can’t be built is unavailable, with the builder’s words', () => {
    const { outcome, reason } = recordOf('sum/1000', 'broken');
    expect(outcome).toBe('unavailable');
    expect(reason).toMatch(/^Building it failed with exit code 1: .*no-such-flag/);
    expect(reason).not.toContain(project.folder);
  });
});

describe('files that are written', () => {
  it('are judged by the project’s own program, counted by it, and sized', () => {
    const [tar, packed] = ['tar', 'tar-gz'].map((one) => recordOf('pack/1000', one));
    expect([tar, packed]).toMatchObject([
      { outcome: 'measured', measures: { entries: 1 } },
      { outcome: 'measured', measures: { entries: 1 } },
    ]);
    const bytes = stored.session.cases.find(({ id }) => id === 'pack/1000')?.inputs?.['text'];
    expect(tar?.outBytes).toBeGreaterThan(bytes?.bytes ?? Infinity);
    expect(packed?.outBytes).toBeLessThan(bytes?.bytes ?? 0);
  });

  it('that are wrong are a wrong answer, in the judge’s words', () => {
    expect(recordOf('pack/1000', 'copy')).toMatchObject({
      outcome: 'wrong-answer',
      reason: 'list.mjs: this is no archive',
    });
  });
});

describe('a number that a pattern captures', () => {
  it('is right within what is stated, and wrong beyond it or where there is none', () => {
    const reasons = ['right', 'near', 'far', 'silent'].map(
      (one) => recordOf('say/10', one).reason ?? 'right',
    );
    expect(reasons).toEqual([
      'right',
      'right',
      'expected 10 to within 10%, found 12',
      'expected a number where /took ([0-9.]+) steps/ captures it, found "nothing\\n"',
    ]);
  });
});

describe('what a session keeps', () => {
  it('are the sources of generators, judges and what was built', () => {
    const kept = stored.session.cases.flatMap(({ contestants, checkFiles = [], inputs = {} }) => [
      ...contestants.flatMap(({ files }) => files),
      ...checkFiles,
      ...Object.values(inputs).flatMap(({ files = [] }) => files),
    ]);
    expect(new Set(kept.map(({ path }) => path))).toEqual(
      new Set(['runtimes/cc/sum.c', 'checks/list.mjs', 'inputs/lines.mjs', 'inputs/repeat.mjs']),
    );
    for (const { path, sha256 } of kept)
      expect(readFileSync(join(stored.folder, 'programs', sha256), 'utf8')).toBe(
        readFileSync(project.path(`runners/${path}`), 'utf8'),
      );
  });
});

describe('what makes another key', () => {
  it.each([
    ['another source', 'runtimes/cc/sum.c', 'long n = 0', 'long n = 0 ', 'sum/1000', 'fast'],
    ['another judge', 'checks/list.mjs', 'no archive', 'not an archive', 'pack/1000', 'tar'],
    ['another generator', 'inputs/lines.mjs', '12345', '12346', 'count/1000', 'grep'],
    ['another input below', 'inputs/lines.mjs', '12345', '12346', 'pack/1000', 'tar'],
    ['other words', 'scenarios/count.ts', "'-c', 'e', '", "'-ci', 'e', '", 'count/1000', 'grep'],
  ])('%s', async (_, file, before, after, aCase, contestant) => {
    const old = entryOf(aCase, contestant)?.key;
    const changed = new Project(`kinds-${file.replaceAll('/', '-')}`, 'kinds');
    changed.edit(`runners/${file}`, before, after);
    const only = ['--only', `${aCase}`];
    await changed.run('measure', '--profile', 'smoke', '--anyway', ...only);
    const [folder = ''] = listSessions(changed.path('data/local'));
    const key = readSession(folder)
      .session.cases.find(({ id }) => id === aCase)
      ?.contestants.find(({ id }) => id === contestant)?.key;
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(key).not.toBe(old);
  });
});
