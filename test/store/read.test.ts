import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/scenario/problem.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { listSessions, readProgram, readSession, readSessionFile } from '../../src/store/read.ts';
import { openRecordFile } from '../../src/store/record-file.ts';
import { writeSession } from '../../src/store/write.ts';
import { aRecord, aSession } from '../fixtures/session.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steelyard-read-'));
  folder = join(root, aSession().id);
  mkdirSync(folder);
  writeSession(folder, aSession());
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes session.json behind the contract's back. */
function rewrite(change: (session: Record<string, unknown>) => unknown): void {
  const file = join(folder, 'session.json');
  const session = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify(change(session)));
}

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return error as Problem;
  }
  throw new Error('nothing was thrown');
}

describe('reading a session', () => {
  it('gives back what was written', () => {
    expect(readSession(folder)).toEqual({
      folder,
      session: aSession(),
      records: [],
      tornLine: false,
    });
  });

  it('of a newer schema is a clear error', () => {
    rewrite((session) => ({ ...session, schema: 4, further: true }));
    const problem = problemOf(() => readSession(folder));
    expect(problem.kind).toBe('usage');
    expect(problem.message).toMatch(
      /session\.json has schema 4; this Steelyard reads up to 3\. Update/,
    );
  });

  it.each([
    ['without a schema', (session: Record<string, unknown>) => ({ ...session, schema: undefined })],
    ['that is null', () => null],
    ['that is a list', () => []],
    ['with an unknown field', (session: Record<string, unknown>) => ({ ...session, host: 'mine' })],
  ])('%s is an error that names the file', (_, change) => {
    rewrite(change);
    const problem = problemOf(() => readSession(folder));
    expect(problem.kind).toBe('usage');
    expect(problem.message).toContain(`${join(folder, 'session.json')} is no session of schema 3`);
  });

  it('that is torn says what to do', () => {
    writeFileSync(join(folder, 'session.json'), '{"schema":1,');
    expect(problemOf(() => readSession(folder)).message).toMatch(
      /session\.json can't be read.*Restore it from a copy/,
    );
  });

  it('whose folder was renamed says so', () => {
    rewrite((session) => ({ ...session, id: 'another' }));
    expect(problemOf(() => readSessionFile(folder)).message).toContain(
      'names the session "another"',
    );
  });
});

describe('a seal', () => {
  function seal(): string {
    const file = join(folder, 'records.jsonl');
    const records = openRecordFile(file);
    for (const round of [1, 2]) records.append(aRecord({ round, wallNs: 5_000_000_000 + round }));
    records.close();
    writeSession(folder, aSession({ seal: { records: 2, sha256: sha256Of(readFileSync(file)) } }));
    return file;
  }

  it('that fits is passed over in silence', () => {
    seal();
    expect(readSession(folder).records).toHaveLength(2);
  });

  it('is broken by one changed digit', () => {
    const file = seal();
    writeFileSync(file, readFileSync(file, 'utf8').replace('5000000002', '5000000003'));
    const problem = problemOf(() => readSession(folder));
    expect(problem.kind).toBe('finding');
    expect(problem.message).toContain(`The seal of ${file} is broken`);
  });

  it.each([
    ['a record more', (text: string) => `${text}${JSON.stringify(aRecord({ round: 3 }))}\n`],
    ['a record less', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
    ['a torn last line', (text: string) => text.slice(0, -10)],
  ])('is broken by %s', (_, change) => {
    const file = seal();
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(problemOf(() => readSession(folder)).kind).toBe('finding');
  });

  it('is broken when the records are gone', () => {
    rmSync(seal());
    expect(problemOf(() => readSession(folder)).kind).toBe('finding');
  });
});

describe('the list of sessions', () => {
  it('is oldest first, and leaves out what is no session', () => {
    for (const id of ['20270101T000000Z-b', '20250101T000000Z-a']) {
      mkdirSync(join(root, id));
      writeSession(join(root, id), aSession({ id }));
    }
    cpSync(join(root, '20270101T000000Z-b'), join(root, '20280101T000000Z-c.part'), {
      recursive: true,
    });
    mkdirSync(join(root, 'notes'));
    expect(listSessions(root)).toEqual([
      join(root, '20250101T000000Z-a'),
      folder,
      join(root, '20270101T000000Z-b'),
    ]);
  });

  it('is empty where there is no folder', () => {
    expect(listSessions(join(root, 'nowhere'))).toEqual([]);
  });
});

describe('the source of a measured program', () => {
  const source = 'echo "hello"\n';

  function keep(content: string): void {
    mkdirSync(join(folder, 'programs'));
    writeFileSync(join(folder, 'programs', sha256Of(source)), content);
  }

  it('is given back as it was measured', () => {
    keep(source);
    expect(readProgram(folder, sha256Of(source))).toBe(source);
  });

  it('that was changed since is a finding', () => {
    keep('echo "hullo"\n');
    const problem = problemOf(() => readProgram(folder, sha256Of(source)));
    expect(problem.kind).toBe('finding');
    expect(problem.message).toContain('was changed after it was measured');
  });

  it('that is missing is an error that names it', () => {
    expect(problemOf(() => readProgram(folder, sha256Of(source))).message).toContain(
      `${sha256Of(source)} is missing`,
    );
  });
});
