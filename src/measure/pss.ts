/**
 * The memory of a whole tree without a cgroup: the sum of its processes' proportional set sizes,
 * sampled. It disturbs what it watches, so it gets an invocation of its own.
 */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Direct children of a process, of all of its threads. */
export async function childrenOf(pid: number): Promise<number[]> {
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

/** Proportional set size from the text of smaps_rollup; undefined where the process has ended. */
export function pssBytesIn(smapsRollup: string): number | undefined {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(smapsRollup)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** What one process takes; undefined once it has ended. */
async function pssBytesOf(pid: number): Promise<number | 'forbidden' | undefined> {
  try {
    return pssBytesIn(await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : undefined;
  }
}

/** The program's tree: what is below the launcher's stopwatch, which is the launcher's child. */
async function treePssBytes(launcher: number): Promise<number | 'forbidden' | undefined> {
  const stopwatches = await childrenOf(launcher);
  const members = (await Promise.all(stopwatches.map(descendantsOf))).flat();
  const sizes = (await Promise.all(members.map(pssBytesOf))).filter((size) => size !== undefined);
  if (sizes.includes('forbidden')) return 'forbidden';
  return sizes.length === 0 ? undefined : (sizes as number[]).reduce((sum, size) => sum + size);
}

const PAUSE_MS = 15;
/** A peak of fewer looks would say when it was looked, and little of the program. */
const FEWEST_LOOKS = 5;

/** The largest sum that was seen, or why none is known. */
export type SampledPeak = { readonly bytes: number } | { readonly lack: string };

/**
 * Samples the program below a launcher until it is stopped.
 * @returns a function that stops it and gives what was seen
 */
export function samplePss(launcher: number): () => Promise<SampledPeak> {
  const seen: number[] = [];
  let isForbidden = false;
  let running = true;
  const sampling = (async (): Promise<void> => {
    while (running) {
      const bytes = await treePssBytes(launcher);
      if (bytes === 'forbidden') isForbidden = true;
      else if (bytes !== undefined) seen.push(bytes);
      await sleep(PAUSE_MS);
    }
  })();
  return async () => {
    running = false;
    await sampling;
    if (isForbidden) return { lack: 'one of its processes forbids being looked at' };
    if (seen.length < FEWEST_LOOKS)
      return { lack: `it ended after ${seen.length} looks at its memory, too few for a peak` };
    return { bytes: Math.max(...seen) };
  };
}
