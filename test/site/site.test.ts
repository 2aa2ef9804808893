/** Which documents a report has, with local sessions that feed much, little or nothing. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import type { Report } from '../../src/present/report.ts';
import { readReport } from '../../src/site/reports.ts';
import { documentsOf, type ReportDocuments } from '../../src/site/site.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession, type StoredSession } from '../../src/store/read.ts';
import { local, makeSiteData, reference } from '../fixtures/make-site-data.ts';

const report = readReport(join(import.meta.dirname, '..', 'fixtures', 'claims'), 'report');
const pinned = { ...report, session: reference.id };

let folder: string;
/** Stays as it was made; each test gets a copy. */
let made: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-site-'));
  made = join(folder, 'made');
  makeSiteData(made);
});
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
beforeEach(() => {
  data = join(folder, String(count++));
  cpSync(made, data, { recursive: true });
});

const documents = (of: Report): ReportDocuments => documentsOf(of, { data });

/** Replaces here.json. */
function feed(cases: readonly object[]): void {
  writeFileSync(join(data, 'results', 'here.json'), JSON.stringify({ schema: 1, cases }));
}

/** A further local session: the committed one, changed. */
function addLocal(id: string, change: (stored: StoredSession) => Partial<StoredSession>): void {
  const stored = readSession(join(data, 'local', local.id));
  const { session = stored.session, records = stored.records } = change(stored);
  const to = join(data, 'local', id);
  cpSync(join(data, 'local', local.id), to, { recursive: true });
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  writeFileSync(join(to, 'records.jsonl'), lines);
  const { seal: _, ...own } = { ...session, id };
  writeFileSync(join(to, 'session.json'), prettyJson(own));
  writeFileSync(join(data, 'results', `${id}.json`), prettyJson(analyse(own, records)));
}

const withoutLocal = (): void => rmSync(join(data, 'local', local.id), { recursive: true });
const withoutHere = (): void => rmSync(join(data, 'results', 'here.json'));
const untestable = (id: string) => ({ case: id, untestable: 'not-measured-yet' });

describe('a measure', () => {
  it('is called as the report calls it, and all else of it as it was measured', () => {
    const measures = { wall: { title: 'Whole time', words: { noun: 'whole time' } } };
    const wallOf = ({ main }: ReportDocuments) => {
      const aCase = main?.cases.get('cpu/20');
      if (aCase?.state !== 'measured') throw new Error('cpu/20 is not there');
      return aCase.definition.measures.find(({ id }) => id === 'wall');
    };
    const before = wallOf(documents(pinned));
    expect(wallOf(documents({ ...pinned, measures }))).toEqual({
      ...before,
      title: 'Whole time',
      words: expect.objectContaining({ noun: 'whole time', as: 'as long' }) as object,
    });
  });
});

describe('beside a reference', () => {
  it('stands what this machine measured', () => {
    const { main, here } = documents(pinned);
    expect([main?.place, here?.place]).toEqual(['reference', 'here']);
    expect(here?.sessions.map(({ id }) => id)).toEqual([local.id]);
  });

  it('stands nothing where no local session feeds a case: smoke tests, other machines, changed programs', () => {
    feed(Object.keys(report.cases).map(untestable));
    expect(documents(pinned).here).toBeUndefined();
    feed([]);
    expect(documents(pinned).here).toBeUndefined();
  });

  it('stands a case of smoke tests where the report names it, and no other', () => {
    const id = '2026-02-04T000000Z-fixture-ffffff';
    addLocal(id, ({ session }) => ({ session: { ...session, profile: 'smoke' } }));
    const [named, further] = ['memory/10', 'memory/100'] as const;
    const one = { ...pinned, cases: { [named]: { title: 'Hold 10 workers' } } } as Report;
    const casesFrom = (session: string): string[] => {
      feed([named, further].map((each) => ({ case: each, session })));
      return [...(documents(one).here?.cases.keys() ?? [])];
    };
    expect(casesFrom(id)).toEqual([named]);
    expect(casesFrom(local.id)).toEqual([named, further]);
  });

  it('stands nothing where the sessions feed cases of another report only', () => {
    feed([...Object.keys(report.cases).map(untestable), { case: 'spawn/100', session: local.id }]);
    expect(report.cases).not.toHaveProperty('spawn/100');
    expect(documents(pinned).here).toBeUndefined();
  });

  it('stands nothing where a session was interrupted before a counted run', () => {
    const id = '2026-02-04T000000Z-fixture-cccccc';
    addLocal(id, ({ records }) => ({ records: records.filter(({ round }) => round === 0) }));
    feed(Object.keys(report.cases).map((one) => ({ case: one, session: id })));
    expect(documents(pinned).here).toBeUndefined();
  });
});

describe('a report without a reference', () => {
  it('is drawn from the newest local session that has runs of it', () => {
    withoutHere();
    addLocal('2026-02-04T000000Z-fixture-dddddd', ({ session }) => ({
      session: { ...session, cases: [], growth: [] },
      records: [],
    }));
    addLocal('2026-02-05T000000Z-fixture-eeeeee', ({ session }) => ({
      session: { ...session, profile: 'smoke' },
    }));
    const { main, here } = documents(report);
    expect([main?.place, here]).toEqual(['local', undefined]);
    expect(main?.sessions.map(({ id }) => id)).toEqual([local.id]);
  });

  it('has no document where no local session has any', () => {
    withoutHere();
    withoutLocal();
    expect(documents(report).main).toBeUndefined();
    feed(Object.keys(report.cases).map(untestable));
    expect(documents(report).main).toBeUndefined();
  });
});

it('an accepted session that has no runs of a report is none of its earlier ones', () => {
  const other = { ...pinned, session: undefined, cases: { 'other/1': { title: 'Other' } } };
  expect(documents(other as unknown as Report).earlier).toEqual([]);
  expect(documents({ ...report }).earlier.map(({ sessions }) => sessions[0]?.id)).toEqual([
    reference.id,
  ]);
});
