import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tryLock } from '../measure/lock-file.ts';
import { checkInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

const POLL_MS = 200;

/**
 * Draws alone in this project: Astro keeps the list of MDX modules of a build in the project's
 * .astro/, and two drawings at once would read each other's. Whoever comes second waits, and says so.
 */
export async function drawingAlone<T>(
  { root }: Pick<Places, 'root'>,
  output: Output,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const giveBack = await takeTurn(join(root, '.astro', 'steelyard-drawing.lock'), output, signal);
  try {
    return await work();
  } finally {
    giveBack();
  }
}

async function takeTurn(file: string, output: Output, signal: AbortSignal): Promise<() => void> {
  for (let waits = 0; ; waits += 1) {
    const lock = tryLock(file);
    if ('giveBack' in lock) return lock.giveBack;
    if (waits === 0) {
      const holder = typeof lock.holder === 'number' ? `process ${lock.holder}` : lock.holder;
      output.say(
        `Waiting for another drawing of this project (${holder}). If that process is something else, remove ${file}.`,
      );
    }
    await setTimeout(POLL_MS);
    checkInterruption(signal);
  }
}
