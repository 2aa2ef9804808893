/** Finds out how the memory of a whole tree of processes can be read here, by really trying. */
import type { CgroupPlace } from './cgroup-places.ts';
import { ownPlaces, tryPlace } from './cgroup-try.ts';
import type { CgroupVersion } from './cgroup.ts';
import { launchNothing } from './launch.ts';
import type { Launcher } from './launcher.ts';

export type TreeMemory =
  | {
      readonly kind: CgroupVersion;
      /** Folder in which a cgroup is made. */ readonly folder: string;
    }
  | { readonly kind: 'pss'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Runs a shell in a cgroup there, and reads its peak. */
function works(place: CgroupPlace, launcher: Launcher): Promise<boolean> {
  return tryPlace(place, async (group) => {
    const launched = await launchNothing(launcher, { join: [group.procs] });
    return launched.end.kind === 'exited' && (await group.peakBytes()) > 0;
  });
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
  for (const place of await ownPlaces()) {
    if (await works(place, launcher)) return { kind: place.version, folder: place.folder };
  }
  return {
    kind: 'pss',
    reason:
      'no cgroup with the memory controller can be made here; run as root, or where systemd starts ' +
      'a scope for this user, to measure the whole tree and to cap it',
  };
}

/** Whether a memory cap can be enforced. */
export function canCap(tree: TreeMemory): boolean {
  return tree.kind === 'cgroup-v1' || tree.kind === 'cgroup-v2';
}
