/** Whether Steelyard itself differs between a base and the files here: its sources, or in a project the locked version. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

/** Paths of the project whose change is one of Steelyard itself; none where it is a package. */
export function harnessPaths(root: string): string[] {
  const isEngine = existsSync(join(root, 'src', 'cli.ts'));
  return isEngine
    ? ['src', 'package.json', 'package-lock.json'].map((name) => join(root, name))
    : [];
}

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

/** Version of Steelyard that a package-lock.json states; undefined where it states none. */
export function lockedVersion(lock: string): string | undefined {
  try {
    return lockSchema.parse(JSON.parse(lock)).packages['node_modules/steelyard']?.version;
  } catch {
    return undefined;
  }
}

/** The lock of a project, as it is here. */
export function readLock(root: string): string {
  const file = join(root, 'package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
