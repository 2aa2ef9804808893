import { join } from 'node:path';
import { runAttached } from '../measure/run-attached.ts';
import { exitCodes, Problem } from '../scenario/problem.ts';
import type { Places } from './places.ts';

/**
 * Checks what pages are drawn from before anything is measured for them, in a process of its own:
 * nothing of the pages may stand in memory beside a timed program.
 *
 * @throws Problem of the same kind as theirs; what is wrong has been shown
 */
export async function checkDrawingApart(places: Places): Promise<void> {
  const command = [join(places.root, 'src', 'cli.ts'), 'check-drawing'];
  const { exitCode } = await runAttached(process.execPath, command, {
    cwd: process.cwd(),
    env: {},
    quiet: false,
  });
  if (exitCode === 0) return;
  const kinds = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  throw new Problem(
    kinds.find((kind) => exitCodes[kind] === exitCode) ?? 'finding',
    'Nothing was measured, since no page could be drawn. What is wrong stands above.',
  );
}
