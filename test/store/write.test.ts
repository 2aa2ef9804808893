import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/store/canonical.ts';
import { hashWithoutSeal, readProgram, readSession } from '../../src/store/read.ts';
import { openRecordFile } from '../../src/store/record-file.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session } from '../../src/store/schema.ts';
import { createSession, sealInto } from '../../src/store/write.ts';
import { aCase, aRecord, aSession } from '../fixtures/session.ts';

let root = '';
let program = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steelyard-write-'));
  program = join(root, 'threads.txt');
  writeFileSync(program, 'threads program\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const finished = aSession({ finishedAt: '2026-01-02T03:05:00.000Z' });
const bothRounds = [aRecord({ round: 0, block: 0 }), aRecord({ round: 1 }), aRecord({ round: 2 })];

/** A local session with these records. */
function store(session: Session, records: readonly InvocationRecord[]): string {
  const folder = createSession(
    join(root, 'local'),
    session,
    new Map([[program, sha256Of('threads program\n')]]),
  );
  const file = openRecordFile(join(folder, 'records.jsonl'));
  for (const record of records) file.append(record);
  file.close();
  return folder;
}

const accept = (folder: string): string => sealInto(join(root, 'sessions'), folder, 'report');
const accepted = (): string[] =>
  existsSync(join(root, 'sessions')) ? readdirSync(join(root, 'sessions')) : [];

describe('a new session', () => {
  it('keeps the sources that it will measure under their hashes', () => {
    const folder = store(aSession(), []);
    expect(readProgram(folder, sha256Of('threads program\n'))).toBe('threads program\n');
    expect(readSession(folder).session).toEqual(aSession());
  });

  it('is refused when a source was edited since it was planned', () => {
    writeFileSync(program, 'another program\n');
    expect(() => store(aSession(), [])).toThrow(
      /threads\.txt was edited while the session was planned/,
    );
  });

  it('is refused when it breaks the contract', () => {
    expect(() => store(aSession({ profile: 'slow' as 'full' }), [])).toThrow(/profile/);
  });
});

describe('sealing', () => {
  it('copies a finished session whole, with a seal that fits, and leaves the local one alone', () => {
    const folder = store(finished, bothRounds);
    const target = accept(folder);
    const records = readFileSync(join(target, 'records.jsonl'), 'utf8');
    const { session } = readSession(target);
    expect(session.seal).toEqual({
      records: 3,
      sha256: sha256Of(records),
      sessionSha256: hashWithoutSeal(session),
    });
    expect(readSession(target).records).toEqual(bothRounds);
    expect(readProgram(target, sha256Of('threads program\n'))).toBe('threads program\n');
    expect(readSession(folder).session).toEqual(finished);
    expect(session.reports).toEqual(['report']);
    expect(accepted()).toEqual([finished.id]);
  });

  it.each([
    ['the version of Steelyard', '"version": "0.1.0"', '"version": "0.1.1"'],
    ['the machine', '"cpu": "', '"cpu": "Another '],
    ['the commit', '"commit": "unknown"', '"commit": "0000000"'],
  ])('is broken by %s changed in session.json', (_, before, after) => {
    const target = accept(store(finished, bothRounds));
    const file = join(target, 'session.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(before);
    writeFileSync(file, text.replace(before, after));
    expect(() => readSession(target)).toThrow(`The seal of ${file} is broken: it was sealed with`);
  });

  it('happens once', () => {
    const folder = store(finished, bothRounds);
    accept(folder);
    expect(() => accept(folder)).toThrow('a session is accepted once');
  });

  it('takes a contestant that is not here at its one record', () => {
    const folder = store(finished, [aRecord({ outcome: 'unavailable', reason: 'not on PATH' })]);
    expect(readSession(accept(folder)).session.seal?.records).toBe(1);
  });

  it('takes one that runs once at its one round', () => {
    const [contestant] = aCase().contestants;
    const cases = [aCase({ contestants: [{ ...contestant!, once: true }] })];
    const folder = store({ ...finished, cases }, [aRecord()]);
    expect(readSession(accept(folder)).session.seal?.records).toBe(1);
  });

  it.each<[string, Session, readonly InvocationRecord[], RegExp]>([
    ['is not finished', aSession(), bothRounds, /isn't finished.*--resume --profile quick/],
    ['is a smoke session', { ...finished, profile: 'smoke' }, bothRounds, /never published/],
    ['lacks a round', finished, bothRounds.slice(0, 2), /threads in wait\/10 has 1 of 2 rounds/],
    [
      'holds a round twice',
      finished,
      [...bothRounds, aRecord({ round: 2 })],
      /round 2 of threads in wait\/10 stands there twice/,
    ],
    [
      'holds a record that nobody planned',
      finished,
      [...bothRounds, aRecord({ contestant: 'fibres' })],
      /fibres in wait\/10, which was not planned/,
    ],
  ])('refuses a session that %s', (_, session, records, expected) => {
    const folder = store(session, records);
    expect(() => accept(folder)).toThrow(expected);
    expect(accepted()).toEqual([]);
  });

  it('refuses a session with a torn last line', () => {
    const folder = store(finished, bothRounds);
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"case`);
    expect(() => accept(folder)).toThrow("isn't finished");
  });

  it('refuses a session whose program is missing', () => {
    const folder = store(finished, bothRounds);
    rmSync(join(folder, 'programs', sha256Of('threads program\n')));
    expect(() => accept(folder)).toThrow("doesn't hold a program that it measured");
    expect(accepted()).toEqual([]);
  });

  it('refuses a session whose program was changed', () => {
    const folder = store(finished, bothRounds);
    writeFileSync(join(folder, 'programs', sha256Of('threads program\n')), 'another program\n');
    expect(() => accept(folder)).toThrow('was changed after it was measured');
    expect(accepted()).toEqual([]);
  });

  it("refuses a session that lacks its service's source", () => {
    const service = [{ path: 'services/answering.txt', sha256: sha256Of('answering') }];
    const folder = store({ ...finished, cases: [aCase({ service })] }, bothRounds);
    expect(() => accept(folder)).toThrow(`${sha256Of('answering')} is missing`);
  });
});
