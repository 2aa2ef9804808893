/** A data set with as many cases as wanted: the fixture's, and copies of one of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../src/analyse/analyse.ts';
import { prettyJson } from '../../../src/store/files.ts';
import { readSession } from '../../../src/store/read.ts';
import type { Session } from '../../../src/store/schema.ts';
import { makeSiteData, reference } from '../../fixtures/make-site-data.ts';
import { sha256 } from '../../fixtures/site-session.ts';

/** Six contestants, five measures, 21 rounds: as much as a case holds. */
const COPIED = 'cpu/20';

/**
 * Writes the fixture's data into a folder, its reference grown to this many cases, and analyses it.
 * All of it is invented.
 */
export function makeManyCases(folder: string, cases: number): void {
  makeSiteData(folder);
  const own = join(folder, 'sessions', reference.id);
  const session = JSON.parse(readFileSync(join(own, 'session.json'), 'utf8')) as Session;
  const lines = readFileSync(join(own, 'records.jsonl'), 'utf8').trimEnd().split('\n');
  const original = session.cases.find((one) => one.id === COPIED)!;
  const copied = lines.filter((line) => line.includes(`"case":"${COPIED}"`));
  const [scenario] = COPIED.split('/');
  for (let copy = session.cases.length + 1; copy <= cases; copy++) {
    const id = `${scenario}/copy-${copy}`;
    const workers = 100_000 + copy;
    session.cases.push({ ...original, id, parameters: { ...original.parameters, workers } });
    lines.push(...copied.map((line) => line.replace(`"${COPIED}"`, `"${id}"`)));
  }
  const records = `${lines.join('\n')}\n`;
  session.seal = { records: lines.length, sha256: sha256(records) };
  writeFileSync(join(own, 'session.json'), prettyJson(session));
  writeFileSync(join(own, 'records.jsonl'), records);
  const stored = readSession(own);
  const results = prettyJson(analyse(stored.session, stored.records));
  writeFileSync(join(folder, 'results', `${reference.id}.json`), results);
}
