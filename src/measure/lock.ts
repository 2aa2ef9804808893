import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { tryLock, type Lock } from './lock-file.ts';

/**
 * Takes the machine's measuring lock: two measuring runs at once would disturb each other,
 * also from two checkouts, so the lock stands in the temporary folder.
 *
 * @returns gives the lock back
 * @throws Problem (blocked) while another living process holds it
 */
export function takeLock(folder: string = tmpdir()): () => void {
  const file = join(folder, 'steelyard-measuring.lock');
  const lock = take(file);
  if ('giveBack' in lock) return lock.giveBack;
  const holder = typeof lock.holder === 'number' ? `process ${lock.holder}` : lock.holder;
  throw new Problem(
    'blocked',
    `Another measuring run (${holder}) is under way on this machine: two at once would disturb each other. ` +
      `Wait for it, or end it. If that process is something else, remove ${file}.`,
  );
}

function take(file: string): Lock {
  try {
    return tryLock(file);
  } catch (error) {
    throw new Problem('blocked', `${file} can't be taken: ${(error as Error).message}. Remove it.`);
  }
}
