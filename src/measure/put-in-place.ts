import { existsSync, renameSync } from 'node:fs';

/** Moves a folder that is whole to its place; where another process was faster, that one's stays. */
export function putInPlace(folder: string, target: string): void {
  try {
    renameSync(folder, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}
