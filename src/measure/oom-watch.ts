/**
 * Ends a program that hangs because the kernel killed one of its processes at the memory cap: that
 * many do, and the timeout may be minutes away. It reads one small file a second, no more.
 */
import type { Cgroup } from './cgroup.ts';
import { childrenOf } from './pss.ts';

const LOOK_EVERY_MS = 1000;
/** Time for a program to notice and to end by itself. */
const GRACE_MS = 5000;

/**
 * Watches a cgroup until it is stopped, or until the cgroup can't be read any more.
 * @param launcher its child, the stopwatch, is in the cgroup too and lives on: it has the result
 * @returns a function that stops watching
 */
export function watchForOom(cgroup: Cgroup, launcher: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const wait = (ms: number, act: () => Promise<void>): void => {
    if (stopped) return;
    // What fails here is seen when the run is over: its peak can't be read then either.
    timer = setTimeout(() => void act().catch(() => undefined), ms);
  };
  const look = async (): Promise<void> => {
    const kills = await cgroup.oomKills();
    if (kills === undefined || kills === 0) wait(LOOK_EVERY_MS, look);
    else wait(GRACE_MS, async () => cgroup.kill(await childrenOf(launcher)));
  };
  wait(LOOK_EVERY_MS, look);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
