/** Where this process stands among the control groups. */
import { dirname, join, resolve } from 'node:path';
import type { CgroupVersion } from './cgroup.ts';

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
