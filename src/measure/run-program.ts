import { join } from 'node:path';
import type { Cgroup } from './cgroup.ts';
import { makeCgroup } from './cgroup.ts';
import type { Invocation } from './invocation.ts';
import { launch, type Launched } from './launch.ts';
import { watchForOom } from './oom-watch.ts';
import { toArguments } from './parameters.ts';
import { samplePss } from './pss.ts';
import type { RunningService } from './service.ts';
import type { World } from './world.ts';

/** What a run looked like from outside. */
export interface Seen {
  readonly launched: Launched;
  readonly peakTreeBytes?: number;
  /** Processes that the kernel killed at the memory cap. */
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

/**
 * Starts the program and waits for it, inside a cgroup of its own where there is one. When it
 * returns nothing of the program is left.
 * @param folder gets the files `stdout` and `stderr`
 */
export async function runProgram(
  invocation: Invocation,
  world: World,
  folder: string,
  service: RunningService | undefined,
  signal: AbortSignal | undefined,
): Promise<Seen> {
  const parameters = { ...invocation.parameters, ...service?.parameters, cores: world.usableCores };
  const request = {
    command: [...invocation.command, ...toArguments(parameters)] as [string, ...string[]],
    cwd: invocation.cwd,
    environment: { ...invocation.environment, ...service?.environment },
    timeoutMs: invocation.timeoutMs,
    stdout: join(folder, 'stdout'),
    stderr: join(folder, 'stderr'),
    cores: world.affinity,
  };
  const cgroup = await openCgroup(invocation, world);
  let stopSampling: (() => Promise<number>) | undefined;
  let stopWatching: (() => Promise<void>) | undefined;
  const onStart = (pid: number): void => {
    if (isSampled(invocation, world)) stopSampling = samplePss(pid);
    if (cgroup !== undefined && invocation.memoryCapBytes !== undefined) {
      stopWatching = watchForOom(cgroup, [pid]);
    }
  };
  try {
    const join = cgroup === undefined ? [] : [cgroup.procs];
    const launched = await launch(world.launcher, { ...request, join }, { signal, onStart });
    const peakTreeBytes = (await cgroup?.peakBytes()) ?? (await stopSampling?.());
    const oomKills = (await cgroup?.oomKills()) ?? 0;
    return { launched, oomKills, ...(peakTreeBytes === undefined ? {} : { peakTreeBytes }) };
  } finally {
    await stopWatching?.();
    await stopSampling?.();
    // The next invocation starts when nothing of this one is left.
    await cgroup?.close();
  }
}
