/** A real document, drawn whole from its reference with changed runs that are sealed again. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../src/site/reports.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { first } from '../fixtures/projects.ts';
import { core, piecesOf, type Piece } from './pieces.ts';
import { listedClaims, ReferenceCopy, REPORT, type Listed } from './reference-copy.ts';
import { falsehoods, medianOf } from './truth.ts';

const report = readReport(first.content, REPORT);

let before: ReadonlyMap<string, Listed>;
let after: ReadonlyMap<string, Listed>;
let copy: ReferenceCopy;

/** An asserted comparison of two contestants in one case, by a measure of the verdict table. */
interface Target {
  readonly id: string;
  readonly case: string;
  readonly x: string;
  readonly y: string;
}
/** One of each change, each in a case of its own; x is asserted to be ahead. */
let targets: readonly Target[];

type Change = (record: InvocationRecord, partner: InvocationRecord, x: string) => InvocationRecord;

/** A run with what was measured in another one. */
function withValuesOf(record: InvocationRecord, other: InvocationRecord): InvocationRecord {
  const { contestant, position, at } = record;
  return { ...other, contestant, position, at };
}

const changes: Readonly<Record<string, Change>> = {
  'two contestants changed places': withValuesOf,
  'a difference shrank to nothing': (record, other, x) =>
    record.contestant === x ? record : withValuesOf(record, other),
  'a contestant stopped finishing': (record, _, x) => {
    if (record.contestant !== x || record.round === 0) return record;
    const { case: caseId, contestant, block, round, position, at } = record;
    const end = { outcome: 'timed-out' as const, reason: 'not finished in time', wallNs: 60e9 };
    return { case: caseId, contestant, block, round, position, at, ...end };
  },
};

function findTargets(): Target[] {
  const byCase = new Map<string, Target>();
  for (const { id, kind, expected, evidence } of before.values()) {
    const { case: caseId = '', measure, contestants } = evidence;
    const [x = '', y = ''] = contestants;
    const isVerdict = report.verdicts.some(
      (row) => row.case === caseId && [row.measure].flat()[0] === measure,
    );
    const isAsserted = kind === 'compare' && expected?.join() === 'less';
    if (isAsserted && isVerdict && !byCase.has(caseId))
      byCase.set(caseId, { id, case: caseId, x, y });
  }
  return [...byCase.values()].slice(0, Object.keys(changes).length);
}

/** The runs of each target's two, each changed in sight of the other's of the same round. */
function changed(): InvocationRecord[] {
  const place = (one: InvocationRecord, id: string): string => `${one.case} ${one.round} ${id}`;
  const byPlace = new Map(copy.records.map((one) => [place(one, one.contestant), one]));
  const changeOf = new Map(
    Object.values(changes).map((change, index) => [targets[index]!.case, change]),
  );
  return copy.records.map((record) => {
    const target = targets.find((one) => one.case === record.case);
    if (target === undefined || ![target.x, target.y].includes(record.contestant)) return record;
    const other = record.contestant === target.x ? target.y : target.x;
    const partner = byPlace.get(place(record, other))!;
    return changeOf.get(record.case)!(record, partner, target.x);
  });
}

beforeAll(async () => {
  copy = new ReferenceCopy('whole');
  before = await listedClaims(copy);
  targets = findTargets();
  copy.reseal(changed());
  after = await listedClaims(copy);
});

describe('when in three cases the runs say something else', () => {
  it.each(Object.keys(changes))('as %s, the claim falls', (name) => {
    const { id } = targets[Object.keys(changes).indexOf(name)]!;
    expect(before.get(id)?.holds).toBe(true);
    expect(after.get(id)?.holds).toBe(false);
    expect(after.get(id)?.sentence).not.toBe(before.get(id)?.sentence);
  });

  it('the document is not drawn while it asserts the old findings', async () => {
    const { exitCode, said } = await copy.run('render');
    expect(exitCode).toBe(1);
    const lost = [...after.values()].filter(({ holds }) => !holds);
    for (const { id, line, expected, found } of lost) {
      const [, told = ''] = said.split(`content/${REPORT}/claims.yaml:${line}: `);
      expect(told.slice(0, 400)).toContain(`the data doesn't carry the claim "${id}"`);
      expect(told).toContain(`expected: ${expected?.join(', ') ?? ''}`);
      expect(told).toContain(`found:    ${found.join(', ')}`);
    }
    // Whatever was asserted and is now found otherwise is among them.
    const turned = [...before.values()].filter(
      ({ id, expected, found }) => expected && found.join(' ') !== after.get(id)?.found.join(' '),
    );
    expect(lost.map(({ id }) => id)).toEqual(turned.map(({ id }) => id));
  });

  it('and without assertions all its pages say the new findings and none the old', async () => {
    copy.freeClaims();
    const { exitCode, said } = await copy.run('render');
    expect(said).toContain('The pages are in');
    expect(exitCode).toBe(0);
    const pieces: Piece[] = copy.pages().flatMap(piecesOf);
    const pages = core(pieces.map(({ text }) => text).join('\n'));
    const sentences = new Set([...after.values()].map(({ sentence }) => core(sentence)));
    const stale: string[] = [];
    let turned = 0;
    for (const [id, { kind, sentence: now }] of after) {
      // A winner is asserted for the table of what to use when; the text doesn't quote it.
      if (kind === 'winner') continue;
      const was = before.get(id)?.sentence ?? '';
      if (was === now) continue;
      turned += 1;
      expect(pages, `${id}: ${now}`).toContain(core(now));
      // Another claim may say now what this one said.
      if (!sentences.has(core(was)) && pages.includes(core(was))) stale.push(was);
    }
    expect(turned).toBeGreaterThan(9);
    expect(stale).toEqual([]);
    const toldOf = (records: readonly InvocationRecord[]) =>
      falsehoods(pieces, report, copy.session, medianOf(copy.session, records));
    const { told, wrong } = toldOf(changed());
    expect(told.findings).toBeGreaterThan(7);
    expect(told.winners).toBeGreaterThan(5);
    expect(told.leads).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
    // Held against the runs of before, some of the same sentences are false.
    expect(toldOf(copy.records).wrong.length).toBeGreaterThan(0);
  });
});
