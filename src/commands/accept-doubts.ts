/** What a person should know before a session becomes a reference. None of it is wrong; all of it is read by others. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreignInSession } from '../analyse/foreign.ts';
import { sha256Of } from '../store/canonical.ts';
import type { StoredSession } from '../store/read.ts';
import { sourceFilesOf } from '../store/source-files.ts';

/** From this share of disturbed runs on it is said. */
const MANY_DISTURBED = 0.05;

/** Each a sentence or two. */
export function doubtsOf(stored: StoredSession, runners: string): string[] {
  return [...aboutProfile(stored), ...aboutLoad(stored), ...aboutSources(stored, runners)];
}

function aboutProfile({ session: { id, profile } }: StoredSession): string[] {
  if (profile === 'full') return [];
  return [
    `${id} is of the ${profile} profile, which has fewer rounds and cases. A reference is measured with: npm run measure -- --profile full`,
  ];
}

function aboutLoad({ session: { id }, records }: StoredSession): string[] {
  const { disturbed = 0, of = 1, share = 0 } = foreignInSession(records) ?? {};
  if (disturbed / of < MANY_DISTURBED) return [];
  return [
    `Something else used ${Math.round(share * 100)}% of the cores' time while ${id} was measured, and disturbed ${disturbed} of ${of} runs. Measure on a machine that does nothing else.`,
  ];
}

function aboutSources({ session }: StoredSession, runners: string): string[] {
  const files = session.cases.flatMap(sourceFilesOf);
  const edited = files.filter(({ path, sha256 }) => {
    const file = join(runners, path);
    return !existsSync(file) || sha256Of(readFileSync(file)) !== sha256;
  });
  const names = [...new Set(edited.map(({ path }) => path))];
  if (names.length === 0) return [];
  return [
    `${session.id} measured other files than those that are here: ${names.join(', ')} changed since. Put them back, or measure again.`,
  ];
}
