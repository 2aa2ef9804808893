/** What processes of Steelyard that were killed left behind: folders and cgroups. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endCgroup } from './cgroup.ts';
import { removeFolder } from './remove.ts';
import { isLeftover } from './run-name.ts';
import { SCRATCH_SIGN } from './scratch.ts';
import { scopesBeside } from './systemd-scope.ts';
import type { World } from './world.ts';

/**
 * Removes the cgroups and scratch folders that no living process owns; only who holds the measuring
 * lock does. What can't be removed stays, and disturbs nobody.
 */
export async function clearLeftovers(world: World): Promise<void> {
  if ('folder' in world.tree) {
    for (const place of scopesBeside(world.tree.folder))
      for (const folder of await leftoversIn(place, ''))
        await endCgroup(folder).catch(() => undefined);
  }
  const folders = await leftoversIn(realpathSync(tmpdir()), '');
  remove(folders.filter((folder) => existsSync(join(folder, SCRATCH_SIGN))));
}

/** Removes the folders with this prefix before their owner's name that no living process owns. */
export async function clearLeftoverFolders(parent: string, prefix: string): Promise<void> {
  remove(await leftoversIn(parent, prefix));
}

async function leftoversIn(parent: string, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of namesIn(parent))
    if (name.startsWith(prefix) && (await isLeftover(name.slice(prefix.length))))
      found.push(join(parent, name));
  return found;
}

/** None where the folder is gone, as a scope is when its last process has ended. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function remove(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      removeFolder(folder);
    } catch {
      // Another user's.
    }
  }
}
