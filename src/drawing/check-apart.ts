import { stripVTControlCharacters } from 'node:util';
import { commandLine } from '../engine.ts';
import { runAttached } from '../measure/run-attached.ts';
import { exitCodes, Problem } from '../scenario/problem.ts';

/**
 * Checks what pages are drawn from before anything is measured for them, in a process of its own:
 * nothing of the pages may stand in memory beside a timed program.
 *
 * @throws Problem: the same as it says
 */
export async function checkDrawingApart(): Promise<void> {
  const command = [commandLine, 'check-drawing'];
  const { exitCode, said } = await runAttached(process.execPath, command, {
    cwd: process.cwd(),
    env: {},
    quiet: true,
  });
  if (exitCode === 0) return;
  const message = stripVTControlCharacters(said).trim().replace(/^✖ /, '');
  const kinds = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  const kind = kinds.find((one) => exitCodes[one] === exitCode);
  throw kind === undefined ? new Error(message) : new Problem(kind, message);
}
