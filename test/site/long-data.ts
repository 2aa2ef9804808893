/** A data set in which every text that machines and runtimes write is long, and contestants are many. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { long } from './long-word.ts';
import { sha256 } from '../fixtures/site-session.ts';
import { deriveResults, siteSessions } from '../fixtures/make-site-data.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession } from '../../src/store/read.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session, SessionCase } from '../../src/store/schema.ts';

/** Copies of a contestant that no front matter names. */
const COPIES = 8;

/** Changes a data set of `makeSiteData`. */
export function lengthenData(folder: string): void {
  for (const own of siteSessions) {
    const { session, records } = readSession(join(folder, own));
    const lines = crowded(records)
      .map((record) => `${JSON.stringify(lengthenedRecord(record))}\n`)
      .join('');
    const seal = { records: lines.split('\n').length - 1, sha256: sha256(lines) };
    const changed = lengthenedSession(session);
    writeFileSync(join(folder, own, 'records.jsonl'), lines);
    writeFileSync(
      join(folder, own, 'session.json'),
      prettyJson(session.seal === undefined ? changed : { ...changed, seal }),
    );
  }
  deriveResults(folder);
}

const ofMemory = (id: string): boolean => id.startsWith('memory/');

/** Ids under which the contestant ran once more: in the growth series of memory, one has copies. */
function copiesOf(caseId: string, contestant: string): readonly string[] {
  if (!ofMemory(caseId) || contestant !== 'python-threads') return [];
  return Array.from({ length: COPIES }, (_, i) => `p${i + 1}-${long('python')}`);
}

function crowded(records: readonly InvocationRecord[]): InvocationRecord[] {
  return records.flatMap((record) => [
    record,
    ...copiesOf(record.case, record.contestant).map((contestant) => ({ ...record, contestant })),
  ]);
}

function lengthenedRecord(record: InvocationRecord): InvocationRecord {
  return 'reason' in record ? { ...record, reason: `${record.reason} ${long('reason')}` } : record;
}

function lengthenedSession(session: Session): Session {
  const { machine } = session;
  return {
    ...session,
    seed: long('seed'),
    harness: { ...session.harness, version: long('1') },
    machine: {
      ...machine,
      cpu: long('cpu'),
      os: long('linux'),
      kernel: long('kernel'),
      settings: { ...machine.settings, [long('setting')]: long('value') },
    },
    environment: { ...session.environment, [long('VARIABLE')]: long('/usr/bin:') },
    runtimes: session.runtimes.map((one) => ({
      ...one,
      title: long(one.title),
      homepage: `https://example.org/${long('home')}`,
      ...(one.available
        ? {
            version: long('3'),
            dependencies: { ...one.dependencies, [long('package')]: long('4') },
            facts: { ...one.facts, [long('fact')]: long('so') },
          }
        : { reason: `${one.reason} ${long('reason')}` }),
    })),
    cases: session.cases.map(lengthenedCase),
  };
}

function lengthenedCase(one: SessionCase): SessionCase {
  const lengthened = one.contestants.map((contestant) => ({
    ...contestant,
    files: contestant.files.map((file) => ({ ...file, path: `${long('folder')}/${file.path}` })),
  }));
  return {
    ...one,
    parameters: { ...one.parameters, [long('parameter')]: long('value') },
    measures: one.measures.map((measure) => ({ ...measure, title: long(measure.title) })),
    contestants: lengthened.flatMap((contestant) => [
      contestant,
      ...copiesOf(one.id, contestant.id).map((id) => ({ ...contestant, id })),
    ]),
  };
}
