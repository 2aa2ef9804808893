import { join } from 'node:path';
import { runAttached } from '../measure/run-attached.ts';
import { exitCodes, Problem } from '../scenario/problem.ts';
import type { Places } from './places.ts';

/**
 * Checks the texts before anything is measured for them, in a process of its own: nothing of the
 * pages may stand in memory beside a timed program.
 *
 * @throws Problem of the same kind as theirs; what is wrong has been shown
 */
export async function checkTextsApart(places: Places): Promise<void> {
  const exitCode = await runAttached(
    process.execPath,
    [join(places.root, 'src', 'cli.ts'), 'check-texts'],
    { cwd: process.cwd(), env: {}, quiet: true },
  );
  if (exitCode === 0) return;
  throw new Problem(
    exitCode === exitCodes.usage ? 'usage' : 'finding',
    'Nothing was measured, since no page could be drawn from these texts. What is wrong stands above.',
  );
}
