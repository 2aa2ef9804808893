/** What else the machine is doing: recorded with every invocation, never judged here. */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

export interface SystemLoad {
  readonly load1?: number;
  /** Time that the hypervisor took from this machine since it started, all cores. */
  readonly stealMs?: number;
  /** Mean clock frequency of the cores right now. */
  readonly mhz?: number;
}

/** /proc counts in ticks of 10 ms, on every architecture that Node runs on. */
const MS_PER_TICK = 10;

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

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Reads load, steal and frequency; what the system doesn't tell is absent. */
export function systemLoad(): SystemLoad {
  const stealMs = stealMsIn(readText('/proc/stat'));
  const mhz = meanMhzIn(readText('/proc/cpuinfo'));
  return {
    ...(process.platform === 'win32' ? {} : { load1: Math.round((loadavg()[0] ?? 0) * 100) / 100 }),
    ...(stealMs === undefined ? {} : { stealMs }),
    ...(mhz === undefined ? {} : { mhz }),
  };
}

/** The load as a record holds it: steal as what came on top since `before`. */
export function loadSince(before: SystemLoad, after: SystemLoad): SystemLoad {
  const { stealMs: startMs } = before;
  const { stealMs: endMs, ...rest } = after;
  if (startMs === undefined || endMs === undefined) return rest;
  return { ...rest, stealMs: Math.max(0, endMs - startMs) };
}
