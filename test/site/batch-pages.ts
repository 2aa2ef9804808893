/** The batch, rendered: all sessions of all groups as one site, and what the pages of each say. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groups, mutated, trio } from './batch-groups.ts';
import { swap, writeSessions } from './batch-sessions.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { htmlFiles, render, testFolder } from './render.ts';

const NAME = 'batch';
const REFERENCE = 'trio-before';
/** The document of the batch. */
export const fixture = fileURLToPath(new URL('../fixtures/batch', import.meta.url));

export interface Batch {
  /**
   * All that the pages of a session say; the session's own id is left out. The page of changes is
   * about two sessions, and held by itself.
   */
  said(session: string): readonly Piece[];
  /** The file of a session's page of changes. */
  changes(session: string): string;
  /** The file of this machine's results. */
  readonly here: string;
}

export async function renderBatch(): Promise<Batch> {
  const data = join(testFolder(NAME), 'data');
  const content = join(testFolder(NAME), 'content');
  const sealed = groups.flatMap(mutated);
  const local = swap(sealed[0]!, 'local-swapped', trio.x, trio.y);
  writeSessions(data, sealed, local);
  rmSync(content, { recursive: true, force: true });
  cpSync(fixture, content, { recursive: true });
  const page = join(content, 'report', 'index.mdx');
  const source = readFileSync(page, 'utf8');
  writeFileSync(page, source.replace('subject:', `session: ${REFERENCE}\nsubject:`));
  const report = join(
    await render({ name: NAME, data, content, env: { STEELYARD_EARLIER: 'whole' } }),
    'report',
  );
  const read = new Map<string, readonly Piece[]>();
  return {
    said(session) {
      // Several tests ask for the same pages; each page is parsed once.
      const pieces = read.get(session) ?? piecesIn(report, session);
      read.set(session, pieces);
      return pieces;
    },
    changes: (session) => join(report, 'sessions', session, 'changes', 'index.html'),
    here: join(report, 'here', 'index.html'),
  };
}

function piecesIn(report: string, session: string): Piece[] {
  const folder = join(report, session === REFERENCE ? '' : `sessions/${session}`);
  return htmlFiles(folder)
    .filter((file) => !/^(sessions|here)\//.test(file) && !file.startsWith('changes/'))
    .flatMap((file) => piecesOf(readFileSync(join(folder, file), 'utf8')))
    .map(({ kind, text }) => ({ kind, text: text.replaceAll(session, 'SESSION') }));
}
