import { setTimeout as wait } from 'node:timers/promises';
import { takeLock, whoMeasures } from '../measure/lock.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from '../terminal/output.ts';

const ASK_AGAIN_MS = 2000;

export interface TurnOptions {
  /** Whether to wait while another run measures. */
  readonly wait: boolean;
  readonly signal: AbortSignal;
}

/**
 * Takes the machine's measuring lock; where another run has it, waits for its end if that is asked for.
 *
 * @returns gives the lock back
 * @throws Problem (blocked) while another run measures, where nobody waits for it, (interrupted) after Ctrl-C
 */
export async function waitForTurn(
  { wait: waits, signal }: TurnOptions,
  output: Output,
): Promise<() => Promise<void>> {
  for (let asked = 0; ; asked += 1) {
    try {
      return await takeLock();
    } catch (error) {
      if (!waits || !(error instanceof Problem)) throw error;
      if (asked === 0) output.say(`Waiting for another measuring run (${await who()}) to end.`);
      await wait(ASK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted)
        throw new Problem('interrupted', 'Interrupted while it waited: nothing was measured.');
    }
  }
}

const who = async (): Promise<string> => (await whoMeasures()) ?? 'another process';
