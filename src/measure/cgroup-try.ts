/** Tries whether a cgroup with the memory controller can be made here. */
import { constants } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cgroupPlaces, type CgroupPlace } from './cgroup-places.ts';
import { makeCgroup, type Cgroup } from './cgroup.ts';

const SOME_CAP = 1024 ** 3;

/** Where this process may be able to make a cgroup, nearest first. */
export async function ownPlaces(): Promise<CgroupPlace[]> {
  const [mountinfo, selfCgroup] = await Promise.all([
    readFile('/proc/self/mountinfo', 'utf8').catch(() => ''),
    readFile('/proc/self/cgroup', 'utf8').catch(() => ''),
  ]);
  return cgroupPlaces(mountinfo, selfCgroup);
}

/** Lets the groups in a folder have the memory controller of cgroup v2. */
export async function handDownMemory(folder: string): Promise<void> {
  const control = join(folder, 'cgroup.subtree_control');
  const handedDown = await readFile(control, 'utf8');
  if (!handedDown.split(/\s+/).includes('memory')) await writeFile(control, '+memory');
}

/** Whether a capped cgroup can be made at a place and its peak be read, and `use` says yes to it. */
export async function tryPlace(
  place: CgroupPlace,
  use: (group: Cgroup) => Promise<boolean>,
): Promise<boolean> {
  try {
    if (place.version === 'cgroup-v2') await handDownMemory(place.folder);
    const group = await makeCgroup(place.version, place.folder, SOME_CAP);
    try {
      await group.oomKills();
      return await use(group);
    } finally {
      await group.close();
    }
  } catch {
    // Not writable, no memory controller, or a kernel without the peak: not a place.
    return false;
  }
}

/**
 * Whether a place is near where a cgroup can be made and joined. No program is started for it, so
 * that it takes a few milliseconds; the world tries the same with one.
 */
export async function canMakeCgroup(): Promise<boolean> {
  for (const place of await ownPlaces()) {
    const works = await tryPlace(place, async (group) => {
      // Who moves a process needs the right to where it comes from and goes to.
      await access(join(place.folder, 'cgroup.procs'), constants.W_OK);
      return (await group.peakBytes()) >= 0;
    });
    if (works) return true;
  }
  return false;
}
