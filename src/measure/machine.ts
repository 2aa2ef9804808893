/** Facts of the machine that a reader needs. No host name, no user, no path. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import type { Machine } from '../store/schema.ts';
import { osName } from './os-name.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

/** CPU model; ARM kernels give Node none, so /proc/cpuinfo and the device tree are asked too. */
function cpuModel(): string {
  const model = cpus()[0]?.model.trim();
  if (model !== undefined && model !== '' && model !== 'unknown') return model.replace(/\s+/g, ' ');
  for (const file of ['/proc/device-tree/model', '/proc/cpuinfo']) {
    try {
      const text = readFileSync(file, 'utf8');
      const found = file.endsWith('model')
        ? text.replaceAll('\0', '')
        : /^(?:Model|Hardware|CPU part)\s*:\s*(.+)$/m.exec(text)?.[1];
      if (found !== undefined) return found.trim();
    } catch {
      // Asked the next one.
    }
  }
  return 'unknown';
}

type KeyFacts = Pick<Machine, 'cpu' | 'usableCores' | 'memoryGiB' | 'architecture' | 'os'>;

/** sha256 of the facts' canonical JSON: fields in alphabetical order, no spaces. */
export function machineKey(facts: KeyFacts): string {
  const { architecture, cpu, memoryGiB, os, usableCores } = facts;
  const canonical = JSON.stringify({ architecture, cpu, memoryGiB, os, usableCores });
  return createHash('sha256').update(canonical).digest('hex');
}

/** Whole GiB, since what a kernel keeps for itself changes with its version; hundredths of a small one. */
function roundGiB(bytes: number): number {
  const gib = bytes / 1024 ** 3;
  return gib >= 1 ? Math.round(gib) : Math.max(0.01, Math.round(gib * 100) / 100);
}

/** What keeps programs to their own folders. */
function confinementOf({ confined }: World): string {
  return confined > 0 ? `Landlock ${confined}` : 'none';
}

/** Describes this machine as `session.machine` holds it. */
export function describeMachine(world: World): Machine {
  const facts: KeyFacts = {
    cpu: cpuModel(),
    usableCores: world.usableCores,
    memoryGiB: roundGiB(world.memoryBytes),
    architecture: arch(),
    os: osName(),
  };
  return {
    key: machineKey(facts),
    ...facts,
    affinity: [...world.affinity],
    kernel: release(),
    treeMemory: world.tree.kind,
    descriptors: world.descriptors,
    settings: { ...readSettings(), confinement: confinementOf(world) },
  };
}
