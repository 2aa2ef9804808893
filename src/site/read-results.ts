import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../analyse/types.ts';
import { Problem } from '../scenario/problem.ts';

/**
 * What the analysis said about a session.
 *
 * @throws Problem (usage) when the session has not been analysed
 */
export function readResults(dataRoot: string, session: string): Results {
  const file = join(dataRoot, 'results', `${session}.json`);
  if (!existsSync(file)) {
    throw new Problem(
      'usage',
      `${file} is missing: the session has not been analysed. Run "npm run analyse", then render again.`,
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}
