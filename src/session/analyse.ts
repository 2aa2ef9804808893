import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import { Problem } from '../scenario/problem.ts';
import { prettyJson, writeWhole } from '../store/files.ts';
import { listSessions, readSession } from '../store/read.ts';
import type { Places } from '../places.ts';
import type { Output } from '../terminal/output.ts';

/**
 * Derives data/results/<session>.json again for all sessions, or for the named ones.
 *
 * @returns the ids of the sessions that were analysed
 */
export function analyseSessions(
  places: Places,
  output: Output,
  only: readonly string[] = [],
): string[] {
  const folders = sessionFolders(places);
  for (const id of only) {
    if (folders.has(id)) continue;
    const there = [...folders.keys()].join(', ') || 'none';
    throw new Problem(
      'usage',
      `There is no session "${id}" in ${places.sessions} or ${places.local}. There are: ${there}.`,
    );
  }
  mkdirSync(places.results, { recursive: true });
  const wanted = [...folders].filter(([id]) => only.length === 0 || only.includes(id));
  for (const [id, folder] of wanted) {
    const stored = readSession(folder);
    if (stored.tornLine)
      output.warn(
        `${join(folder, 'records.jsonl')}: the last line was torn by a crash and is left out.`,
      );
    writeWhole(
      join(places.results, `${id}.json`),
      prettyJson(analyse(stored.session, stored.records)),
    );
  }
  return wanted.map(([id]) => id);
}

/** Folder of each session by id, oldest first; of an accepted one the sealed copy. */
function sessionFolders(places: Places): Map<string, string> {
  const folders = [...listSessions(places.local), ...listSessions(places.sessions)];
  const byId = new Map(folders.map((folder) => [basename(folder), folder]));
  return new Map([...byId].sort(([a], [b]) => (a < b ? -1 : 1)));
}
