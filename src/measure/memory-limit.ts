/** How much memory there really is for what is started here: a container may have less than its machine. */
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { cgroupPlaces, type CgroupPlace } from './cgroup-places.ts';

const limitFiles = { 'cgroup-v2': 'memory.max', 'cgroup-v1': 'memory.limit_in_bytes' } as const;

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The limit of one group; undefined where it has none ("max"), or there is no such file. */
function limitOf({ version, folder }: CgroupPlace): number | undefined {
  const text = readText(join(folder, limitFiles[version])).trim();
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * Bytes that this process and what it starts may take: the least of the machine's memory, of what
 * Node is told, and of the limits of this process' cgroups and of all above them.
 */
export function memoryLimit(): number {
  const places = cgroupPlaces(readText('/proc/self/mountinfo'), readText('/proc/self/cgroup'));
  const limits = places.map(limitOf).filter((limit) => limit !== undefined);
  const constrained = process.constrainedMemory() || Infinity;
  return Math.min(totalmem(), constrained, ...limits);
}
