import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ANY_PROFILE } from '../plan/cases.ts';
import { chooseHere } from '../plan/here.ts';
import { prettyJson, writeWhole } from '../store/files.ts';
import { listSessions, readSession } from '../store/read.ts';
import { planHere, type Surrounded } from './look-around.ts';
import type { Places } from '../places.ts';

/** Removes data/results/here.json: without local data there are no pages under `here/`. */
export function removeHere(places: Places): void {
  rmSync(join(places.results, 'here.json'), { force: true });
}

/** Writes data/results/here.json: which local session feeds each case of the pages under `here/`. */
export function writeHere(places: Places, around: Surrounded): void {
  const all = planHere(around, ANY_PROFILE);
  const quick = planHere(around, 'quick');
  const sessions = listSessions(places.local).map(readSession);
  const cases = chooseHere(all, quick, sessions, around.machine.key);
  mkdirSync(places.results, { recursive: true });
  writeWhole(join(places.results, 'here.json'), prettyJson({ schema: 1, cases }));
}
