/** CPU time of cores and of processes, as Linux' /proc tells it. */
import { readdirSync, readFileSync } from 'node:fs';

/** /proc counts in ticks of 10 ms, on every architecture that Node runs on. */
export const MS_PER_TICK = 10;

/** What of a file can be read; empty where it can't be. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Time that these cores did nothing for anybody here since the machine started, in ms: idle, waiting for a
 * disk, or taken by a hypervisor. What was left of the time is what they were busy; the kernel's own count of
 * that is sampled, and programs that change places with the sampling count too much in it.
 *
 * @param stat text of /proc/stat
 * @returns undefined where a core isn't in it
 */
export function restMsIn(stat: string, cores: readonly number[]): number | undefined {
  let ticks = 0;
  for (const core of cores) {
    const line = new RegExp(`^cpu${core} (.*)$`, 'm').exec(stat)?.[1];
    if (line === undefined) return undefined;
    const [, , , idle = 0, waiting = 0, , , stolen = 0] = line.split(' ').map(Number);
    ticks += idle + waiting + stolen;
  }
  return ticks * MS_PER_TICK;
}

/** CPU time of a process in ms, from the text of its /proc file stat: its own, and that of ended children. */
export function cpuMsIn(stat: string): { own: number; ended: number } {
  // The name before it may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return { own: (user + system) * MS_PER_TICK, ended: (endedUser + endedSystem) * MS_PER_TICK };
}

/** CPU time of a process alone, in ms; 0 where it has ended. */
export function cpuMsOf(pid: number): number {
  return cpuMsIn(readText(`/proc/${pid}/stat`)).own;
}

/** CPU time of a process with all that are below it, ended ones too, in ms. */
export function cpuMsOfTree(pid: number): number {
  const { own, ended } = cpuMsIn(readText(`/proc/${pid}/stat`));
  return childrenOf(pid).reduce((sum, child) => sum + cpuMsOfTree(child), own + ended);
}

function childrenOf(pid: number): number[] {
  return namesIn(`/proc/${pid}/task`).flatMap((thread) =>
    readText(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** Empty where there is no such folder any more. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
