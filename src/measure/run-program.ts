import type { Cgroup } from './cgroup.ts';
import { makeCgroup } from './cgroup.ts';
import type { Invocation } from './invocation.ts';
import { launch, type LaunchRequest } from './launch.ts';
import type { Launched } from './launched.ts';
import { watchForOom } from './oom-watch.ts';
import { samplePss, type SampledPeak } from './pss.ts';
import type { World } from './world.ts';

/** What a run looked like from outside. */
export interface Seen {
  readonly launched: Launched;
  /** Absent where the tree's memory wasn't looked at. */
  readonly peakTree?: SampledPeak;
  /** Processes that the kernel killed for lack of memory. */
  readonly oomKills: number;
}

/** Whether this invocation is sampled; its times are then worth nothing. */
export function isSampled(invocation: Invocation, world: World): boolean {
  return invocation.samplePss === true && world.tree.kind === 'pss';
}

async function openCgroup(invocation: Invocation, world: World): Promise<Cgroup | undefined> {
  const { kind } = world.tree;
  if (kind !== 'cgroup-v1' && kind !== 'cgroup-v2') return undefined;
  return makeCgroup(kind, world.tree.folder, invocation.memoryCapBytes);
}

/** Started in vain, a group holds the memory of nobody. */
async function peakIn(cgroup: Cgroup): Promise<SampledPeak> {
  const bytes = await cgroup.peakBytes();
  return bytes > 0 ? { bytes } : { lack: 'the cgroup told no peak' };
}

/**
 * Starts the program and waits for it, inside a cgroup of its own where there is one. When it
 * returns nothing of the program is left.
 */
export async function runProgram(
  invocation: Invocation,
  world: World,
  request: Omit<LaunchRequest, 'join'>,
  signal: AbortSignal | undefined,
): Promise<Seen> {
  const cgroup = await openCgroup(invocation, world);
  let stopSampling: (() => Promise<SampledPeak>) | undefined;
  let stopWatching: (() => void) | undefined;
  const onStart = (pid: number): void => {
    if (isSampled(invocation, world)) stopSampling = samplePss(pid);
    if (cgroup !== undefined && invocation.memoryCapBytes !== undefined) {
      stopWatching = watchForOom(cgroup, pid);
    }
  };
  try {
    const join = cgroup === undefined ? [] : [cgroup.procs];
    const launched = await launch(world.launcher, { ...request, join }, { signal, onStart });
    const peakTree = cgroup === undefined ? await stopSampling?.() : await peakIn(cgroup);
    const oomKills = (await cgroup?.oomKills()) ?? 0;
    return { launched, oomKills, ...(peakTree === undefined ? {} : { peakTree }) };
  } finally {
    stopWatching?.();
    await stopSampling?.();
    // The next invocation starts when nothing of this one is left.
    await cgroup?.close();
  }
}
