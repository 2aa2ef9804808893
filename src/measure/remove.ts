/** Removing what a program may have had in its hands. */
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes a folder with all that is below it, also where a program has taken away the rights that
 * its owner needs for that. Links are removed, not followed.
 *
 * @throws the file system's error where something in it can't be removed, as another user's
 */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    mendRights(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function mendRights(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) mendRights(join(folder, entry.name));
}
