/** The synthetic reference, and changed copies of it: labels swapped, a difference gone, runs that stop finishing. */
import { analyse } from '../../src/analyse/analyse.ts';
import type { CaseView, DocumentView } from '../../src/present/document.ts';
import { reportSchema } from '../../src/present/report.ts';
import { loadScenarios } from '../../src/scenario/load.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session, SessionCase, SessionMeasure } from '../../src/store/schema.ts';
import { reference } from '../fixtures/make-site-data.ts';
import { first } from '../fixtures/projects.ts';
import { syntheticRecords } from '../fixtures/site-records.ts';
import { syntheticSession } from '../fixtures/site-session.ts';

const { runners } = first;

export const session = syntheticSession(reference, await loadScenarios(runners), runners);
export const records: readonly InvocationRecord[] = syntheticRecords(reference, session);

/** One field of a record, read and written. */
export interface Field {
  readonly name: string;
  readonly get: (record: InvocationRecord) => number | undefined;
  readonly set: (record: InvocationRecord, value: number) => InvocationRecord;
}

const plain = (name: 'wallNs' | 'cpuNs' | 'peakTreeBytes' | 'peakProcessBytes'): Field => ({
  name,
  get: (record) => record[name],
  set: (record, value) => ({ ...record, [name]: value }),
});

const reported = (id: string): Field => ({
  name: id,
  get: (record) => record.measures?.[id],
  set: (record, value) => ({ ...record, measures: { ...record.measures, [id]: value } }),
});

/** Fields behind the measures of a case that are compared. */
export function fieldsOf(aCase: SessionCase): Field[] {
  const launcher = {
    wall: 'wallNs',
    cpuTime: 'cpuNs',
    peakTree: 'peakTreeBytes',
    peakProcess: 'peakProcessBytes',
  } as const;
  return aCase.measures
    .filter((measure) => measure.matters !== undefined)
    .flatMap(({ id, source }) => {
      if (source.from === 'program') return [reported(id)];
      return source.from === 'launcher' ? [plain(launcher[id as keyof typeof launcher])] : [];
    });
}

/** Compared measures of a case whose values come from a field. */
export function measuresFrom(aCase: SessionCase, field: Field): SessionMeasure[] {
  const rests = (measure: SessionMeasure): boolean => {
    const { source } = measure;
    if (source.from === 'floor') return field.name === (source.of ?? 'wallNs');
    if (source.from === 'program') return field.name === measure.id;
    if (source.from === 'launcher')
      return fieldsOf({ ...aCase, measures: [measure] }).some((one) => one.name === field.name);
    if (source.from !== 'quotient') return false;
    const operands = aCase.measures.filter((one) => one.id === source.of || one.id === source.by);
    return operands.some(rests);
  };
  return aCase.measures.filter((measure) => measure.matters !== undefined && rests(measure));
}

type Change = (
  record: InvocationRecord,
  partner: (id: string) => InvocationRecord,
) => InvocationRecord;

/** All records of the scenario of a case, those of the case changed. */
function changed(aCase: SessionCase, change: Change): InvocationRecord[] {
  const prefix = `${aCase.scenario}/`;
  const own = records.filter((record) => record.case === aCase.id);
  const place = (record: InvocationRecord, id: string): string =>
    `${record.block} ${record.round} ${id}`;
  const byPlace = new Map(own.map((record) => [place(record, record.contestant), record]));
  return records
    .filter((record) => record.case.startsWith(prefix))
    .map((record) =>
      record.case === aCase.id ? change(record, (id) => byPlace.get(place(record, id))!) : record,
    );
}

/** Two contestants' values of a field, swapped round by round. */
export function swapped(
  aCase: SessionCase,
  field: Field,
  x: string,
  y: string,
): InvocationRecord[] {
  return changed(aCase, (record, partner) => {
    const other = record.contestant === x ? y : record.contestant === y ? x : undefined;
    return other === undefined ? record : field.set(record, field.get(partner(other))!);
  });
}

/** `y` with the values of `x`, but for a hair: no difference is left. */
export function evened(aCase: SessionCase, field: Field, x: string, y: string): InvocationRecord[] {
  return changed(aCase, (record, partner) => {
    if (record.contestant !== y) return record;
    const hair = record.round % 2 === 0 ? 1.00001 : 0.99999;
    return field.set(record, Math.round(field.get(partner(x))! * hair));
  });
}

/** A contestant that is stopped in every round. */
export function stopped(aCase: SessionCase, id: string): InvocationRecord[] {
  return changed(aCase, (record) => {
    if (record.contestant !== id || record.round === 0) return record;
    const { case: caseId, contestant, block, round, position, at } = record;
    const reason = `not finished after ${aCase.timeoutS} s`;
    const wallNs = aCase.timeoutS * 1e9;
    return {
      case: caseId,
      contestant,
      block,
      round,
      position,
      at,
      outcome: 'timed-out',
      reason,
      wallNs,
    };
  });
}

const report = {
  id: 'sample',
  ...reportSchema.parse({
    title: 'Sample',
    description: 'A sample.',
    subject: 'duso',
    others: 'Python',
    contestants: [
      ...new Set(session.cases.flatMap((one) => one.contestants.map(({ id }) => id))),
    ].map((id, index) => ({ id, slot: (index % 6) + 1 })),
    cases: {},
  }),
};

/** The document of one scenario, from these records. */
export function viewOf(scenario: string, from: readonly InvocationRecord[]): DocumentView {
  const part: Session = {
    ...session,
    cases: session.cases.filter((one) => one.scenario === scenario),
    growth: session.growth.filter((one) => one.scenario === scenario),
  };
  const own = from.filter((record) => record.case.startsWith(`${scenario}/`));
  const results = analyse(part, own);
  const cases = part.cases.map((definition): [string, CaseView] => {
    const { id } = definition;
    const result = results.cases.find((one) => one.case === id)!;
    const runs = own.filter((record) => record.case === id);
    return [
      id,
      { state: 'measured', id, title: id, session: part, definition, result, records: runs },
    ];
  });
  const growth = results.growth.map((one) => [`${one.scenario} ${one.measure}`, one] as const);
  const source = (): string => '';
  const sessions = [part];
  return {
    report,
    place: 'reference',
    path: '/sample/',
    sessions,
    cases: new Map(cases),
    growth: new Map(growth),
    source,
  };
}
