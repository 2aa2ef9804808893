import { Problem } from '../scenario/problem.ts';
import { setting } from '../scenario/setting.ts';
import { tryLock } from './lock-file.ts';
import { ask, hold } from './run-name.ts';

/** For the tests, which measure side by side; never for numbers that are kept. */
const lockName = (): string => setting('STEELYARD_LOCK') ?? 'steelyard-measuring';

/**
 * Takes the machine's measuring lock: two measuring runs at once would disturb each other, from
 * whatever checkout, user or temporary folder. On Linux the kernel holds it, and it ends with its
 * process (in another network namespace, as of a container, there is another one); elsewhere it is
 * a file in /tmp.
 *
 * @returns gives the lock back
 * @throws Problem (blocked) while another living process holds it
 */
export async function takeLock(): Promise<() => Promise<void>> {
  const since = new Date().toISOString();
  return process.platform === 'linux'
    ? takeOfKernel(`process ${process.pid}, since ${since}`)
    : takeFile();
}

/** Who measures on this machine now; undefined when nobody does, or where only a file tells. */
export async function whoMeasures(): Promise<string | undefined> {
  return process.platform === 'linux' ? ask(lockName()) : undefined;
}

async function takeOfKernel(answer: string): Promise<() => Promise<void>> {
  const giveBack = await hold(lockName(), answer);
  if (giveBack !== undefined) return giveBack;
  throw blocked((await ask(lockName())) || 'another process');
}

function takeFile(): () => Promise<void> {
  const file = `/tmp/${lockName()}.lock`;
  const lock = tryLock(file);
  if ('giveBack' in lock) return () => Promise.resolve(lock.giveBack());
  throw blocked(typeof lock.holder === 'number' ? `process ${lock.holder}` : lock.holder);
}

function blocked(holder: string): Problem {
  return new Problem(
    'blocked',
    `Another measuring run (${holder}) is under way on this machine: two at once would disturb each other. ` +
      'Wait for it, or end it.',
  );
}
