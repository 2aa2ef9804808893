/** Finds out how the memory of a whole tree of processes can be read here, by really trying. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cgroupPlaces, type CgroupPlace } from './cgroup-places.ts';
import { makeCgroup, type CgroupVersion } from './cgroup.ts';
import { launch } from './launch.ts';
import type { Launcher } from './launcher.ts';

export type TreeMemory =
  | {
      readonly kind: CgroupVersion;
      /** Folder in which a cgroup is made. */ readonly folder: string;
    }
  | { readonly kind: 'pss'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string };

async function handDownMemory(folder: string): Promise<void> {
  const control = join(folder, 'cgroup.subtree_control');
  const handedDown = await readFile(control, 'utf8');
  if (!handedDown.split(/\s+/).includes('memory')) await writeFile(control, '+memory');
}

/** Makes a capped cgroup, runs a shell in it, and reads its peak. */
async function works(place: CgroupPlace, launcher: Launcher): Promise<boolean> {
  try {
    if (place.version === 'cgroup-v2') await handDownMemory(place.folder);
    const group = await makeCgroup(place.version, place.folder, 1024 ** 3);
    try {
      const launched = await launch(launcher, {
        command: ['/bin/sh', '-c', ':'],
        cwd: '/',
        environment: {},
        timeoutMs: 10_000,
        cores: [],
        join: [group.procs],
      });
      await group.oomKills();
      return launched.end.kind === 'exited' && (await group.peakBytes()) > 0;
    } finally {
      await group.close();
    }
  } catch {
    // Not writable, no memory controller, or a kernel without the peak: not a place.
    return false;
  }
}

/**
 * How the whole tree's memory is read here: a cgroup where one can be made, else sampling of
 * proportional set sizes (Linux), else not at all, with the reason.
 */
export async function findTreeMemory(launcher: Launcher): Promise<TreeMemory> {
  if (process.platform !== 'linux') {
    return {
      kind: 'none',
      reason: `no cgroups and no proportional set size on ${process.platform}`,
    };
  }
  if (launcher.method === 'spawn') return { kind: 'none', reason: launcher.reason };
  const [mountinfo, selfCgroup] = await Promise.all([
    readFile('/proc/self/mountinfo', 'utf8').catch(() => ''),
    readFile('/proc/self/cgroup', 'utf8').catch(() => ''),
  ]);
  for (const place of cgroupPlaces(mountinfo, selfCgroup)) {
    if (await works(place, launcher)) return { kind: place.version, folder: place.folder };
  }
  return {
    kind: 'pss',
    reason:
      'no cgroup with the memory controller can be made here; run as root, or under ' +
      '`systemd-run --user --scope -p Delegate=yes`, to measure the whole tree and to cap it',
  };
}

/** Whether a memory cap can be enforced. */
export function canCap(tree: TreeMemory): boolean {
  return tree.kind === 'cgroup-v1' || tree.kind === 'cgroup-v2';
}
