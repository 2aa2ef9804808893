/**
 * Small sessions in which two contestants have changed places, have become alike, or one of them has
 * stopped finishing. Each holds two sizes of one scenario, with the invented runs of the fixture.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/analyse/analyse.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession } from '../../src/store/read.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session, SessionCase } from '../../src/store/schema.ts';
import { committed, reference } from '../fixtures/make-site-data.ts';
import { sha256 } from '../fixtures/site-session.ts';

const CASES = ['io/100', 'io/1000'];
/** The case with the A/A copies. */
const CONTROLLED = 'io/100';
const fixture = join(committed, 'sessions', reference.id);
const stored = readSession(fixture);

/** Contestants of a small session, each with the one of the fixture whose runs it gets. */
export type Cast = Readonly<Record<string, string>>;

export interface Small {
  readonly session: Session;
  readonly records: readonly InvocationRecord[];
}

/** A session of these contestants. The first two have an A/A copy each, so that they can change places. */
export function smallSession(id: string, cast: Cast, ids: readonly string[] = CASES): Small {
  const names = Object.keys(cast);
  const copies = new Map(names.slice(0, 2).map((name) => [copyOf(name), name]));
  const cases = stored.session.cases
    .filter((one) => ids.includes(one.id))
    .map((one) => ({ ...one, contestants: contestantsOf(one, names, copies) }));
  const played = [...names.map((name) => [name, name] as const), ...copies];
  const records = stored.records
    .filter((record) => ids.includes(record.case))
    .flatMap((record) =>
      played
        .filter(([, name]) => cast[name] === record.contestant)
        .filter(([role]) => !copies.has(role) || record.case === CONTROLLED)
        .map(([role]) =>
          copies.has(role)
            ? hair({ ...record, contestant: role })
            : { ...record, contestant: role },
        ),
    );
  const growth = stored.session.growth.filter((one) => one.scenario === 'io');
  return { session: { ...stored.session, id, cases, growth }, records };
}

function copyOf(name: string): string {
  return `${name}-again`;
}

function contestantsOf(
  aCase: SessionCase,
  names: readonly string[],
  copies: ReadonlyMap<string, string>,
): SessionCase['contestants'] {
  const own = names.map((name) => aCase.contestants.find((one) => one.id === name)!);
  if (aCase.id !== CONTROLLED) return own;
  const again = [...copies].map(([id, controlOf]) => ({
    ...own.find((one) => one.id === controlOf)!,
    id,
    controlOf,
  }));
  return [...own, ...again];
}

/** All runs of the two, under each other's name. */
export function swap({ session, records }: Small, id: string, x: string, y: string): Small {
  const other: Readonly<Record<string, string>> = {
    [x]: y,
    [y]: x,
    [copyOf(x)]: copyOf(y),
    [copyOf(y)]: copyOf(x),
  };
  const swapped = records.map((record) => ({
    ...record,
    contestant: other[record.contestant] ?? record.contestant,
  }));
  return { session: { ...session, id }, records: swapped };
}

/** `y` with the values of `x`, but for a hair. */
export function even({ session, records }: Small, id: string, x: string, y: string): Small {
  const place = (record: InvocationRecord): string =>
    `${record.case} ${record.block} ${record.round}`;
  const ofX = new Map(
    records.filter(({ contestant }) => contestant === x).map((record) => [place(record), record]),
  );
  const evened = records.map((record) => {
    if (record.contestant !== y && record.contestant !== copyOf(y)) return record;
    const { contestant, position, at } = record;
    return hair({ ...ofX.get(place(record))!, contestant, position, at });
  });
  return { session: { ...session, id }, records: evened };
}

/** One that is stopped in every counted round, its copy too. */
export function stop({ session, records }: Small, id: string, x: string): Small {
  const stopped = records.map((record): InvocationRecord => {
    if (![x, copyOf(x)].includes(record.contestant) || record.round === 0) return record;
    const { case: caseId, contestant, block, round, position, at } = record;
    const seconds = session.cases.find((one) => one.id === caseId)!.timeoutS;
    const reason = `not finished after ${seconds} s`;
    const end = { outcome: 'timed-out' as const, reason, wallNs: seconds * 1e9 };
    return { case: caseId, contestant, block, round, position, at, ...end };
  });
  return { session: { ...session, id }, records: stopped };
}

/** The same run a hundred-thousandth longer or shorter. */
function hair(record: InvocationRecord): InvocationRecord {
  const factor = record.round % 2 === 0 ? 1.00001 : 0.99999;
  const scaled = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.round(value * factor);
  const { wallNs, cpuNs, peakTreeBytes, peakProcessBytes } = record;
  const all = { wallNs, cpuNs, peakTreeBytes, peakProcessBytes };
  const changed = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, scaled(value)]],
  );
  return { ...record, ...(Object.fromEntries(changed) as Partial<InvocationRecord>) };
}

/** Writes sessions, sealed and analysed, into a data folder; an unsealed one under local/. */
export function writeSessions(
  data: string,
  sealed: readonly Small[],
  local?: Small,
  ids: readonly string[] = CASES,
): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, 'results'), { recursive: true });
  for (const one of sealed) writeSession(data, 'sessions', one);
  if (local === undefined) return;
  writeSession(data, 'local', local);
  const cases = ids.map((id) => ({ case: id, session: local.session.id }));
  writeFileSync(join(data, 'results', 'here.json'), prettyJson({ schema: 1, cases }));
}

function writeSession(data: string, root: 'sessions' | 'local', { session, records }: Small): void {
  const folder = join(data, root, session.id);
  mkdirSync(folder, { recursive: true });
  cpSync(join(fixture, 'programs'), join(folder, 'programs'), { recursive: true });
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const seal = { records: records.length, sha256: sha256(lines) };
  const { seal: _, ...open } = session;
  const whole: Session = root === 'sessions' ? { ...open, seal } : open;
  writeFileSync(join(folder, 'records.jsonl'), lines);
  writeFileSync(join(folder, 'session.json'), prettyJson(whole));
  const results = prettyJson(analyse(whole, [...records]));
  writeFileSync(join(data, 'results', `${session.id}.json`), results);
}
