/**
 * The memory of a whole tree without a cgroup: the sum of its processes' proportional set sizes,
 * sampled. It disturbs what it watches, so it gets an invocation of its own.
 */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Direct children of a process, of all of its threads. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${String(pid)}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${String(pid)}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

/** Every descendant of a process. */
export async function descendantsOf(pid: number): Promise<number[]> {
  const children = await childrenOf(pid);
  const further = await Promise.all(children.map(descendantsOf));
  return [...children, ...further.flat()];
}

/** Proportional set size from the text of smaps_rollup; 0 where the process has ended. */
export function pssBytesIn(smapsRollup: string): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(smapsRollup)?.[1];
  return kilobytes === undefined ? 0 : Number(kilobytes) * 1024;
}

async function treePssBytes(pid: number): Promise<number> {
  const members = await descendantsOf(pid);
  const sizes = await Promise.all(
    members.map(async (member) =>
      pssBytesIn(await readFile(`/proc/${String(member)}/smaps_rollup`, 'utf8').catch(() => '')),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const PAUSE_MS = 15;

/**
 * Samples the descendants of `pid` until it is stopped.
 * @returns a function that stops it and gives the largest sum seen
 */
export function samplePss(pid: number): () => Promise<number> {
  let peakBytes = 0;
  let running = true;
  const sampling = (async (): Promise<void> => {
    while (running) {
      peakBytes = Math.max(peakBytes, await treePssBytes(pid));
      await sleep(PAUSE_MS);
    }
  })();
  return async () => {
    running = false;
    await sampling;
    return peakBytes;
  };
}
