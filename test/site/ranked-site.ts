/** The site of a report without sides, drawn from the invented session of many contestants. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inventedCases, rankedSession } from '../fixtures/ranked-session.ts';
import { writeSessions } from './batch-sessions.ts';
import { testFolder, type Rendering } from './render.ts';

const RANKED_REPORT = 'trees';
const SESSION = '2026-03-04T050607Z-ranked-cccccc';
const fixture = fileURLToPath(new URL('../fixtures/ranked', import.meta.url));

/** Writes its data and content; what `render` needs to draw it. */
export function rankedSite(name: string): Rendering {
  const data = join(testFolder(name), 'data');
  const content = join(testFolder(name), 'content');
  const sealed = rankedSession(SESSION, inventedCases);
  const local = rankedSession('2026-03-05T050607Z-ranked-dddddd', inventedCases);
  const cases = inventedCases.map(({ id }) => id);
  writeSessions(data, [sealed], local, cases);
  rmSync(content, { recursive: true, force: true });
  cpSync(fixture, content, { recursive: true });
  const page = join(content, RANKED_REPORT, 'index.mdx');
  const source = readFileSync(page, 'utf8');
  writeFileSync(page, source.replace(/^title:/m, `session: ${SESSION}\ntitle:`));
  return { name, data, content, env: { STEELYARD_SITE: 'https://example.org' } };
}
