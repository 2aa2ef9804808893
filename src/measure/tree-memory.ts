/** Finds out how the memory of a whole tree of processes can be read here, by really trying. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeCgroup, removeLeftovers, type CgroupVersion } from './cgroup.ts';
import { launch } from './launch.ts';
import type { Launcher } from './launcher.ts';

export type TreeMemory =
  | {
      readonly kind: CgroupVersion;
      /** Folder in which a cgroup is made. */ readonly folder: string;
    }
  | { readonly kind: 'pss'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string };

export interface CgroupPlace {
  readonly version: CgroupVersion;
  readonly folder: string;
}

interface Mount {
  readonly version: CgroupVersion;
  readonly point: string;
  /** Which part of the hierarchy is mounted: not "/" inside some containers. */
  readonly root: string;
}

function findMounts(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line): Mount[] => {
    const [before, after] = line.split(' - ');
    const [, , , root, point] = before?.split(' ') ?? [];
    const [type, , options] = after?.split(' ') ?? [];
    if (root === undefined || point === undefined) return [];
    if (type === 'cgroup2') return [{ version: 'cgroup-v2', point, root }];
    const isMemory = type === 'cgroup' && options?.split(',').includes('memory') === true;
    return isMemory ? [{ version: 'cgroup-v1', point, root }] : [];
  });
}

function ownPath(selfCgroup: string, version: CgroupVersion): string | undefined {
  for (const line of selfCgroup.split('\n')) {
    const [hierarchy, controllers, ...path] = line.split(':');
    const isIt =
      version === 'cgroup-v2'
        ? hierarchy === '0' && controllers === ''
        : controllers?.split(',').includes('memory') === true;
    if (isIt) return path.join(':');
  }
  return undefined;
}

function withAncestors(path: string): string[] {
  return path === '/' ? [path] : [path, ...withAncestors(dirname(path))];
}

/**
 * Folders in which a cgroup may be possible, nearest first: this process' own, then its ancestors
 * up to the mount. (In v2 a group with processes in it hands no controller down, so that a sibling,
 * under the parent, is what usually works.)
 * @param mountinfo text of /proc/self/mountinfo
 * @param selfCgroup text of /proc/self/cgroup
 */
export function cgroupPlaces(mountinfo: string, selfCgroup: string): CgroupPlace[] {
  return findMounts(mountinfo).flatMap(({ version, point, root }) => {
    const own = ownPath(selfCgroup, version);
    if (own === undefined) return [];
    const isInside = root !== '/' && (own === root || own.startsWith(`${root}/`));
    const path = isInside ? own.slice(root.length) || '/' : own;
    return withAncestors(path).map((ancestor) => ({
      version,
      folder: resolve(join(point, ancestor)),
    }));
  });
}

async function handDownMemory(folder: string): Promise<void> {
  const control = join(folder, 'cgroup.subtree_control');
  const handedDown = await readFile(control, 'utf8');
  if (!handedDown.split(/\s+/).includes('memory')) await writeFile(control, '+memory');
}

/** Makes a capped cgroup, runs a shell in it, and reads its peak. */
async function works(place: CgroupPlace, launcher: Launcher, scratch: string): Promise<boolean> {
  try {
    await removeLeftovers(place.folder);
    if (place.version === 'cgroup-v2') await handDownMemory(place.folder);
    const group = await makeCgroup(place.version, place.folder, 1024 ** 3);
    try {
      const launched = await launch(launcher, {
        command: ['/bin/sh', '-c', ':'],
        cwd: '/',
        environment: {},
        timeoutMs: 10_000,
        stdout: join(scratch, 'probe.out'),
        stderr: join(scratch, 'probe.err'),
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
export async function findTreeMemory(launcher: Launcher, scratch: string): Promise<TreeMemory> {
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
    if (await works(place, launcher, scratch)) return { kind: place.version, folder: place.folder };
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
