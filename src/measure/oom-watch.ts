/**
 * Ends a program that hangs because the kernel killed one of its processes at the memory cap: that
 * many do, and the timeout may be minutes away. It reads one small file a second, no more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cgroup } from './cgroup.ts';

const LOOK_EVERY_MS = 1000;
/** Time for a program to notice and to end by itself. */
const GRACE_MS = 5000;

/**
 * Watches a cgroup until it is stopped.
 * @param spare processes that live on: the launcher, which has to give its result
 * @returns a function that stops watching
 */
export function watchForOom(cgroup: Cgroup, spare: readonly number[]): () => Promise<void> {
  const stopped = new AbortController();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopped.signal });
  const watching = (async (): Promise<void> => {
    do await pause(LOOK_EVERY_MS);
    while ((await cgroup.oomKills()) === 0);
    await pause(GRACE_MS);
    await cgroup.kill(spare);
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
  });
  return async () => {
    stopped.abort();
    await watching;
  };
}
