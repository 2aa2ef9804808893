/** What the machine did beside a program: recorded with every invocation, never judged here. */
import { cpuMsOf, cpuMsOfTree, MS_PER_TICK, restMsIn, readText } from './cpu-time.ts';

/** What a record says of it. */
export interface Load {
  /**
   * Time that others used of the program's cores, in ms: neither it nor its service nor Steelyard. Counted
   * in ticks, so a little of it, of either sign, says nothing.
   */
  readonly foreignCpuMs?: number;
  /** The time that there was on these cores meanwhile, in ms. */
  readonly coresMs?: number;
  /** Time that the hypervisor took from this machine meanwhile, all cores. */
  readonly stealMs?: number;
  /** Mean clock frequency of the cores at the end. */
  readonly mhz?: number;
}

/** Who works beside the program, and isn't foreign. */
export interface Ours {
  /** The launcher, whose children are measured otherwise. */
  readonly launcher?: number | undefined;
  /** The service, with all that it started. */
  readonly service?: number | undefined;
}

/** Steal time from the text of /proc/stat. */
export function stealMsIn(stat: string): number | undefined {
  const ticks = stat.split('\n')[0]?.trim().split(/\s+/)[8];
  return ticks === undefined ? undefined : Number(ticks) * MS_PER_TICK;
}

/** Mean of the "cpu MHz" lines of /proc/cpuinfo; undefined where there are none (ARM). */
export function meanMhzIn(cpuinfo: string): number | undefined {
  const values = [...cpuinfo.matchAll(/^cpu MHz\s*:\s*([\d.]+)$/gm)].map((match) =>
    Number(match[1]),
  );
  if (values.length === 0) return undefined;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

interface Reading {
  readonly atMs: number;
  readonly restMs: number | undefined;
  readonly oursMs: number;
  readonly stealMs: number | undefined;
}

function read(cores: readonly number[], { launcher, service }: Ours): Reading {
  const stat = readText('/proc/stat');
  const { user, system } = process.cpuUsage();
  return {
    atMs: performance.now(),
    restMs: cores.length === 0 ? undefined : restMsIn(stat, cores),
    oursMs:
      (user + system) / 1000 +
      (launcher === undefined ? 0 : cpuMsOf(launcher)) +
      (service === undefined ? 0 : cpuMsOfTree(service)),
    stealMs: stealMsIn(stat),
  };
}

/**
 * Begins to watch the cores.
 *
 * @param cores numbers of the program's
 * @returns to be called at the end, with the CPU time of the program, in ns; what the system doesn't tell is absent
 */
export function watchLoad(cores: readonly number[], ours: Ours): (programNs?: number) => Load {
  const before = read(cores, ours);
  return (programNs) => {
    const after = read(cores, ours);
    const mhz = meanMhzIn(readText('/proc/cpuinfo'));
    return {
      ...foreignOf(before, after, cores.length, programNs),
      ...(before.stealMs === undefined || after.stealMs === undefined
        ? {}
        : { stealMs: Math.max(0, after.stealMs - before.stealMs) }),
      ...(mhz === undefined ? {} : { mhz }),
    };
  };
}

function foreignOf(
  before: Reading,
  after: Reading,
  cores: number,
  programNs: number | undefined,
): Pick<Load, 'foreignCpuMs' | 'coresMs'> {
  if (before.restMs === undefined || after.restMs === undefined || programNs === undefined)
    return {};
  const coresMs = (after.atMs - before.atMs) * cores;
  const known = after.oursMs - before.oursMs + programNs / 1e6;
  return {
    foreignCpuMs: Math.round(coresMs - (after.restMs - before.restMs) - known),
    coresMs: Math.round(coresMs),
  };
}
