import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../analyse/types.ts';
import { Problem } from '../scenario/problem.ts';
import { listSessions, readSession, readSessionFile, type StoredSession } from '../store/read.ts';
import { readResults } from './read-results.ts';

/** A session with what the analysis said about it. */
export interface AnalysedSession extends StoredSession {
  readonly results: Results;
}

const seen = new Map<string, AnalysedSession>();

/** A session by name, accepted ones first. Read once a build. */
export function analysedSession(dataRoot: string, id: string, where: string): AnalysedSession {
  const key = `${dataRoot} ${id} ${resultsAge(dataRoot, id)}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const folder = ['sessions', 'local']
    .map((place) => join(dataRoot, place, id))
    .find((one) => existsSync(one));
  if (folder === undefined) {
    throw new Problem(
      'usage',
      `${where} names the session "${id}", which is in neither sessions/ nor local/ of ${dataRoot}. Mend the name, or fetch the session.`,
    );
  }
  const session = { ...readSession(folder), results: readResults(dataRoot, id) };
  seen.set(key, session);
  return session;
}

/** Changes whenever the session is analysed again, which a running preview has to notice. */
function resultsAge(dataRoot: string, id: string): number {
  return statSync(join(dataRoot, 'results', `${id}.json`), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The local sessions that are no smoke tests, newest first; each is read when it is asked for. */
export function* localSessions(dataRoot: string): Generator<AnalysedSession> {
  for (const folder of listSessions(join(dataRoot, 'local')).reverse()) {
    const { id, profile } = readSessionFile(folder);
    if (profile !== 'smoke') yield analysedSession(dataRoot, id, 'data/local');
  }
}
