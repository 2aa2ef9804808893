import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { gatherFrom, type Outcome } from '../../src/gather/gather.ts';
import type { Report } from '../../src/present/report.ts';
import { readSession } from '../../src/store/read.ts';
import type { Session } from '../../src/store/schema.ts';
import { writeSealed } from '../../src/store/write.ts';
import { committed, reference } from '../fixtures/make-site-data.ts';
import { slowerBy, writeVariant, type Variant } from '../fixtures/variant.ts';
import { LINK, writeArtifact, type Contents } from '../publish/artifact.ts';

const root = mkdtempSync(join(tmpdir(), 'steelyard-gather-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const original = join(committed, 'sessions', reference.id);
const pinned = readSession(original).session;
const report = { id: 'report', cases: {}, replications: [] } as unknown as Report;

let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(join(folder, 'given'), { recursive: true });
});

const replications = (): string => join(folder, 'replications');
const given = (name: string): string => join(folder, 'given', name);

/** Hands these over to a report that pins the reference. */
function gather(
  paths: string[],
  more: { sameKind?: boolean; pins?: string[] } = {},
): Promise<Outcome[]> {
  const { sameKind = false, pins = [] } = more;
  const own: Report = { ...report, cases: casesOf(pinned), replications: pins };
  const options = { report: own, replications: replications(), reference: pinned, sameKind };
  return Array.fromAsync(gatherFrom(paths, options));
}

const casesOf = ({ cases }: Session): Report['cases'] =>
  Object.fromEntries(cases.map(({ id }) => [id, { title: id }]));

const names = (outcomes: Outcome[]): string[] =>
  outcomes.flatMap((one) => ('id' in one ? [one.id] : []));

const reasons = (outcomes: Outcome[]): string[] =>
  outcomes.flatMap((one) => ('refused' in one ? [one.refused] : []));

/** A variant of the reference, from another machine and with other runs unless told otherwise. */
let made = 0;
const variant = (name: string, how: Variant = {}): string => {
  made += 1;
  const usual = { cpu: `Processor of ${name}`, record: slowerBy(made) };
  writeVariant(original, given(name), { ...usual, ...how });
  return given(name);
};

function zipOf(session: string, at = ''): Contents {
  const files = readdirSync(session, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [at + relative(session, file), readFileSync(file)]),
  );
}

async function reasonOf(paths: string[], more?: Parameters<typeof gather>[1]): Promise<string> {
  const outcomes = await gather(paths, more);
  expect(names(outcomes)).toEqual([]);
  const [reason, ...others] = reasons(outcomes);
  expect(others).toEqual([]);
  // A full stop is put after it.
  expect(reason).not.toMatch(/[.…]$/);
  return reason!;
}

describe('gathering takes', () => {
  it('a session, whatever its folder is called, byte for byte', async () => {
    variant('one');
    cpSync(given('one'), given('session-0'), { recursive: true });
    rmSync(given('one'), { recursive: true });
    expect(names(await gather([given('session-0')]))).toEqual(['one']);
    const kept = join(replications(), 'one');
    expect(readFileSync(join(kept, 'records.jsonl'))).toEqual(
      readFileSync(join(given('session-0'), 'records.jsonl')),
    );
    expect(readSession(kept).session.machine.cpu).toBe('Processor of one');
    expect(readdirSync(replications())).toEqual(['one']);
  });

  it('all sessions below a folder, in archives or not, one a machine', async () => {
    variant('one');
    variant('two');
    const three = variant('three');
    writeArtifact(given('session-3.zip'), zipOf(three));
    rmSync(three, { recursive: true });
    writeArtifact(given('several.zip'), {
      ...zipOf(given('one'), 'again/'),
      ...zipOf(variant('four'), 'four/'),
    });
    const gathered = await gather([join(folder, 'given')]);
    expect(names(gathered).sort()).toEqual(['four', 'one', 'three', 'two']);
    expect(reasons(gathered)).toEqual([
      'it was gathered already: a session counts once',
      'it was gathered already: a session counts once',
    ]);
  });

  it('a part of the reference: fewer cases, other versions, a build that came out otherwise', async () => {
    const [first] = pinned.cases;
    const part = variant('part', {
      session: (session) => ({
        ...session,
        cases: session.cases.slice(0, 1).map((aCase) => ({
          ...aCase,
          contestants: aCase.contestants.map((one) => ({ ...one, key: 'b'.repeat(64) })),
        })),
        runtimes: session.runtimes.map((one) => (one.available ? { ...one, version: '99' } : one)),
      }),
    });
    expect(await reasonOf([part])).toMatch(/was not planned/);
    keepOnly(part, first!.id);
    expect(names(await gather([part]))).toEqual(['part']);
  });

  it('a machine that is there once more, where that is said', async () => {
    const day = variant('day', { session: (one) => ({ ...one, machine: pinned.machine }) });
    expect(await reasonOf([day])).toContain("can't be told apart from the reference's own");
    expect(names(await gather([day], { sameKind: true }))).toEqual(['day']);
  });
});

/** Takes the records of other cases out of a session, and seals it again. */
function keepOnly(session: string, caseId: string): void {
  const records = join(session, 'records.jsonl');
  const lines = readFileSync(records, 'utf8').split('\n');
  const own = lines.filter((line) => line.includes(`"case":"${caseId}"`));
  writeFileSync(records, `${own.join('\n')}\n`);
  writeSealed(session, JSON.parse(readFileSync(join(session, 'session.json'), 'utf8')) as Session);
}

describe('gathering refuses', () => {
  it('what is no session of these programs', async () => {
    const edited = variant('edited', {
      session: (session) => ({
        ...session,
        cases: session.cases.map((aCase, index) =>
          index > 0
            ? aCase
            : {
                ...aCase,
                contestants: aCase.contestants.map((one, place) =>
                  place > 0 ? one : { ...one, args: ['--faster'] },
                ),
              },
        ),
      }),
    });
    const [first] = pinned.cases;
    expect(await reasonOf([edited])).toBe(
      `${first!.id}: ${first!.contestants[0]!.id} is another program, or started otherwise (args)`,
    );
  });

  it.each<[string, (session: Session) => Session, RegExp]>([
    [
      'another launcher',
      (session) => ({ ...session, launcher: { ...session.launcher, sha256: 'c'.repeat(64) } }),
      /another version of the launcher/,
    ],
    [
      'programs started without the launcher',
      (session) => ({ ...session, launcher: { ...session.launcher, method: 'spawn' } }),
      /without the launcher/,
    ],
    ['a smoke session', (session) => ({ ...session, profile: 'smoke' }), /never published/],
    [
      'one for another report',
      (session) => ({ ...session, reports: ['other'] }),
      /for other, and not for report/,
    ],
    ['one that is not finished', ({ finishedAt: _, ...session }) => session, /not finished/],
    [
      'other parameters',
      (session) => ({
        ...session,
        cases: session.cases.map((one) => ({ ...one, parameters: { ...one.parameters, more: 1 } })),
      }),
      /the parameters are others/,
    ],
    [
      'another statement of what matters',
      (session) => ({
        ...session,
        cases: session.cases.map((one) => ({
          ...one,
          measures: one.measures.map((measure) => ({ ...measure, matters: { ratio: 9 } })),
        })),
      }),
      /the measures are others/,
    ],
  ])('%s', async (_name, session, reason) => {
    expect(await reasonOf([variant('one', { session })])).toMatch(reason);
    expect(readdirSync(replications())).toEqual([]);
  });

  it('a session whose seal is broken, or that has none', async () => {
    const one = variant('one');
    const records = join(one, 'records.jsonl');
    writeFileSync(records, readFileSync(records, 'utf8').replace('"wallNs":', '"wallNs":1'));
    expect(await reasonOf([one])).toMatch(/The seal of one\/records.jsonl is broken/);
    const { seal: _, ...session } = readSession(variant('two')).session;
    writeFileSync(join(given('two'), 'session.json'), JSON.stringify(session));
    expect(await reasonOf([given('two')])).toMatch(/it has no seal/);
  });

  it('a newer schema, an edited program, a record too few', async () => {
    const newer = variant('newer');
    const file = join(newer, 'session.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"schema": \d+/, '"schema": 99'));
    expect(await reasonOf([newer])).toMatch(/has schema 99; this Steelyard reads up to/);

    const [program] = readdirSync(join(variant('edited'), 'programs'));
    writeFileSync(join(given('edited'), 'programs', program!), 'another program');
    expect(await reasonOf([given('edited')])).toMatch(/was changed after it was measured/);

    rmSync(join(variant('missing'), 'programs', program!));
    expect(await reasonOf([given('missing')])).toMatch(/doesn't hold a program/);
  });

  it('the reference itself, and its runs under another name', async () => {
    expect(await reasonOf([original], { sameKind: true })).toBe('it is the reference itself');
    writeVariant(original, given('renamed'), { cpu: 'Another' });
    expect(await reasonOf([given('renamed')])).toBe(`it holds the very runs of ${reference.id}`);
  });

  it.each<[string, Contents, RegExp]>([
    [
      'a path that leads outside',
      { '../session.json': '{}' },
      /relative path|has a name that no file of ours has/,
    ],
    [
      'an absolute path',
      { '/session.json': '{}' },
      /absolute path|has a name that no file of ours has/,
    ],
    ['a link', { 'session.json': { content: '/etc/passwd', mode: LINK } }, /is a link/],
    [
      'a file that no session has',
      { 'session.json': '{}', 'run.sh': 'true' },
      /is no part of a session/,
    ],
    [
      'a name longer than a path may be',
      { 'session.json': `{"id":"${'x'.repeat(3000)}"}`, 'records.jsonl': '' },
      /is no name of a session/,
    ],
    [
      'a name that is no text',
      { 'session.json': '{"id":{"toString":1}}', 'records.jsonl': '' },
      /what stands as its id is no name/,
    ],
    ['a session.json alone', { 'session.json': '{}' }, /records.jsonl: is missing/],
    ['an archive of something else', { 'a/readme.md': 'hello' }, /is no part of a session/],
    [
      'a name that leads outside',
      { 'session.json': '{"id":"../../evil"}', 'records.jsonl': '' },
      /is no name of a session/,
    ],
    ['a session.json that is none', { 'session.json': 'hello', 'records.jsonl': '' }, /is no JSON/],
  ])('%s', async (_name, contents, reason) => {
    writeArtifact(given('hostile.zip'), contents);
    expect(await reasonOf([given('hostile.zip')])).toMatch(reason);
    expect(readdirSync(folder)).not.toContain('evil');
  });

  it('what would write lines of its own into the terminal', async () => {
    const session = (one: Session): Session => ({
      ...one,
      reports: ['other\n\u001b[32mTaken: forged'],
    });
    const reason = await reasonOf([variant('forger', { session })]);
    expect(reason).toContain('\\u000a\\u001b[32mTaken: forged');
  });

  it('another session of a name that is there, pinned or not', async () => {
    const one = variant('one');
    await gather([one]);
    rmSync(one, { recursive: true });
    variant('one');
    for (const pins of [['one'], []])
      expect(await reasonOf([one], { pins })).toBe('another session of that name is there');
  });

  it('one that was edited where it stands, or lost a program there', async () => {
    const one = variant('one');
    await gather([one]);
    const kept = join(replications(), 'one');
    const [program] = readdirSync(join(kept, 'programs'));
    rmSync(join(kept, 'programs', program!));
    expect(await reasonOf([one])).toMatch(/doesn't hold a program/);
  });

  it('one of many, with a reason, and takes the others', async () => {
    variant('a');
    rmSync(join(variant('half'), 'session.json'));
    rmSync(join(variant('headless'), 'records.jsonl'));
    symlinkSync(variant('y'), given('link'));
    writeFileSync(given('packed.tar.gz'), '');
    writeArtifact(given('Two.ZIP'), {
      ...zipOf(variant('z'), 'z/'),
      'notes.txt': 'which is which',
    });
    rmSync(given('z'), { recursive: true });
    const outcomes = await gather([join(folder, 'given')]);
    expect(names(outcomes).sort()).toEqual(['a', 'y', 'z']);
    expect(reasons(outcomes).sort()).toEqual([
      'it is a link. Name what it leads to',
      'it is no .zip. Unpack it',
      'notes.txt: is no part of a session. Hand over what "measure" wrote alone',
      'records.jsonl: is missing',
      'session.json: is missing',
    ]);
  });

  it('nothing where a path of several leads nowhere', async () => {
    const one = variant('one');
    await expect(gather([one, given('nowhere')])).rejects.toThrow(/There is no .*nowhere/);
    expect(existsSync(replications())).toBe(false);
  });

  it('a link in a folder', async () => {
    const one = variant('one');
    rmSync(join(one, 'records.jsonl'));
    symlinkSync('/etc/passwd', join(one, 'records.jsonl'));
    expect(await reasonOf([one])).toMatch(/records.jsonl: is a link/);
  });

  it('a place where there is no session at all', async () => {
    await expect(gather([join(folder, 'given')])).rejects.toThrow(/There is no session in/);
    await expect(gather([given('nowhere')])).rejects.toThrow(/There is no .*nowhere/);
  });
});
