import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAttached } from '../measure/run-attached.ts';
import { exitCodes, Problem } from '../scenario/problem.ts';
import type { Places } from './places.ts';

/**
 * Runs Astro's own command line in a process of its own, so that nothing of its weight stands
 * beside a timed program.
 *
 * @throws Problem when it fails, of usage where that was a mistake in a text; what it said has been shown
 */
export async function runAstro(
  places: Places,
  args: readonly string[],
  quiet = false,
): Promise<void> {
  const program = join(
    dirname(fileURLToPath(import.meta.resolve('astro/package.json'))),
    'bin/astro.mjs',
  );
  const exitCode = await runAttached(process.execPath, [program, ...args], {
    cwd: places.root,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    quiet,
  });
  if (exitCode !== 0)
    throw new Problem(
      exitCode === exitCodes.usage ? 'usage' : 'finding',
      `The pages could not be drawn: astro ${args[0]} ended with ${exitCode}. Its message stands above.`,
    );
}
