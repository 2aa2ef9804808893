import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { runAttached } from '../measure/run-attached.ts';
import { exitCodes, Problem, type ProblemKind } from '../scenario/problem.ts';
import { explainDrawing } from './explain.ts';
import type { Places } from '../places.ts';

interface AstroOptions {
  /** Shows what Astro says only where it fails, and nobody can say it in a sentence. */
  readonly quiet?: boolean;
  readonly signal?: AbortSignal;
  /** Output folder, instead of dist/. */
  readonly out?: string;
}

/**
 * Runs Astro's own command line in a process of its own, so that nothing of its weight stands
 * beside a timed program.
 *
 * @returns also after an abort
 * @throws Problem when it fails: `blocked` for what this machine lacks, `usage` for a mistake in a
 *   text, otherwise `finding`; what Astro said has been shown then
 */
export async function runAstro(
  places: Places,
  args: readonly string[],
  { quiet = false, signal, out = places.dist }: AstroOptions = {},
): Promise<void> {
  const program = join(
    dirname(fileURLToPath(import.meta.resolve('astro/package.json'))),
    'bin/astro.mjs',
  );
  const { exitCode, said } = await runAttached(process.execPath, [program, ...args], {
    cwd: places.root,
    env: { ASTRO_TELEMETRY_DISABLED: '1', STEELYARD_OUT: out },
    quiet,
    signal,
  });
  if (exitCode === 0 || signal?.aborted === true) return;
  const problem = explainDrawing(said);
  if (problem !== undefined) throw problem;
  const own = ownMessage(said);
  if (own !== undefined) throw new Problem(kindOf(exitCode), own);
  process.stderr.write(said);
  const done = args[0] === 'preview' ? 'served' : 'drawn';
  throw new Problem(
    kindOf(exitCode),
    `The pages could not be ${done}: astro ${args[0]} ended with ${exitCode}. Its message stands above.`,
  );
}

const kindOf = (exitCode: number): ProblemKind =>
  exitCode === exitCodes.usage ? 'usage' : 'finding';

/** What a check of the pages says last, before it ends the drawing. */
function ownMessage(said: string): string | undefined {
  return /^✖ ([^]*)$/m.exec(stripVTControlCharacters(said))?.[1]?.trim();
}
