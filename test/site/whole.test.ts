/** The real document, drawn whole from its reference with changed runs that are sealed again. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../src/site/reports.ts';
import type { InvocationRecord } from '../../src/store/schema.ts';
import { core, piecesOf, type Piece } from './pieces.ts';
import { listedClaims, ReferenceCopy, REPORT, type Listed } from './reference-copy.ts';
import { falsehoods, medianOf } from './truth.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const report = readReport(join(project, 'content'), REPORT);

let before: ReadonlyMap<string, Listed>;
/** An asserted comparison of two contestants in one case, by a measure of the verdict table. */
let target: { id: string; caseId: string; measure: string; x: string; y: string };

beforeAll(async () => {
  before = await listedClaims(new ReferenceCopy('whole-before'));
  const found = [...before.values()].find(
    ({ kind, expected, evidence }) =>
      kind === 'compare' &&
      /^(less|more)$/.test(expected?.[0] ?? '') &&
      report.verdicts.some((row) => row.case === evidence.case && row.measure === evidence.measure),
  )!;
  const { case: caseId = '', measure = '', contestants } = found.evidence;
  const [x = '', y = ''] = contestants;
  target = { id: found.id, caseId, measure, x, y };
});

type Change = (record: InvocationRecord, partner: InvocationRecord) => InvocationRecord;

/** The runs of the two in the case, each changed in sight of the other's of the same round. */
function changed(copy: ReferenceCopy, change: Change): InvocationRecord[] {
  const { caseId, x, y } = target;
  const place = (one: InvocationRecord, id: string): string => `${one.case} ${one.round} ${id}`;
  const byPlace = new Map(copy.records.map((one) => [place(one, one.contestant), one]));
  return copy.records.map((record) => {
    if (record.case !== caseId || ![x, y].includes(record.contestant)) return record;
    const other = record.contestant === x ? y : x;
    return change(record, byPlace.get(place(record, other))!);
  });
}

/** A run with what was measured in another one. */
function withValuesOf(record: InvocationRecord, other: InvocationRecord): InvocationRecord {
  const { contestant, position, at } = record;
  return { ...other, contestant, position, at };
}

const mutations: Readonly<Record<string, Change>> = {
  'two contestants changed places': withValuesOf,
  'a difference shrank to nothing': (record, other) =>
    record.contestant === target.x ? record : withValuesOf(record, other),
  'a contestant stopped finishing': (record) => {
    if (record.contestant !== target.x || record.round === 0) return record;
    const { case: caseId, contestant, block, round, position, at } = record;
    const end = { outcome: 'timed-out' as const, reason: 'not finished in time', wallNs: 60e9 };
    return { case: caseId, contestant, block, round, position, at, ...end };
  },
};

describe.each(Object.entries(mutations))('when %s', (name, change) => {
  const folder = `whole-${name.replaceAll(' ', '-')}`;
  let copy: ReferenceCopy;
  let after: ReadonlyMap<string, Listed>;
  beforeAll(async () => {
    copy = new ReferenceCopy(folder);
    copy.reseal(changed(copy, change));
    after = await listedClaims(copy);
  });

  it('the document is not drawn while it asserts the old finding', async () => {
    const { exitCode, said } = await copy.run('render');
    expect(exitCode).toBe(1);
    const lost = [...after.values()].filter(({ holds }) => !holds);
    expect(lost.map(({ id }) => id)).toContain(target.id);
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

  it('and without assertions all its pages say the new finding and none the old', async () => {
    copy.freeClaims();
    const { exitCode, said } = await copy.run('render');
    expect(said).toContain('The pages are in');
    expect(exitCode).toBe(0);
    const pieces: Piece[] = copy.pages().flatMap(piecesOf);
    const pages = core(pieces.map(({ text }) => text).join('\n'));
    const sentences = new Set([...after.values()].map(({ sentence }) => core(sentence)));
    const stale: string[] = [];
    let turned = 0;
    for (const [id, { sentence: now }] of after) {
      const was = before.get(id)?.sentence ?? '';
      if (was === now) continue;
      turned += 1;
      expect(pages, `${id}: ${now}`).toContain(core(now));
      // Another claim may say now what this one said.
      if (!sentences.has(core(was)) && pages.includes(core(was))) stale.push(was);
    }
    expect(turned).toBeGreaterThan(3);
    expect(stale).toEqual([]);
    const { told, wrong } = falsehoods(
      pieces,
      report,
      medianOf(copy.session, changed(copy, change)),
    );
    expect(told).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});
