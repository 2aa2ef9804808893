/** Who uses the processor: looked at before anything is measured. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../scenario/problem.ts';
import { restMsIn, cpuMsIn, namesIn, readText } from './cpu-time.ts';

/** A process beside ours, and how much of one core it used. */
export interface BusyProcess {
  readonly pid: number;
  readonly name: string;
  readonly ofACore: number;
}

export interface Busyness {
  /** What others used of all usable cores: 0 to 1. */
  readonly share: number;
  /** The busiest first; from a hundredth of a core on. */
  readonly processes: readonly BusyProcess[];
}

const LEAST_OF_A_CORE = 0.01;

/**
 * Looks for a while at what other processes do on the usable cores.
 *
 * @param cores their numbers
 * @param lookMs how long; less than a second says little, since time is counted in ticks of 10 ms
 * @throws Problem (interrupted) after an abort
 * @returns undefined where the system doesn't tell (no Linux)
 */
export async function lookForBusy(
  cores: readonly number[],
  lookMs: number,
  signal: AbortSignal,
): Promise<Busyness | undefined> {
  const before = restMsIn(readText('/proc/stat'), cores);
  if (before === undefined || cores.length === 0) return undefined;
  const [cpuBefore, timesBefore] = [process.cpuUsage(), timesByProcess()];
  const startedMs = performance.now();
  await sleep(lookMs, undefined, { signal }).catch(() => {
    throw new Problem('interrupted', 'Interrupted before anything was measured.');
  });
  const tookMs = performance.now() - startedMs;
  const own = process.cpuUsage(cpuBefore);
  const coresMs = tookMs * cores.length;
  const restMs = (restMsIn(readText('/proc/stat'), cores) ?? before) - before;
  const foreignMs = Math.max(0, coresMs - restMs - (own.user + own.system) / 1000);
  return {
    share: foreignMs / coresMs,
    processes: busiest(timesBefore, timesByProcess(), tookMs),
  };
}

/** "node (process 12) 98%, cc1 (process 13) 40% of a core". */
export function wordsOfBusy(processes: readonly BusyProcess[], most = 3): string {
  if (processes.length === 0)
    return 'short processes that have ended, or others that can’t be seen from here';
  const list = processes
    .slice(0, most)
    .map(({ name, pid, ofACore }) => `${name} (process ${pid}) ${Math.round(100 * ofACore)}%`);
  return `${list.join(', ')} of a core`;
}

interface Time {
  readonly name: string;
  readonly ms: number;
}

function timesByProcess(): Map<number, Time> {
  const pids = namesIn('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid): [number, Time][] => {
      const stat = readText(`/proc/${pid}/stat`);
      if (stat === '') return [];
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      return [[Number(pid), { name, ms: cpuMsIn(stat).own }]];
    }),
  );
}

/** Those that were there at both ends. */
function busiest(
  before: ReadonlyMap<number, Time>,
  after: ReadonlyMap<number, Time>,
  tookMs: number,
): BusyProcess[] {
  return [...after]
    .flatMap(([pid, { name, ms }]): BusyProcess[] => {
      const earlier = before.get(pid);
      if (earlier === undefined || pid === process.pid) return [];
      return [{ pid, name, ofACore: (ms - earlier.ms) / tookMs }];
    })
    .filter(({ ofACore }) => ofACore >= LEAST_OF_A_CORE)
    .sort((a, b) => b.ofACore - a.ofACore);
}
